using System.Diagnostics;
using Confluent.Kafka.Admin;
using Xunit;
using static MskPrecheckAction.Kafka.KafkaClients;

namespace MskPrecheckAction.Kafka;

/// <summary>The rig itself: the shared pair starts, and what tests make on it is there for others to see.</summary>
public sealed class SharedKafkaTests(SharedKafka kafka, ITestOutputHelper output)
{
    [Fact]
    public async Task The_pair_starts_with_two_brokers_each()
    {
        var watch = Stopwatch.StartNew();
        var (source, target) = await kafka.PairAsync();
        output.WriteLine($"{source.Version} and {target.Version} after {watch.Elapsed.TotalSeconds:0.0} s");
        foreach (var cluster in new[] { source, target })
        {
            using var admin = cluster.Plaintext().Admin();
            await Eventually.TrueAsync(() => admin.GetMetadata(TimeSpan.FromSeconds(5)).Brokers.Select(b => b.BrokerId).Order().SequenceEqual([1, 2]), "both brokers");
        }
    }

    [Theory]
    [InlineData(KafkaMode.ZooKeeper)]
    [InlineData(KafkaMode.KRaft)]
    public async Task A_topic_with_configs_is_listed(KafkaMode mode)
    {
        var cluster = await Cluster(mode);
        var topic = await cluster.CreateTopicAsync(Unique("orders"), 3, 2, ("max.message.bytes", "2000000"), ("cleanup.policy", "compact,delete"));
        using var admin = cluster.Plaintext().Admin();
        Assert.Equal(3, admin.GetMetadata(TimeSpan.FromSeconds(5)).Topics.Single(t => t.Topic == topic).Partitions.Count);
        var configs = (await admin.DescribeConfigsAsync([new ConfigResource { Type = ResourceType.Topic, Name = topic }])).Single().Entries;
        Assert.Equal("2000000", configs["max.message.bytes"].Value);
        Assert.Equal(ConfigSource.DynamicTopicConfig, configs["cleanup.policy"].Source);
    }

    [Fact]
    public async Task A_static_member_is_present()
    {
        var source = await kafka.SourceAsync();
        var topic = await source.CreateTopicAsync(Unique("orders"));
        var group = Unique("billing");
        await using var member = await StaticMember.JoinAsync(source, group, "billing-1", topic);
        using var admin = source.Plaintext().Admin();
        var described = (await admin.DescribeConsumerGroupsAsync([group])).ConsumerGroupDescriptions.Single();
        Assert.Equal("billing-1", described.Members.Single().GroupInstanceId);
    }

    [Theory]
    [InlineData(KafkaMode.ZooKeeper)]
    [InlineData(KafkaMode.KRaft)]
    public async Task An_ongoing_and_an_ended_transaction_are_in_the_clusters_own_topic(KafkaMode mode)
    {
        var cluster = await Cluster(mode);
        var topic = await cluster.CreateTopicAsync(Unique("orders"));
        var (ongoing, ended) = (Unique("ongoing"), Unique("ended"));
        using var first = new TransactionalProducer(cluster, ongoing);
        first.Begin(topic);
        using var second = new TransactionalProducer(cluster, ended);
        second.Begin(topic);
        second.Commit();
        await Eventually.TrueAsync(() => TransactionState.Of(cluster, ongoing) == 1 && TransactionState.Of(cluster, ended) == 4, "Ongoing and CompleteCommit");
    }

    [Theory]
    [InlineData(KafkaMode.ZooKeeper)]
    [InlineData(KafkaMode.KRaft)]
    public async Task SCRAM_lets_the_right_password_in_and_ACLs_say_what_it_sees(KafkaMode mode)
    {
        var cluster = await Cluster(mode);
        var user = Unique("alice");
        await cluster.AddScramUserAsync(user, "right");
        Assert.True(CanEnter(cluster.Scram(user, "right")));
        Assert.False(CanEnter(cluster.Scram(user, "wrong")));

        var (seen, unseen) = (await cluster.CreateTopicAsync(Unique("seen")), await cluster.CreateTopicAsync(Unique("unseen")));
        await cluster.AddAclsAsync(Binding($"User:{user}", AclOperation.Describe, ResourceType.Topic, seen));
        using var admin = cluster.Scram(user, "right").Admin();
        await Eventually.TrueAsync(() => admin.GetMetadata(TimeSpan.FromSeconds(5)).Topics.Any(t => t.Topic == seen), "the topic of the ACL");
        Assert.DoesNotContain(unseen, admin.GetMetadata(TimeSpan.FromSeconds(5)).Topics.Select(t => t.Topic));
    }

    [Theory]
    [InlineData(KafkaMode.ZooKeeper)]
    [InlineData(KafkaMode.KRaft)]
    public async Task A_client_certificate_is_a_principal(KafkaMode mode)
    {
        var cluster = await Cluster(mode);
        var topic = await cluster.CreateTopicAsync(Unique("mtls"));
        await cluster.AddAclsAsync(Binding("User:CN=client", AclOperation.Describe, ResourceType.Topic, topic));
        using var admin = cluster.Tls().Admin();
        await Eventually.TrueAsync(() => admin.GetMetadata(TimeSpan.FromSeconds(5)).Topics.Any(t => t.Topic == topic), "the topic of the ACL");
        await Eventually.TrueAsync(() => cluster.BrokerIds.Any(b => cluster.LogOf(b).Contains("User:CN=client is Allowed", StringComparison.Ordinal)
            || cluster.LogOf(b).Contains("Principal = User:CN=client", StringComparison.Ordinal)), "the authorizer's line");
    }

    [Fact]
    public async Task The_IAM_listener_is_there_where_its_validator_is()
    {
        KafkaHome.RequireIam(KafkaMode.ZooKeeper);
        var source = await kafka.SourceAsync();
        Assert.True(source.Has(KafkaListener.Iam));
        Assert.Equal(2, source.Bootstrap(KafkaListener.Iam).Split(',').Length);
    }

    private Task<KafkaCluster> Cluster(KafkaMode mode) => mode == KafkaMode.ZooKeeper ? kafka.SourceAsync() : kafka.TargetAsync();
}
