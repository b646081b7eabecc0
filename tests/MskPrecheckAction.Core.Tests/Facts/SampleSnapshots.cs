using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Tests.Facts;

/// <summary>Snapshots that have something of everything, and large ones.</summary>
internal static class SampleSnapshots
{
    public const string SourceArn = "arn:aws:kafka:eu-central-1:123456789012:cluster/orders-zk/1f2e3d4c-0000-4000-8000-000000000001-7";
    public const string TargetArn = "arn:aws:kafka:eu-central-1:123456789012:cluster/orders-kraft/1f2e3d4c-0000-4000-8000-000000000002-7";

    public static Gap Denied { get; } = new("ListNodes of the target cluster", GapCause.AccessDenied, "not authorized", "kafka:ListNodes");

    /// <summary>A known fact and a gap of every kind, lists of every coverage, a hostile name.</summary>
    public static Snapshot Varied() => new()
    {
        ToolVersion = "0.1.0",
        CollectedAt = new DateTimeOffset(2026, 11, 22, 19, 30, 0, TimeSpan.Zero),
        Asked = new(new(SourceArn, AuthMode.ScramSha512, null), new(TargetArn, AuthMode.Iam, "b-1.example:9098"), "backup", "evidence"),
        Source = new(
            new(
                Fact.Known(new MskCluster(SourceArn, ClusterType.Provisioned)
                {
                    KafkaVersion = "3.6.0",
                    NumberOfBrokerNodes = 3,
                    ZookeeperConnectString = "z-1:2181",
                    State = "ACTIVE",
                    ClientAuthentication = new() { Scram = true, Iam = false, ClientBroker = "TLS" },
                }),
                Fact.Known<IReadOnlyList<MskNode>>([new(MskNodeKind.Broker, "3.6.0"), new(MskNodeKind.Zookeeper)])),
            new()
            {
                WayIn = Fact.Known(new Reachability(null, "broker 3 did not answer")),
                Cluster = Fact.Known(new KafkaCluster("abc", [new(1, "b-1", 9096, Configs(("message.max.bytes", "1048588", ConfigSource.StaticBroker)))])),
                Topics = Fact.Known(Listing.Partial<Topic>(
                    [
                        new("orders", 12, 3, Configs(("retention.ms", "604800000", ConfigSource.Default), ("cleanup.policy", "compact", ConfigSource.DynamicTopic))),
                        new("zahlungen-ü-\u202E-|`x`-<!--", 1, 1, Fact<ResourceConfig>.Missing(Denied)),
                    ],
                    Denied)),
                Groups = Fact.Known(Listing.Unknown<ConsumerGroup>([new("g", Fact.Known(new GroupDescription("Stable", 1, ["one"])))], Denied)),
                Transactions = Fact.Known(Listing.Complete<TransactionalId>([new("tx", TransactionState.PrepareEpochFence)], "judged on what was seen")),
                Acls = Fact.Known(new AclFacts(true, [new("TOPIC", "*", "LITERAL", "User:alice", "*", "READ", "ALLOW")])),
            }),
        Target = new(
            new(Fact<MskCluster>.Missing(Denied), Fact<IReadOnlyList<MskNode>>.Missing(Denied)),
            KafkaFacts.NoWayIn(Fact.Known(new Reachability("TCP: connection refused")), new Gap("brokers of the target cluster", GapCause.Dependency, "B10"))),
        BackupBucket = Fact.Known(new Reachability(null)),
        EvidenceBucket = Fact<Reachability>.Missing(new Gap("HeadBucket of 'evidence'", GapCause.Timeout, "no answer within 30 s")),
        CutShort = "stopped by SIGTERM",
    };

    /// <summary>The source of the speed goals, by a factor; every tenth topic has an override.</summary>
    public static Snapshot Large(int topics = 10_000, int acls = 20_000, int groups = 5_000, int transactions = 2_000)
    {
        var varied = Varied();
        Fact<ResourceConfig> Config(int i) => Configs(
            ("cleanup.policy", "delete", ConfigSource.Default),
            ("max.message.bytes", i % 10 == 0 ? "2097152" : "1048588", i % 10 == 0 ? ConfigSource.DynamicTopic : ConfigSource.Default),
            ("message.timestamp.type", "CreateTime", ConfigSource.Default),
            ("retention.ms", "604800000", ConfigSource.Default));
        return varied with
        {
            Source = varied.Source with
            {
                Kafka = varied.Source.Kafka with
                {
                    Topics = Fact.Known(Listing.Complete<Topic>([.. Count(topics).Select(i => new Topic($"customer.topic-{i:D6}", 5, 2, Config(i)))])),
                    Acls = Fact.Known(new AclFacts(true, [.. Count(acls).Select(i =>
                        new AclBinding("TOPIC", $"customer.topic-{i / 2:D6}", "LITERAL", $"User:svc-{i % 500:D4}", "*", i % 2 == 0 ? "READ" : "WRITE", "ALLOW"))])),
                    Groups = Fact.Known(Listing.Complete<ConsumerGroup>([.. Count(groups).Select(i =>
                        new ConsumerGroup($"customer-group-{i:D6}", Fact.Known(new GroupDescription("Stable", 2, i % 100 == 0 ? [$"instance-{i}"] : []))))])),
                    Transactions = Fact.Known(Listing.Complete<TransactionalId>([.. Count(transactions).Select(i =>
                        new TransactionalId($"tx-{i:D6}", i % 10 == 0 ? TransactionState.Ongoing : TransactionState.CompleteCommit))])),
                },
            },
        };
    }

    private static IEnumerable<int> Count(int to) => Enumerable.Range(0, to);

    private static Fact<ResourceConfig> Configs(params (string Key, string Value, ConfigSource Source)[] entries) =>
        Fact.Known(new ResourceConfig(entries.ToDictionary(one => one.Key, one => new ConfigEntry(one.Value, one.Source))));
}
