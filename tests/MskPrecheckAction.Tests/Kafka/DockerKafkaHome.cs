using System.Runtime.InteropServices;
using DotNet.Testcontainers.Builders;
using DotNet.Testcontainers.Configurations;
using DotNet.Testcontainers.Containers;

namespace MskPrecheckAction.Kafka;

/// <summary>Apache's own image, used as a Java and a folder of jars: the same servers with the same properties, so that every test runs with Docker too.</summary>
/// <remarks>The containers share the host's network and the cluster's folder; Testcontainers' reaper removes them when the test process dies.</remarks>
internal sealed class DockerKafkaHome : KafkaHome
{
    public override string Version => "3.9.1";

    /// <summary>Docker, if a daemon answers; null where not.</summary>
    public static DockerKafkaHome? Find()
    {
        try
        {
            var home = new DockerKafkaHome();
            _ = home.Container("/tmp", []);
            return home;
        }
        catch (Exception e) when (e is DockerUnavailableException or ArgumentException)
        {
            return null;
        }
    }

    internal override async Task<KafkaServer> StartAsync(string folder, string logFile, IReadOnlyList<string> javaArguments)
    {
        var container = Container(folder, ["-c", "log=$1; shift; exec \"$@\" >>\"$log\" 2>&1", "kafka", logFile, "java", "-cp", "/opt/kafka/libs/*", .. javaArguments]);
        var server = new ContainerServer(container, logFile);
        await container.StartAsync();
        return server;
    }

    private IContainer Container(string folder, string[] arguments) => new ContainerBuilder($"apache/kafka:{Version}")
        .WithEntrypoint("/bin/sh")
        .WithCommand(arguments)
        .WithBindMount(folder, folder, AccessMode.ReadWrite)
        .WithCreateParameterModifier(p =>
        {
            p.HostConfig!.NetworkMode = "host";
            // Process 1 of a container cannot be killed from inside: an init takes that place.
            p.HostConfig.Init = true;
            // What it writes belongs to whoever must delete it.
            p.User = $"{geteuid()}:{getegid()}";
        })
        .Build();

    [DllImport("libc")]
    private static extern uint geteuid();

    [DllImport("libc")]
    private static extern uint getegid();

    private sealed class ContainerServer(IContainer container, string logFile) : KafkaServer(logFile)
    {
        public override bool Ended => container.State is TestcontainersStates.Exited or TestcontainersStates.Dead;

        public override Task StopAsync() => container.StopAsync();

        public override async Task KillAsync()
        {
            await container.ExecAsync(["sh", "-c", "kill -s KILL -1"]);
            await container.GetExitCodeAsync();
        }

        public override Task PauseAsync() => container.PauseAsync();

        public override Task ResumeAsync() => container.UnpauseAsync();

        public override async Task<int> WaitForEndAsync(CancellationToken cancellationToken) => (int)await container.GetExitCodeAsync(cancellationToken);

        public override ValueTask DisposeAsync() => container.DisposeAsync();
    }
}
