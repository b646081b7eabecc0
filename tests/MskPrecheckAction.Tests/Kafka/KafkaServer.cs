using System.Text.RegularExpressions;

namespace MskPrecheckAction.Kafka;

/// <summary>One running ZooKeeper, broker or tool, and the file that holds what it prints.</summary>
internal abstract class KafkaServer(string logFile) : IAsyncDisposable
{
    // A server that is started again goes on in the same file: what an earlier one said does not count.
    private readonly long from = File.Exists(logFile) ? new FileInfo(logFile).Length : 0;

    public abstract bool Ended { get; }

    /// <summary>Shuts down in order.</summary>
    public abstract Task StopAsync();

    /// <summary>Ends at once.</summary>
    public abstract Task KillAsync();

    /// <summary>Freezes: connections stay open, nothing answers.</summary>
    public abstract Task PauseAsync();

    public abstract Task ResumeAsync();

    /// <summary>Waits for the end and gives the exit code.</summary>
    public abstract Task<int> WaitForEndAsync(CancellationToken cancellationToken);

    public abstract ValueTask DisposeAsync();

    public string Log
    {
        get
        {
            if (!File.Exists(logFile)) return "";
            using var stream = new FileStream(logFile, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            stream.Seek(from, SeekOrigin.Begin);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd();
        }
    }

    /// <summary>Waits up to a minute for a line; ports are open before a server may still fail.</summary>
    public async Task WaitUntilLoggedAsync(string pattern)
    {
        for (var waited = TimeSpan.Zero; waited < TimeSpan.FromMinutes(1); waited += TimeSpan.FromMilliseconds(100))
        {
            var ended = Ended;
            if (Regex.IsMatch(Log, pattern)) return;
            if (ended) throw new InvalidOperationException($"{Path.GetFileName(logFile)}: the server ended.\n{Complaints}");
            await Task.Delay(100);
        }

        throw new TimeoutException($"{Path.GetFileName(logFile)}: nothing like \"{pattern}\" within a minute.\n{Complaints}");
    }

    public string Complaints => string.Join('\n', Log.Split('\n').Where(l => Regex.IsMatch(l, "ERROR|FATAL|Exception")).DefaultIfEmpty(Log).Take(8));
}
