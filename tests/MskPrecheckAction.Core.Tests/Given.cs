using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction;

/// <summary>A plan and what was found: all green until a test changes one thing.</summary>
internal sealed record Given(MigrationPlan Plan, Snapshot Snapshot)
{
    public const string SourceArn = "arn:aws:kafka:eu-central-1:111122223333:cluster/orders/1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b-7";
    public const string TargetArn = "arn:aws:kafka:eu-central-1:111122223333:cluster/orders-kraft/9a8b7c6d-5e4f-4321-8765-0fedcba98765-12";

    public static Given AllGreen { get; } = Make();

    public static Gap Denied { get; } = new("DescribeClusterV2 of a cluster", GapCause.AccessDenied, "access denied", "kafka:DescribeClusterV2");

    public static Gap TimedOut { get; } = new("something of a cluster", GapCause.Timeout, "no answer within 30 s");

    public static Gap Cancelled { get; } = new("way in", GapCause.Cancelled, "the run's limit of 300 s was reached");

    public Outcome Judge<TCheck>()
        where TCheck : Check, new() => new TCheck().Evaluate(new Evidence(Plan, Snapshot));

    public static Gap Down { get; } = new("configs of broker 2", GapCause.Unreachable, "the broker is down");

    public Given With(Func<MigrationPlan, MigrationPlan> change) => this with { Plan = change(Plan) };

    public Given With(Func<Snapshot, Snapshot> change) => this with { Snapshot = change(Snapshot) };

    public Given Arn(Side side, string text) => Cluster(side, plan => plan with { Arn = ArnOf(text) });

    public Given Auth(Side side, AuthMode mode) => Cluster(side, plan => plan with { Auth = new AuthPlan(mode) });

    public Given Cluster(Side side, Func<ClusterPlan, ClusterPlan> change) =>
        With((MigrationPlan plan) => side is Side.Source ? plan with { Source = change(plan.Source) } : plan with { Target = change(plan.Target) });

    public Given Facts(Side side, Func<ClusterFacts, ClusterFacts> change) =>
        With((Snapshot seen) => side is Side.Source ? seen with { Source = change(seen.Source) } : seen with { Target = change(seen.Target) });

    public Given Msk(Side side, Func<MskCluster, MskCluster> change) =>
        Facts(side, facts => facts with { Msk = facts.Msk with { Cluster = facts.Msk.Cluster.Select(change) } });

    public Given NoMsk(Side side, Gap? gap = null) =>
        Facts(side, facts => facts with { Msk = facts.Msk with { Cluster = Fact<MskCluster>.Missing(gap ?? Denied) } });

    public Given Nodes(Side side, params MskNode[] nodes) =>
        Facts(side, facts => facts with { Msk = facts.Msk with { Nodes = Fact.Known<IReadOnlyList<MskNode>>(nodes) } });

    public Given NoNodes(Side side) => Facts(side, facts => facts with
    {
        Msk = facts.Msk with
        {
            Nodes = Fact<IReadOnlyList<MskNode>>.Missing(new Gap("ListNodes", GapCause.AccessDenied, "access to ListNodes denied", "kafka:ListNodes")),
        },
    });

    public Given Serverless(Side side) => Msk(side, cluster => new MskCluster(cluster.ClusterArn, ClusterType.Serverless))
        .Facts(side, facts => facts with
        {
            Msk = facts.Msk with { Nodes = Fact<IReadOnlyList<MskNode>>.Missing(new Gap("ListNodes", GapCause.Unsupported, "not for MSK Serverless")) },
        });

    public Given Kafka(Side side, Func<KafkaFacts, KafkaFacts> change) => Facts(side, facts => facts with { Kafka = change(facts.Kafka) });

    public Given WayIn(Side side, string? error, string? remark = null) =>
        Kafka(side, kafka => kafka with { WayIn = Fact.Known(new Reachability(error, remark)) });

    public Given NoWayIn(Side side, string error, string code)
    {
        var gap = new Gap($"Kafka protocol of the {side.Word()} cluster", GapCause.Dependency, $"depends on {code}");
        return Kafka(side, _ => KafkaFacts.NoWayIn(Fact.Known(new Reachability(error)), gap));
    }

    public Given Brokers(Side side, Func<IReadOnlyList<Broker>, IEnumerable<Broker>> change) => Kafka(side, kafka => kafka with
    {
        Cluster = kafka.Cluster.Select(cluster => cluster with { Brokers = [.. change(cluster.Brokers)] }),
    });

