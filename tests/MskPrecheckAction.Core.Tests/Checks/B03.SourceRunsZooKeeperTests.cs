using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class SourceRunsZooKeeperTests
{
    [Fact]
    public void Fails_when_it_runs_KRAFT()
    {
        var finding = Given.AllGreen.Msk(Side.Source, cluster => cluster with { KafkaVersion = "3.9.x.kraft", ZookeeperConnectString = null })
            .Nodes(Side.Source, new MskNode(MskNodeKind.Controller)).Judge<SourceRunsZooKeeper>().Fails();
        Assert.Equal("source cluster metadata mode is KRAFT, expected ZOOKEEPER", finding.Message);
        Assert.Equal("source.cluster_arn", finding.Path);
        Assert.Equal(
            [
                "version 3.9.x.kraft", "ListNodes shows 1 controller node(s)",
                "source broker 1: zookeeper.connect=z-1:2181", "source broker 2: zookeeper.connect=z-1:2181", "source broker 3: zookeeper.connect=z-1:2181",
                "MSK says otherwise of this ARN: do the bootstrap servers lead to another cluster?",
            ],
            finding.Details);
        Assert.Contains($"--cluster-arn {Given.SourceArn} --region eu-central-1", finding.Fix.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_when_the_evidence_conflicts()
    {
        var finding = Given.AllGreen.Nodes(Side.Source, new MskNode(MskNodeKind.Controller)).Judge<SourceRunsZooKeeper>().Fails();
        Assert.Equal("source cluster metadata mode is UNKNOWN, expected ZOOKEEPER", finding.Message);
        Assert.Equal(["version 3.6.0, without .kraft", "DescribeClusterV2 gives a zookeeperConnectString", "ListNodes shows 1 controller node(s)"], finding.Details);
    }

    [Fact]
    public void Fails_when_one_broker_says_so_and_others_could_not_be_read()
    {
        var given = Blind.NoBrokerConfig(Side.Source, id: 1)
            .BrokerConfig(Side.Source, "process.roles", new("broker", ConfigSource.StaticBroker)).BrokerConfig(Side.Source, "zookeeper.connect", null);
        Assert.Equal([Given.TimedOut], given.Judge<SourceRunsZooKeeper>().FailsWithGaps());
    }

    [Fact]
    public void Passes_when_MSK_says_so() => Assert.Null(Given.AllGreen.Judge<SourceRunsZooKeeper>().Passes());

    [Fact]
    public void Passes_when_only_the_brokers_could_be_asked() => Assert.Equal(
        "judged by the brokers' own configs: DescribeClusterV2: access denied; ListNodes: access to ListNodes denied", Blind.Judge<SourceRunsZooKeeper>().Passes());

    [Fact]
    public void Passes_with_a_remark_when_a_broker_says_otherwise()
    {
        var given = Given.AllGreen
            .BrokerConfig(Side.Source, "process.roles", new("broker", ConfigSource.StaticBroker), id: 2).BrokerConfig(Side.Source, "zookeeper.connect", null, id: 2);
        Assert.StartsWith("source broker 2: ", given.Judge<SourceRunsZooKeeper>().Passes(), StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_apply_to_a_serverless_source() =>
        Assert.Equal("the source is MSK Serverless", Given.AllGreen.Serverless(Side.Source).Judge<SourceRunsZooKeeper>().DoesNotApply());

    [Fact]
    public void Is_undetermined_when_nobody_can_be_asked()
    {
        var gap = Assert.Single(Blind.NoBrokerConfig(Side.Source).Judge<SourceRunsZooKeeper>().IsUndetermined());
        Assert.Equal((GapCause.AccessDenied, "kafka:DescribeClusterV2"), (gap.Cause, gap.Permission));
    }

    [Fact]
    public void Is_undetermined_when_only_the_brokers_could_be_asked_and_not_all_of_them() =>
        Assert.Equal([Given.TimedOut], Blind.NoBrokerConfig(Side.Source, id: 1).Judge<SourceRunsZooKeeper>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_the_version_is_no_version() =>
        Assert.Equal(
            "'foo' is not a version as MSK spells them",
            Assert.Single(Given.AllGreen.Msk(Side.Source, cluster => cluster with { KafkaVersion = "foo" }).Judge<SourceRunsZooKeeper>().IsUndetermined()).Reason);

    private static Given Blind => Given.AllGreen.NoMsk(Side.Source).NoNodes(Side.Source);
}
