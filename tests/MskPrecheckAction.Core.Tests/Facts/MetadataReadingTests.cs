using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Facts;

public sealed class MetadataReadingTests
{
    private const string Roles = "process.roles";
    private const string Connect = "zookeeper.connect";

    private static readonly MskNode Broker = new(MskNodeKind.Broker);
    private static readonly MskNode Controller = new(MskNodeKind.Controller);
    private static readonly MskNode Zookeeper = new(MskNodeKind.Zookeeper);

    [Theory]
    [InlineData("3.9.x.kraft", null, "controller", "KRAFT")]
    [InlineData("3.9.X.KRAFT", null, "none", "KRAFT")]
    [InlineData("3.9.x.kraft", null, "broker", "KRAFT")]
    [InlineData("3.9.x.kraft", "z-1:2181", "none", "KRAFT")]
    [InlineData("3.9.x.kraft", null, "zookeeper", "UNKNOWN")]
    [InlineData("3.9.x.kraft", "z-1:2181", "zookeeper", "UNKNOWN")]
    [InlineData("4.0.0", null, "none", "KRAFT")]
    [InlineData("4.0.0", null, "zookeeper", "UNKNOWN")]
    [InlineData("3.6.0", "z-1:2181", "zookeeper", "ZOOKEEPER")]
    [InlineData("3.6.0", "z-1:2181", "none", "ZOOKEEPER")]
    [InlineData("3.6.0", null, "zookeeper", "ZOOKEEPER")]
    [InlineData("3.6.0", "z-1:2181", "broker", "ZOOKEEPER")]
    [InlineData("3.6.0", null, "controller", "UNKNOWN")]
    [InlineData("3.6.0", "z-1:2181", "controller", "UNKNOWN")]
    [InlineData("3.6.0", "z-1:2181", "both", "UNKNOWN")]
    [InlineData("3.9.x.kraft", null, "both", "UNKNOWN")]
    [InlineData(null, null, "controller", "KRAFT")]
    [InlineData(null, null, "zookeeper", "ZOOKEEPER")]
    [InlineData("", null, "both", "UNKNOWN")]
    [InlineData("3.6.0", null, "none", null)]
    [InlineData("3.6.0", " ", "broker", null)]
    [InlineData(null, "z-1:2181", "none", null)]
    [InlineData(null, "z-1:2181", "broker", null)]
    [InlineData("foo", "z-1:2181", "zookeeper", null)]
    [InlineData("foo.kraft", null, "controller", null)]
    public void MSK_decides(string? version, string? connectString, string nodes, string? expected) =>
        Assert.Equal(expected, Mode(Nodes(nodes, Given.AllGreen.NoBrokerConfig(Side.Source).Msk(
            Side.Source, cluster => cluster with { KafkaVersion = version, ZookeeperConnectString = connectString }))));

    [Theory]
    [InlineData("controller", "KRAFT")]
    [InlineData("zookeeper", "ZOOKEEPER")]
    [InlineData("both", "UNKNOWN")]
    [InlineData("broker", null)]
    [InlineData("none", null)]
    public void Nodes_decide_where_the_cluster_cannot_be_asked(string nodes, string? expected) =>
        Assert.Equal(expected, Mode(Nodes(nodes, Given.AllGreen.NoBrokerConfig(Side.Source).NoMsk(Side.Source))));

    [Theory]
    [InlineData("3.9.x.kraft", "3.9.x.kraft", "KRAFT")]
    [InlineData("3.9.x", "3.9.x.kraft", "UNKNOWN")]
    [InlineData("3.9.x", "3.9.x", null)]
    public void Versions_of_nodes_count_where_the_cluster_cannot_be_asked(string one, string other, string? expected) =>
        Assert.Equal(expected, Mode(Given.AllGreen.NoBrokerConfig(Side.Source).NoMsk(Side.Source).Nodes(
            Side.Source, Broker with { KafkaVersion = one }, Broker with { KafkaVersion = other })));