    /// <summary>Sets a config of one broker, or of all; null takes the key away.</summary>
    public Given BrokerConfig(Side side, string key, ConfigEntry? entry, int? id = null) => Brokers(side, brokers => brokers.Select(broker =>
        id is null || broker.Id == id ? broker with { Config = broker.Config.Select(config => config.Set(key, entry)) } : broker));

    /// <summary>A broker that partitions name and that is not among the live ones.</summary>
    public Given BrokerDown(Side side, int id) => Brokers(side, brokers => brokers.Select(broker =>
        broker.Id == id ? new Broker(id, null, null, Fact<ResourceConfig>.Missing(Down)) : broker));

    public Given NoBrokerConfig(Side side, int? id = null, Gap? gap = null) => Brokers(side, brokers => brokers.Select(broker =>
        id is null || broker.Id == id ? broker with { Config = Fact<ResourceConfig>.Missing(gap ?? TimedOut) } : broker));

    public Given Topics(params Topic[] topics) => TopicList(Listing.Complete<Topic>(topics));

    public Given TopicList(Listing<Topic> topics) => Kafka(Side.Source, kafka => kafka with { Topics = Fact.Known(topics) });

    public Given Topics(Func<Listing<Topic>, Listing<Topic>> change) =>
        Kafka(Side.Source, kafka => kafka with { Topics = kafka.Topics.Select(change) });

    public Given Groups(Func<Listing<ConsumerGroup>, Listing<ConsumerGroup>> change) =>
        Kafka(Side.Source, kafka => kafka with { Groups = kafka.Groups.Select(change) });

    public Given Groups(Listing<ConsumerGroup> groups) => Kafka(Side.Source, kafka => kafka with { Groups = Fact.Known(groups) });

    public Given Groups(params ConsumerGroup[] groups) => Groups(Listing.Complete<ConsumerGroup>(groups));

    public Given Transactions(params TransactionalId[] ids) => Transactions(Listing.Complete<TransactionalId>(ids));

    public Given Transactions(Listing<TransactionalId> ids) => Kafka(Side.Source, kafka => kafka with { Transactions = Fact.Known(ids) });

    public Given Acls(params AclBinding[] bindings) => Kafka(Side.Source, kafka => kafka with { Acls = Fact.Known(new AclFacts(true, bindings)) });

    public static ClusterArn ArnOf(string text) => ClusterArn.TryParse(text, out var arn) ? arn : throw new ArgumentException($"'{text}' is no ARN.", nameof(text));

    /// <summary>A topic with the configs of a fresh cluster, but records that stay for ever.</summary>
    public static Topic Topic(string name, params (string Key, string? Value)[] overrides)
    {
        var config = Configs(
            ("cleanup.policy", "delete", ConfigSource.Default),
            ("max.message.bytes", "1048588", ConfigSource.Default),
            ("message.timestamp.type", "CreateTime", ConfigSource.Default),
            ("retention.ms", "-1", ConfigSource.Default));
        foreach (var (key, value) in overrides)
        {
            config = config.Set(key, new ConfigEntry(value, ConfigSource.DynamicTopic));
        }

        return new Topic(name, 6, 3, Fact.Known(config));
    }

    public static Topic UnreadTopic(string name, Gap? gap = null) => new(name, 6, 3, Fact<ResourceConfig>.Missing(gap
        ?? new Gap($"configs of '{name}'", GapCause.AccessDenied, "TOPIC_AUTHORIZATION_FAILED", "DESCRIBE_CONFIGS on Topic")));

    public static ConsumerGroup Group(string id, params string[] staticInstanceIds) =>
        new(id, Fact.Known(new GroupDescription("Stable", Math.Max(1, staticInstanceIds.Length), staticInstanceIds)));

    public static AclBinding Acl(
        string principal = "User:alice", string type = "TOPIC", string name = "orders", string pattern = "LITERAL", string operation = "READ") =>
        new(type, name, pattern, principal, "*", operation, "ALLOW");

    private static ResourceConfig Configs(params (string Key, string? Value, ConfigSource Source)[] entries) =>
        new(entries.ToDictionary(one => one.Key, one => new ConfigEntry(one.Value, one.Source)));

