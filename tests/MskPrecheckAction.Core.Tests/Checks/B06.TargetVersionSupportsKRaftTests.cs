using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class TargetVersionSupportsKRaftTests
{
    [Theory]
    [InlineData("3.6.0")]
    [InlineData("3.6.0.1")]
    [InlineData("2.8.2.tiered")]
    [InlineData("2.8.1")]
    [InlineData("3.5.x.kraft")]
    public void Fails_when_the_version_is_below_3_7(string version)
    {
        var finding = Target(version).Judge<TargetVersionSupportsKRaft>().Fails();
        Assert.Equal($"target Kafka version {version} is below minimum 3.7 required for KRaft on MSK", finding.Message);
        Assert.Equal("target.cluster_arn", finding.Path);
    }

    [Fact]
    public void Fails_when_the_lowest_node_is_below_3_7() =>
        Assert.Equal(
            "target Kafka version 3.6.0 is below minimum 3.7 required for KRaft on MSK",
            Given.AllGreen.NoMsk(Side.Target).Nodes(Side.Target, new(MskNodeKind.Broker, "3.9.x"), new(MskNodeKind.Broker, "3.6.0"))
                .Judge<TargetVersionSupportsKRaft>().Fails().Message);

    [Theory]
    [InlineData("3.7.x")]
    [InlineData("3.7.x.kraft")]
    [InlineData("3.10.0.kraft")]
    [InlineData("4.0.x.kraft")]
    [InlineData(" 3.9.X.KRAFT ")]
    [InlineData("3.9.0")]
    public void Passes_when_the_version_is_3_7_or_later(string version) => Target(version).Judge<TargetVersionSupportsKRaft>().Passes();

    [Fact]
    public void Passes_when_only_the_nodes_can_be_asked() => Given.AllGreen.NoMsk(Side.Target).Judge<TargetVersionSupportsKRaft>().Passes();

    [Fact]
    public void Does_not_apply_to_a_serverless_target() =>
        Assert.Equal("the target is MSK Serverless", Given.AllGreen.Serverless(Side.Target).Judge<TargetVersionSupportsKRaft>().DoesNotApply());

    [Theory]
    [InlineData("foo")]
    [InlineData("latest")]
    [InlineData("4")]
    public void Is_undetermined_when_the_version_is_no_version(string version)
    {
        var gap = Assert.Single(Target(version).Judge<TargetVersionSupportsKRaft>().IsUndetermined());
        Assert.Equal((GapCause.Unparsable, $"'{version}' is not a version as MSK spells them"), (gap.Cause, gap.Reason));
    }

    [Fact]
    public void Is_undetermined_when_nobody_can_be_asked() =>
        Assert.Equal([Given.Denied], Given.AllGreen.NoMsk(Side.Target).NoNodes(Side.Target).Judge<TargetVersionSupportsKRaft>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_nobody_says_the_version() =>
        Assert.Equal(
            GapCause.Unparsable,
            Target("").Nodes(Side.Target, new MskNode(MskNodeKind.Broker)).Judge<TargetVersionSupportsKRaft>().IsUndetermined()[0].Cause);

    private static Given Target(string version) => Given.AllGreen.Msk(Side.Target, cluster => cluster with { KafkaVersion = version });
}