    [Theory]
    [InlineData("broker,controller", null, "KRAFT")]
    [InlineData("broker", "(absent)", "KRAFT")]
    [InlineData("", "z-1:2181", "ZOOKEEPER")]
    [InlineData("(absent)", "z-1:2181", "ZOOKEEPER")]
    [InlineData("broker", "z-1:2181", "UNKNOWN")]
    [InlineData("", "", null)]
    [InlineData("(absent)", "(absent)", null)]
    public void Brokers_decide_where_MSK_cannot_be_asked(string roles, string? connect, string? expected) =>
        Assert.Equal(expected, Mode(Blind().BrokerConfig(Side.Source, Roles, Entry(roles)).BrokerConfig(Side.Source, Connect, Entry(connect))));

    [Fact]
    public void Brokers_decide_where_MSK_answers_without_a_sign()
    {
        var given = Given.AllGreen.Msk(Side.Source, cluster => cluster with { ZookeeperConnectString = null }).Nodes(Side.Source, Broker, Broker);
        Assert.Equal("ZOOKEEPER", Mode(given));
        Assert.Equal("judged by the brokers' own configs: neither DescribeClusterV2 nor ListNodes shows it", Reading(given)!.Reservations[0]);
    }

    [Fact]
    public void Brokers_that_disagree_among_themselves_are_UNKNOWN() =>
        Assert.Equal("UNKNOWN", Mode(Blind().BrokerConfig(Side.Source, Roles, new("broker", ConfigSource.StaticBroker), id: 2)
            .BrokerConfig(Side.Source, Connect, null, id: 2)));

    [Fact]
    public void A_broker_that_could_not_be_read_is_a_gap_of_the_reading()
    {
        var reading = Reading(Blind().NoBrokerConfig(Side.Source, id: 3))!;
        Assert.Equal((MetadataMode.ZooKeeper, 2), (reading.Mode, reading.Evidence.Count));
        Assert.Equal([Given.TimedOut], reading.Gaps);
    }

    [Fact]
    public void A_broker_against_MSK_is_a_reservation_only()
    {
        var reading = Reading(Given.AllGreen.BrokerConfig(Side.Source, Roles, new("broker", ConfigSource.StaticBroker), id: 2)
            .BrokerConfig(Side.Source, Connect, null, id: 2))!;
        Assert.Equal(MetadataMode.ZooKeeper, reading.Mode);
        Assert.Equal(["source broker 2: process.roles=broker", "MSK says otherwise of this ARN: do the bootstrap servers lead to another cluster?"], reading.Reservations);
    }

    [Fact]
    public void A_conflict_shows_both_pieces_of_evidence()
    {
        var reading = Reading(Given.AllGreen.Nodes(Side.Source, Broker, Controller, Controller))!;
        Assert.Equal(
            ["version 3.6.0, without .kraft", "DescribeClusterV2 gives a zookeeperConnectString", "ListNodes shows 2 controller node(s)"], reading.Evidence);
    }

    [Fact]
    public void What_misses_on_all_sides_is_a_gap_with_the_permission()
    {
        var view = new ClusterView(Side.Source, Blind().NoBrokerConfig(Side.Source).Snapshot.Source);
        Assert.False(view.Metadata.TryGet(out _, out var gap));
        Assert.Equal(
            new Gap("metadata mode of the source cluster", GapCause.AccessDenied,
                "DescribeClusterV2: access denied; ListNodes: access to ListNodes denied; brokers: no answer within 30 s", "kafka:DescribeClusterV2"),
            gap);
    }

    private static Given Blind() => Given.AllGreen.NoMsk(Side.Source).NoNodes(Side.Source);

    private static Given Nodes(string kinds, Given given) => kinds switch
    {
        "none" => given.NoNodes(Side.Source),
        "broker" => given.Nodes(Side.Source, Broker, Broker, Broker),
        "controller" => given.Nodes(Side.Source, Broker, Controller, Controller),
        "zookeeper" => given.Nodes(Side.Source, Broker, Zookeeper, Zookeeper),
        _ => given.Nodes(Side.Source, Broker, Controller, Zookeeper),
    };

    private static ConfigEntry? Entry(string? value) => value == "(absent)" ? null : new ConfigEntry(value, ConfigSource.StaticBroker);

    private static MetadataReading? Reading(Given given) =>
        new ClusterView(Side.Source, given.Snapshot.Source).Metadata.TryGet(out var reading, out _) ? reading : null;

    private static string? Mode(Given given) => Reading(given)?.Mode.Spelling();
}
