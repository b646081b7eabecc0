using System.Diagnostics;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using Xunit;
using static MskPrecheckAction.Kafka.KafkaClients;

namespace MskPrecheckAction.Kafka;

/// <summary>Clusters that a test has to itself: their settings, their brokers' fates, their proxies.</summary>
public sealed class OwnClusterTests
{
    [Fact]
    public async Task Brokers_can_differ_and_one_can_be_stopped_and_started()
    {
        await using var cluster = await KafkaCluster.StartAsync(new(KafkaMode.ZooKeeper)
        {
            Brokers = 2,
            Properties = new Dictionary<string, string> { ["message.max.bytes"] = "3000000" },
            PropertiesOf = new Dictionary<int, IReadOnlyDictionary<string, string>> { [2] = new Dictionary<string, string> { ["message.max.bytes"] = "2000000" } },
        });
        using var admin = cluster.Plaintext().Admin();
        Assert.Equal("3000000", await MessageMaxBytes(admin, 1));
        Assert.Equal("2000000", await MessageMaxBytes(admin, 2));

        await cluster.StopBrokerAsync(2);
        Assert.False(CanEnter(new ClientConfig { BootstrapServers = cluster.Bootstrap(broker: 2) }));
        Assert.True(CanEnter(new ClientConfig { BootstrapServers = cluster.Bootstrap(broker: 1) }));
        await cluster.StartBrokerAsync(2);
        // In ZooKeeper mode a broker says 'started' before the controller has told it who else is there.
        await Eventually.TrueAsync(() => CanEnter(new ClientConfig { BootstrapServers = cluster.Bootstrap(broker: 2) }), "an answer after the start");

        await cluster.PauseBrokerAsync(2);
        Assert.False(CanEnter(new ClientConfig { BootstrapServers = cluster.Bootstrap(broker: 2) }));
        await cluster.ResumeBrokerAsync(2);
        await Eventually.TrueAsync(() => CanEnter(new ClientConfig { BootstrapServers = cluster.Bootstrap(broker: 2) }), "an answer after the pause");
    }

    [Fact]
    public async Task A_cluster_behind_proxies_is_reached_through_them_alone()
    {
        await using var cluster = await KafkaCluster.StartAsync(new(KafkaMode.KRaft) { Proxied = true });
        var through = new ClientConfig { BootstrapServers = cluster.Bootstrap(KafkaListener.Proxied) };
        Assert.True(CanEnter(through));
        using var admin = through.Admin();
        Assert.Equal(cluster.Proxies[1].Port, admin.GetMetadata(TimeSpan.FromSeconds(5)).Brokers.Single().Port);
        foreach (var fault in (ProxyBehaviour[])[ProxyBehaviour.Blackhole, ProxyBehaviour.Drip, ProxyBehaviour.Refuse, ProxyBehaviour.Cut])
        {
            cluster.Proxies[1].Behaviour = fault;
            Assert.False(CanEnter(through), $"entered through {fault}");
        }

        cluster.Proxies[1].Behaviour = ProxyBehaviour.Forward;
        await Eventually.TrueAsync(() => CanEnter(through), "an answer once the proxy forwards again");
    }

    [Fact]
    public async Task A_cluster_leaves_neither_process_nor_folder()
    {
        string folder;
        await using (var cluster = await KafkaCluster.StartAsync(new(KafkaMode.KRaft)))
        {
            folder = Path.GetDirectoryName(Path.GetDirectoryName(cluster.Certificates.CaPath))!;
            Assert.True(Directory.Exists(folder));
        }

        Assert.False(Directory.Exists(folder));
        Assert.DoesNotContain(Process.GetProcessesByName("java"), p => CommandLine(p).Contains(folder, StringComparison.Ordinal));
    }

    private static string CommandLine(Process process)
    {
        try
        {
            return File.ReadAllText($"/proc/{process.Id}/cmdline");
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static async Task<string> MessageMaxBytes(IAdminClient admin, int broker) =>
        (await admin.DescribeConfigsAsync([new ConfigResource { Type = ResourceType.Broker, Name = $"{broker}" }])).Single().Entries["message.max.bytes"].Value;
}
