using System.Diagnostics;

namespace MskPrecheckAction.Collection.Kafka.Apart;

/// <summary>This program once more, as the reader of a cluster.</summary>
internal sealed class ReaderProcess : IDisposable
{
    private readonly Process process;

    private ReaderProcess(Process process) => (this.process, Messages) = (process, new MessageStream(process.StandardOutput.BaseStream, process.StandardInput.BaseStream));

    /// <summary>The way to talk to it.</summary>
    public MessageStream Messages { get; }

    /// <summary>Starts it.</summary>
    /// <param name="program">The file to start.</param>
    /// <param name="heard">Told every line of its standard error: what a library says before it gives up.</param>
    /// <exception cref="Exception">It cannot be started here.</exception>
    public static ReaderProcess Start(string program, Action<string> heard)
    {
        var start = new ProcessStartInfo(program)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // As "dotnet msk-precheck.dll" it is the runtime that runs.
        if (Path.GetFileNameWithoutExtension(program) is "dotnet") start.ArgumentList.Add(Environment.GetCommandLineArgs()[0]);
        start.ArgumentList.Add(ClusterReader.Word);
        // It asks nobody but brokers.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase)).ToList()) start.Environment.Remove(name);
        var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is { Length: > 0 } text) heard(text);
        };
        process.BeginErrorReadLine();
        return new ReaderProcess(process);
    }

    /// <summary>Lets it know that nobody waits for it any more: it gives what it has.</summary>
    public void Stop()
    {
        try
        {
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It has ended already.
        }
    }

    /// <summary>How it ended, for a sentence: by a signal, where one ended it.</summary>
    public async Task<string> EndAsync()
    {
        await process.WaitForExitAsync().ConfigureAwait(false);
        return process.ExitCode switch
        {
            128 + 6 => "SIGABRT",
            128 + 9 => "SIGKILL; was there too little memory?",
            128 + 11 => "SIGSEGV",
            var code => $"exit code {code}",
        };
    }

    /// <summary>Ends it where it has not ended by itself.</summary>
    public void Kill()
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has.
        }
    }

    /// <summary>Ends it where it has not ended by itself, and forgets it.</summary>
    public void Dispose()
    {
        Kill();
        process.Dispose();
    }
}
