using Confluent.Kafka.Admin;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Kafka;
using Xunit;
using static MskPrecheckAction.Kafka.KafkaClients;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Clusters that a test has to itself: brokers that differ, brokers that are gone, and what a run leaves behind.</summary>
[Trait("Needs", "Kafka")]
public sealed class OwnClusterReadingTests
{
    [Fact]
    public async Task Brokers_that_differ_are_each_asked_and_one_that_is_silent_is_a_gap()
    {
        await using var cluster = await KafkaCluster.StartAsync(new(KafkaMode.ZooKeeper)
        {
            Brokers = 2,
            Properties = new Dictionary<string, string> { ["message.max.bytes"] = "3000000" },
            PropertiesOf = new Dictionary<int, IReadOnlyDictionary<string, string>> { [2] = new Dictionary<string, string> { ["message.max.bytes"] = "2000000" } },
        });
        await cluster.CreateTopicAsync("orders", 2, 2);
        var collected = await Collected.FromAsync(Collected.Plaintext(cluster.Bootstrap()));
        Assert.Equal(["3000000", "2000000"], Collected.Known(collected.Facts.Cluster).Brokers.Select(one => Collected.Known(one.Config).Entries["message.max.bytes"].Value));
        Assert.False(Collected.Known(collected.Facts.Acls).HasAuthorizer);
        Assert.Equal((Coverage.Complete, null), (Collected.Known(collected.Facts.Topics).Coverage, Collected.Known(collected.Facts.Topics).Remark));

        await cluster.PauseBrokerAsync(2);
        collected = await Collected.FromAsync(Collected.Plaintext(cluster.Bootstrap()));
        var brokers = Collected.Known(collected.Facts.Cluster).Brokers;
        Assert.True(brokers[0].Config.TryGet(out _, out _));
        if (brokers.Count > 1) Assert.Contains(Collected.Missing(brokers[1].Config).Cause, new[] { GapCause.Timeout, GapCause.Unreachable });
        Assert.Contains($"no answer from {cluster.Bootstrap(broker: 2)}", Collected.Known(collected.Facts.WayIn).Remark, StringComparison.Ordinal);
        Assert.True(collected.ConfigOf("orders").Entries.ContainsKey("retention.ms"));
        await cluster.ResumeBrokerAsync(2);
    }

    [Fact]
    public async Task One_of_two_brokers_down_is_a_remark_and_all_brokers_down_is_an_error()
    {
        await using var cluster = await KafkaCluster.StartAsync(new(KafkaMode.ZooKeeper) { Brokers = 2 });
        var bootstrap = cluster.Bootstrap();
        await cluster.CreateTopicAsync("orders", 2, 2);
        await cluster.StopBrokerAsync(2);
        using (var admin = new ClientConfig { BootstrapServers = cluster.Bootstrap(broker: 1) }.Admin())
        {
            await Eventually.TrueAsync(() => admin.GetMetadata(TimeSpan.FromSeconds(5)).Brokers.Count == 1, "news of the stop");
        }

        var collected = await Collected.FromAsync(Collected.Plaintext(bootstrap));
        Assert.Null(collected.Error);
        var down = Collected.Known(collected.Facts.Cluster).Brokers.Single(one => one.Id == 2);
        Assert.Equal((GapCause.Unreachable, null), (Collected.Missing(down.Config).Cause, down.Host));
        Assert.Contains("broker 2 is down", Collected.Known(collected.Facts.WayIn).Remark, StringComparison.Ordinal);
        await cluster.KillBrokerAsync(1);
        collected = await Collected.FromAsync(Collected.Plaintext(bootstrap));
        Assert.Contains("refused the connection: nobody listens there (the same at ", collected.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_comes_into_being_and_only_reading_is_asked_for()
    {
        await using var cluster = await KafkaCluster.StartAsync(new(KafkaMode.ZooKeeper) { Secure = true });
        await cluster.CreateTopicAsync("orders", 2);
        await cluster.AddScramUserAsync("auditor", "pw");
        await cluster.AddAclsAsync(
            Binding("User:auditor", AclOperation.Describe, ResourceType.Broker, "kafka-cluster"),
            Binding("User:auditor", AclOperation.DescribeConfigs, ResourceType.Broker, "kafka-cluster"),
            Binding("User:auditor", AclOperation.Describe, ResourceType.Topic, "*"),
            Binding("User:auditor", AclOperation.DescribeConfigs, ResourceType.Topic, "*"),
            Binding("User:auditor", AclOperation.Describe, ResourceType.Group, "*"),
            Binding("User:auditor", AclOperation.Read, ResourceType.Topic, "__transaction_state"),
            // A topic that an ACL names and nobody has made.
            Binding("User:app", AclOperation.Read, ResourceType.Topic, "planned"));
        var facts = (await Collected.FromAsync(Collected.Scram(cluster, "auditor", "pw"))).Facts;
        Assert.Equal(["orders"], Collected.Known(facts.Topics).Items.Select(one => one.Name));
        Assert.True(Collected.Known(facts.Topics).IsComplete());
        Assert.Equal((Coverage.Complete, 0), (Collected.Known(facts.Transactions).Coverage, Collected.Known(facts.Transactions).Items.Count));
        Assert.Equal(["orders"], Topics(cluster));
        Assert.DoesNotContain("FindCoordinator", cluster.LogOf(1), StringComparison.Ordinal);

        using var producer = new TransactionalProducer(cluster, "tx-1");
        producer.Begin("orders");
        var before = cluster.LogOf(1).Length;
        facts = (await Collected.FromAsync(Collected.Scram(cluster, "auditor", "pw"))).Facts;
        Assert.Equal(new("tx-1", Facts.TransactionState.Ongoing), Collected.Known(facts.Transactions).Items.Single());
        Assert.Equal(["__transaction_state", "orders"], Topics(cluster));
        var asked = cluster.LogOf(1)[before..].Split('\n').Where(line => line.Contains("Principal = User:auditor", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(asked);
        Assert.All(asked, line => Assert.Matches("Operation = (Describe|DescribeConfigs|Read .*Topic:LITERAL:__transaction_state) ", line));
        Assert.DoesNotContain(asked, line => line.Contains("FindCoordinator", StringComparison.Ordinal) || line.Contains("InitProducerId", StringComparison.Ordinal));
    }

    // A client that connects before there is a controller waits for one and never looks again.
    private static List<string> Topics(KafkaCluster cluster)
    {
        using var admin = cluster.Plaintext().Admin();
        return [.. admin.GetMetadata(TimeSpan.FromSeconds(10)).Topics.Select(one => one.Topic).Order(StringComparer.Ordinal)];
    }
}
