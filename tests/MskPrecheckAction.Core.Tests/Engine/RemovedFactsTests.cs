using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Engine;

/// <summary>The property the program stands for: not having looked never makes anything greener.</summary>
public sealed class RemovedFactsTests
{
    private static readonly string[] Sizes = ["B11", "B12", "W04"];

    private static readonly Dictionary<string, (Func<Given, Given> Remove, string[] ReadBy)> Facts = new()
    {
        ["source DescribeClusterV2"] = (given => given.NoMsk(Side.Source), ["B02"]),
        ["target DescribeClusterV2"] = (given => given.NoMsk(Side.Target), ["B02"]),
        ["source ListNodes"] = (given => given.NoNodes(Side.Source), []),
        ["target ListNodes"] = (given => given.NoNodes(Side.Target), []),
        ["source MSK API"] = (given => given.NoMsk(Side.Source).NoNodes(Side.Source), ["B02", "W01"]),
        ["target MSK API"] = (given => given.NoMsk(Side.Target).NoNodes(Side.Target), ["B02", "B06", "W01"]),
        ["source MSK API and brokers"] = (given => given.NoMsk(Side.Source).NoNodes(Side.Source).NoBrokerConfig(Side.Source), ["B02", "B03", "W01", "W05", .. Sizes]),
        ["target MSK API and brokers"] = (given => given.NoMsk(Side.Target).NoNodes(Side.Target).NoBrokerConfig(Side.Target), ["B02", "B04", "B06", "W01", .. Sizes]),
        ["source version"] = (given => given.Msk(Side.Source, cluster => cluster with { KafkaVersion = "?" }), ["B03"]),
        ["target version"] = (given => given.Msk(Side.Target, cluster => cluster with { KafkaVersion = "?" }), ["B04", "B06"]),
        ["source way in"] = (given => given.Kafka(Side.Source, _ => CutOff), ["B09", "W05", "W06", "W07", "W09", "W10", .. Sizes]),
        ["target way in"] = (given => given.Kafka(Side.Target, _ => CutOff), ["B10", .. Sizes]),
        ["source brokers"] = (given => given.Kafka(Side.Source, kafka => kafka with { Cluster = Missing<KafkaCluster>() }), Sizes),
        ["target brokers"] = (given => given.Kafka(Side.Target, kafka => kafka with { Cluster = Missing<KafkaCluster>() }), Sizes),
        ["a source broker"] = (given => given.BrokerDown(Side.Source, id: 2), Sizes),
        ["a target broker"] = (given => given.BrokerDown(Side.Target, id: 2), Sizes),
        ["configs of a source broker"] = (given => given.NoBrokerConfig(Side.Source, id: 2), Sizes),
        ["configs of a target broker"] = (given => given.NoBrokerConfig(Side.Target, id: 2), Sizes),
        ["message.max.bytes of a target broker"] = (given => given.BrokerConfig(Side.Target, "message.max.bytes", null, id: 2), ["B11", "W04"]),
        ["replica.fetch.max.bytes of a target broker"] = (given => given.BrokerConfig(Side.Target, "replica.fetch.max.bytes", null, id: 2), ["B12", "W04"]),
        ["topics"] = (given => given.Kafka(Side.Source, kafka => kafka with { Topics = Missing<Listing<Topic>>() }), ["W07", "W10", .. Sizes]),
        ["part of the topics"] = (given => given.Topics(Partial), ["W07", "W10", .. Sizes]),
        ["what proves the topics"] = (given => given.Topics(Unproven), ["W07", "W10", .. Sizes]),
        ["all topics of a list"] = (given => given.Topics(list => Partial(list with { Items = [] })), ["W07", "W10", .. Sizes]),
        ["configs of a topic"] = (given => given.Topics(list => list with { Items = [Given.UnreadTopic("orders"), .. list.Items.Where(topic => topic.Name != "orders")] }), ["W07", "W10", .. Sizes]),
        ["max.message.bytes of a topic"] = (NoTopicKey("max.message.bytes"), Sizes),
        ["cleanup.policy of a topic"] = (NoTopicKey("cleanup.policy"), ["W07"]),
        ["groups"] = (given => given.Kafka(Side.Source, kafka => kafka with { Groups = Missing<Listing<ConsumerGroup>>() }), ["W05"]),
        ["part of the groups"] = (given => given.Groups(Partial), ["W05"]),
        ["what proves the groups"] = (given => given.Groups(Unproven), ["W05"]),
        ["members of a group"] = (given => given.Groups(list => list with { Items = [.. list.Items.Select(group => group with { Description = Missing<GroupDescription>() })] }), ["W05"]),
        ["transactions"] = (given => given.Kafka(Side.Source, kafka => kafka with { Transactions = Missing<Listing<TransactionalId>>() }), ["W06"]),
        ["part of the transactions"] = (given => given.Transactions(Listing.Partial<TransactionalId>([], Given.TimedOut)), ["W06"]),
        ["ACLs"] = (given => given.Kafka(Side.Source, kafka => kafka with { Acls = Missing<AclFacts>() }), ["W09"]),
        ["backup bucket"] = (given => given.With((Snapshot seen) => seen with { BackupBucket = Missing<Reachability>() }), ["B07"]),
        ["evidence bucket"] = (given => given.With((Snapshot seen) => seen with { EvidenceBucket = Missing<Reachability>() }), ["B08"]),
    };

