using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class TargetRunsKRaftTests
{
    [Fact]
    public void Fails_when_it_runs_ZOOKEEPER()
    {
        var finding = Given.AllGreen.Msk(Side.Target, cluster => cluster with { KafkaVersion = "3.9.x", ZookeeperConnectString = "z-1:2181" })
            .NoNodes(Side.Target).Judge<TargetRunsKRaft>().Fails();
        Assert.Equal("target cluster metadata mode is ZOOKEEPER, expected KRAFT", finding.Message);
        Assert.Equal("target.cluster_arn", finding.Path);
        Assert.Equal(
            [
                "version 3.9.x, without .kraft", "DescribeClusterV2 gives a zookeeperConnectString",
                "target broker 1: process.roles=broker", "target broker 2: process.roles=broker", "target broker 3: process.roles=broker",
                "MSK says otherwise of this ARN: do the bootstrap servers lead to another cluster?",
            ],
            finding.Details);
        Assert.Contains($"--cluster-arn {Given.TargetArn} --region eu-central-1", finding.Fix.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_when_the_evidence_conflicts()
    {
        var finding = Given.AllGreen.Nodes(Side.Target, new MskNode(MskNodeKind.Zookeeper)).Judge<TargetRunsKRaft>().Fails();
        Assert.Equal("target cluster metadata mode is UNKNOWN, expected KRAFT", finding.Message);
        Assert.Equal(["ListNodes shows 1 ZooKeeper node(s)", "version 3.9.x.kraft"], finding.Details);
    }

    [Fact]
    public void Fails_when_one_broker_says_so_and_others_could_not_be_read()
    {
        var given = Blind.NoBrokerConfig(Side.Target, id: 1)
            .BrokerConfig(Side.Target, "process.roles", new("", ConfigSource.Default)).BrokerConfig(Side.Target, "zookeeper.connect", new("z-1:2181", ConfigSource.StaticBroker));
        Assert.Equal([Given.TimedOut], given.Judge<TargetRunsKRaft>().FailsWithGaps());
    }

    [Fact]
    public void Passes_when_MSK_says_so() => Assert.Null(Given.AllGreen.Judge<TargetRunsKRaft>().Passes());

    [Fact]
    public void Passes_when_only_the_brokers_could_be_asked() => Assert.Equal(
        "judged by the brokers' own configs: DescribeClusterV2: access denied; ListNodes: access to ListNodes denied", Blind.Judge<TargetRunsKRaft>().Passes());

    [Fact]
    public void Passes_with_a_remark_when_a_broker_says_otherwise()
    {
        var given = Given.AllGreen
            .BrokerConfig(Side.Target, "process.roles", new("", ConfigSource.Default), id: 2).BrokerConfig(Side.Target, "zookeeper.connect", new("z-1:2181", ConfigSource.StaticBroker), id: 2);
        Assert.StartsWith("target broker 2: ", given.Judge<TargetRunsKRaft>().Passes(), StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_apply_to_a_serverless_target() =>
        Assert.Equal("the target is MSK Serverless", Given.AllGreen.Serverless(Side.Target).Judge<TargetRunsKRaft>().DoesNotApply());

    [Fact]
    public void Is_undetermined_when_nobody_can_be_asked()
    {
        var gap = Assert.Single(Blind.NoBrokerConfig(Side.Target).Judge<TargetRunsKRaft>().IsUndetermined());
        Assert.Equal((GapCause.AccessDenied, "kafka:DescribeClusterV2"), (gap.Cause, gap.Permission));
    }

    [Fact]
    public void Is_undetermined_when_only_the_brokers_could_be_asked_and_not_all_of_them() =>
        Assert.Equal([Given.TimedOut], Blind.NoBrokerConfig(Side.Target, id: 1).Judge<TargetRunsKRaft>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_the_version_is_no_version() =>
        Assert.Equal(
            "'foo' is not a version as MSK spells them",
            Assert.Single(Given.AllGreen.Msk(Side.Target, cluster => cluster with { KafkaVersion = "foo" }).Judge<TargetRunsKRaft>().IsUndetermined()).Reason);

    private static Given Blind => Given.AllGreen.NoMsk(Side.Target).NoNodes(Side.Target);
}
