using System.Diagnostics;

namespace MskPrecheckAction.Kafka;

/// <summary>An unpacked Kafka download, run by the machine's own Java.</summary>
internal sealed class LocalKafkaHome : KafkaHome
{
    // Signals come by the pipe, a name a line. The pipe's end means that the test process is gone, however it ended: then the server is killed, so that none is ever left behind.
    private const string Guard = """
        exec 3<&0 >>"$1" 2>&1 </dev/null
        shift
        "$@" 3<&- &
        server=$!
        { while read -r signal <&3; do kill -s "$signal" "$server"; done; kill -s KILL "$server"; } &
        watcher=$!
        exec 3<&-
        wait "$server"
        status=$?
        kill "$watcher"
        exit $status
        """;

    private readonly string libs;

    public LocalKafkaHome(string folder)
    {
        libs = Path.Combine(Path.GetFullPath(folder), "libs");
        // A home that was named but is none is a mistake of whoever runs the tests: fail, never skip.
        var server = Directory.Exists(libs) ? Directory.EnumerateFiles(libs, "kafka_2.*.jar").FirstOrDefault(f => !f.EndsWith("-test.jar", StringComparison.Ordinal)) : null;
        if (server is null) throw new DirectoryNotFoundException($"KAFKA_HOME has no libs/kafka_2.*.jar: {folder}");
        Version = Path.GetFileNameWithoutExtension(server).Split('-')[1];
        var beside = Path.GetFullPath(Path.Combine(folder, "..", "iam"));
        IamValidator = Directory.Exists(beside) ? Directory.EnumerateFiles(beside, "*.jar").FirstOrDefault() : null;
    }

    public override string Version { get; }

    public override string? IamValidator { get; }

    internal override ClassArchive ArchiveFor(KafkaMode mode) => new($"{libs} {Directory.GetLastWriteTimeUtc(libs):O} {Java}", mode);

    internal override Task<KafkaServer> StartAsync(string folder, string logFile, IReadOnlyList<string> javaArguments)
    {
        var classPath = Path.Combine(libs, "*") + (IamValidator is null ? "" : Path.PathSeparator + IamValidator);
        var start = new ProcessStartInfo("/bin/sh") { RedirectStandardInput = true, UseShellExecute = false, WorkingDirectory = folder };
        foreach (var argument in (string[])["-c", Guard, "kafka", logFile, Java, "-cp", classPath, .. javaArguments]) start.ArgumentList.Add(argument);
        return Task.FromResult<KafkaServer>(new ProcessServer(Process.Start(start)!, logFile));
    }

    private static string Java => Environment.GetEnvironmentVariable("JAVA_HOME") is { Length: > 0 } home ? Path.Combine(home, "bin", "java") : "java";

    private sealed class ProcessServer(Process guard, string logFile) : KafkaServer(logFile)
    {
        public override bool Ended => guard.HasExited;

        public override Task StopAsync() => EndAsync("TERM");

        public override Task KillAsync() => EndAsync("KILL");

        public override Task PauseAsync() => SignalAsync("STOP");

        public override Task ResumeAsync() => SignalAsync("CONT");

        public override async Task<int> WaitForEndAsync(CancellationToken cancellationToken)
        {
            await guard.WaitForExitAsync(cancellationToken);
            return guard.ExitCode;
        }

        public override async ValueTask DisposeAsync()
        {
            await KillAsync();
            guard.Dispose();
        }

        private async Task SignalAsync(string signal)
        {
            await guard.StandardInput.WriteLineAsync(signal);
            await guard.StandardInput.FlushAsync();
        }

        private async Task EndAsync(string signal)
        {
            if (guard.HasExited) return;
            try
            {
                await SignalAsync(signal);
            }
            catch (IOException)
            {
                // It ended by itself in between.
            }

            await guard.WaitForExitAsync();
        }
    }
}