    private static Given Make()
    {
        var plan = new MigrationPlan
        {
            Source = new ClusterPlan(Side.Source, ArnOf(SourceArn), new AuthPlan(AuthMode.Tls)),
            Target = new ClusterPlan(Side.Target, ArnOf(TargetArn), new AuthPlan(AuthMode.Tls)),
            Backup = new BackupPlan("orders-backup"),
            Evidence = new EvidencePlan("orders-evidence"),
        };
        var source = new MskCluster(SourceArn, ClusterType.Provisioned)
        {
            KafkaVersion = "3.6.0",
            NumberOfBrokerNodes = 3,
            ZookeeperConnectString = "z-1.orders.c3.kafka.eu-central-1.amazonaws.com:2181",
            State = "ACTIVE",
        };
        var target = new MskCluster(TargetArn, ClusterType.Provisioned) { KafkaVersion = "3.9.x.kraft", NumberOfBrokerNodes = 3, State = "ACTIVE" };
        return new Given(plan, new Snapshot
        {
            ToolVersion = "0.1.0",
            CollectedAt = new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero),
            Asked = AskedQuestions.Of(plan),
            Source = new ClusterFacts(
                MskOf(source, MskNodeKind.Zookeeper),
                KafkaOf("source", "3.6-IV2", ("process.roles", "", ConfigSource.Default), ("zookeeper.connect", "z-1:2181", ConfigSource.StaticBroker))),
            Target = new ClusterFacts(
                MskOf(target, MskNodeKind.Controller),
                KafkaOf("target", "3.9-IV0", ("process.roles", "broker", ConfigSource.StaticBroker), ("zookeeper.connect", null, ConfigSource.Default))),
            BackupBucket = Fact.Known(new Reachability(null)),
            EvidenceBucket = Fact.Known(new Reachability(null)),
        });
    }

    private static MskFacts MskOf(MskCluster cluster, MskNodeKind others) => new(
        Fact.Known(cluster),
        Fact.Known<IReadOnlyList<MskNode>>(
        [
            .. Enumerable.Repeat(new MskNode(MskNodeKind.Broker, cluster.KafkaVersion), 3),
            .. Enumerable.Repeat(new MskNode(others), 3),
        ]));

    private static KafkaFacts KafkaOf(string side, string protocol, params (string Key, string? Value, ConfigSource Source)[] mode)
    {
        var config = Configs(
        [
            ("authorizer.class.name", "kafka.security.authorizer.AclAuthorizer", ConfigSource.StaticBroker),
            ("inter.broker.protocol.version", protocol, ConfigSource.StaticBroker),
            ("message.max.bytes", "1048588", ConfigSource.Default),
            ("replica.fetch.max.bytes", "1048588", ConfigSource.StaticBroker),
            .. mode,
        ]);
        return new KafkaFacts
        {
            WayIn = Fact.Known(new Reachability(null)),
            Cluster = Fact.Known(new KafkaCluster(
                $"{side}-cluster-id", [.. Enumerable.Range(1, 3).Select(id => new Broker(id, $"b-{id}.{side}.c3.kafka.eu-central-1.amazonaws.com", 9094, Fact.Known(config)))])),
            Topics = Fact.Known(Listing.Complete<Topic>(
                [Topic("__consumer_offsets", ("cleanup.policy", "compact"), ("max.message.bytes", "99999999")), Topic("orders"), Topic("payments")])),
            Groups = Fact.Known(Listing.Complete<ConsumerGroup>([Group("billing"), Group("__amazon_msk_canary", "canary-1")])),
            Transactions = Fact.Known(Listing.Complete<TransactionalId>([])),
            Acls = Fact.Known(new AclFacts(true, [Acl()])),
        };
    }
}

/// <summary>Short ways to say what a test expects, and to change a config.</summary>
internal static class GivenExtensions
{
    public static Finding Fails(this Outcome outcome) => Assert.Single(Assert.IsType<Outcome.Failed>(outcome).Findings);

    public static IReadOnlyList<Gap> FailsWithGaps(this Outcome outcome) => Assert.IsType<Outcome.Failed>(outcome).Gaps;

    public static string? Passes(this Outcome outcome) => Assert.IsType<Outcome.Passed>(outcome).Remark;

    public static string DoesNotApply(this Outcome outcome) => Assert.IsType<Outcome.NotApplicable>(outcome).Because;

    public static IReadOnlyList<Gap> IsUndetermined(this Outcome outcome)
    {
        var gaps = Assert.IsType<Outcome.Undetermined>(outcome).Gaps;
        Assert.NotEmpty(gaps);
        return gaps;
    }

    public static ResourceConfig Set(this ResourceConfig config, string key, ConfigEntry? entry)
    {
        var entries = config.Entries.ToDictionary();
        entries.Remove(key);
        if (entry is { } value)
        {
            entries.Add(key, value);
        }

        return new ResourceConfig(entries);
    }
}