    // Every check fails in one of these at least.
    private static readonly Dictionary<string, Given> Starts = new()
    {
        ["all green"] = Given.AllGreen,
        ["everything wrong"] = EverythingWrong(),
        // Serverless has no brokers of its own that could be asked.
        ["serverless"] = Given.AllGreen.Serverless(Side.Source).Serverless(Side.Target).NoBrokerConfig(Side.Source).NoBrokerConfig(Side.Target),
        ["no way in"] = Given.AllGreen.NoWayIn(Side.Source, "refused", "B09").NoWayIn(Side.Target, "refused", "B10"),
        ["no customer topics"] = Given.AllGreen.Topics(Given.Topic("__consumer_offsets")),
        ["stock sizes"] = Given.AllGreen.BrokerConfig(Side.Target, "replica.fetch.max.bytes", new("1048576", ConfigSource.Default)),
        ["much unknown"] = Given.AllGreen.NoMsk(Side.Source).NoMsk(Side.Target).NoBrokerConfig(Side.Target, id: 1),
    };

    public static TheoryData<string> Removals => [.. Facts.Keys];

    [Theory]
    [MemberData(nameof(Removals))]
    public void No_check_passes_without_a_fact_that_it_reads(string fact)
    {
        var (remove, readBy) = Facts[fact];
        var passed = Passed(remove(Given.AllGreen));
        Assert.Empty(readBy.Intersect(passed));
        Assert.Equal([.. CheckCatalog.All.Select(check => check.Code).Except(passed)], readBy.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Removals))]
    public void No_check_begins_to_pass_without_a_fact(string fact)
    {
        foreach (var (name, start) in Starts)
        {
            var began = Passed(Facts[fact].Remove(start)).Except(Passed(start));
            Assert.True(!began.Any(), $"{name}: {string.Join(", ", began)}");
        }
    }

    [Theory]
    [MemberData(nameof(Removals))]
    public void No_check_begins_to_pass_without_a_second_fact(string fact)
    {
        foreach (var (second, (remove, _)) in Facts)
        {
            var once = Facts[fact].Remove(EverythingWrong());
            var began = Passed(remove(once)).Except(Passed(once));
            Assert.True(!began.Any(), $"{second}: {string.Join(", ", began)}");
        }
    }

    private static KafkaFacts CutOff => KafkaFacts.NoWayIn(Fact<Reachability>.Missing(Given.Cancelled), Given.Cancelled);

    /// <summary>A pair in which nearly every check fails.</summary>
    internal static Given EverythingWrong() => Given.AllGreen
        .Msk(Side.Source, cluster => cluster with { KafkaVersion = "3.9.x.kraft", ZookeeperConnectString = null, NumberOfBrokerNodes = 6 })
        .Nodes(Side.Source, [.. Enumerable.Repeat(new MskNode(MskNodeKind.Broker, "3.9.x.kraft"), 6), new(MskNodeKind.Controller)])
        .BrokerConfig(Side.Source, "process.roles", new("broker", ConfigSource.StaticBroker)).BrokerConfig(Side.Source, "zookeeper.connect", null)
        .Msk(Side.Target, cluster => cluster with { KafkaVersion = "3.6.0", ZookeeperConnectString = "z-1:2181" })
        .Nodes(Side.Target, [.. Enumerable.Repeat(new MskNode(MskNodeKind.Broker, "3.6.0"), 3), new(MskNodeKind.Zookeeper)])
        .BrokerConfig(Side.Target, "process.roles", null).BrokerConfig(Side.Target, "zookeeper.connect", new("z-1:2181", ConfigSource.StaticBroker))
        .Topics(
            Given.Topic("orders", ("max.message.bytes", "2000000"), ("retention.ms", "1")),
            Given.Topic("payments", ("max.message.bytes", "2000000"), ("cleanup.policy", "compact")))
        .Groups(Given.Group("billing", "b-1")).Transactions(new TransactionalId("t", TransactionState.Ongoing)).Acls(Given.Acl("User:ANONYMOUS"))
        .With((Snapshot seen) => seen with { BackupBucket = Fact.Known(new Reachability("404")), EvidenceBucket = Fact.Known(new Reachability("404")) });

    private static List<string> Passed(Given given) =>
    [
        .. Evaluation.Run(CheckCatalog.All, new Evidence(given.Plan, given.Snapshot), new HashSet<string>())
            .Where(result => result.Outcome is Outcome.Passed).Select(result => result.Check.Code),
    ];

    private static Fact<T> Missing<T>()
        where T : notnull => Fact<T>.Missing(Given.TimedOut);

    private static Listing<T> Partial<T>(Listing<T> list) => Listing.Partial(list.Items, Given.TimedOut);

    private static Listing<T> Unproven<T>(Listing<T> list) => Listing.Unknown(list.Items);

    private static Func<Given, Given> NoTopicKey(string key) => given => given.Topics(list => list with
    {
        Items = [.. list.Items.Select(topic => topic with { Config = topic.Config.Select(config => config.Set(key, null)) })],
    });
}
