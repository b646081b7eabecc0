using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class TargetHasAsManyBrokersTests
{
    [Fact]
    public void Fails_when_the_target_has_fewer()
    {
        var finding = Given.AllGreen.Msk(Side.Source, cluster => cluster with { NumberOfBrokerNodes = 6 }).Judge<TargetHasAsManyBrokers>().Fails();
        Assert.Equal("target has 3 brokers but source has 6 — consider scaling up before seed", finding.Message);
        Assert.Equal("target.cluster_arn", finding.Path);
        Assert.Contains("--target-number-of-broker-nodes 6", finding.Fix.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_when_only_the_nodes_could_be_asked_and_controllers_would_make_up_for_it() =>
        Assert.Equal(
            "target has 2 brokers but source has 3 — consider scaling up before seed",
            Given.AllGreen.NoMsk(Side.Target)
                .Nodes(Side.Target, new(MskNodeKind.Broker), new(MskNodeKind.Broker), new(MskNodeKind.Controller), new(MskNodeKind.Controller))
                .Judge<TargetHasAsManyBrokers>().Fails().Message);

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    public void Passes_when_the_target_has_as_many(int brokers) =>
        Given.AllGreen.Msk(Side.Target, cluster => cluster with { NumberOfBrokerNodes = brokers }).Judge<TargetHasAsManyBrokers>().Passes();

    [Theory]
    [InlineData(Side.Source)]
    [InlineData(Side.Target)]
    public void Does_not_apply_to_a_serverless_side(Side side) =>
        Assert.Equal($"the {side.Word()} is MSK Serverless", Given.AllGreen.Serverless(side).Judge<TargetHasAsManyBrokers>().DoesNotApply());

    [Theory]
    [InlineData(Side.Source)]
    [InlineData(Side.Target)]
    public void Is_undetermined_when_a_side_cannot_be_asked(Side side) =>
        Assert.Equal([Given.Denied], Given.AllGreen.NoMsk(side).NoNodes(side).Judge<TargetHasAsManyBrokers>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_no_side_can_be_asked() =>
        Assert.Equal(2, Given.AllGreen.NoMsk(Side.Source).NoNodes(Side.Source).NoMsk(Side.Target).NoNodes(Side.Target)
            .Judge<TargetHasAsManyBrokers>().IsUndetermined().Count);
}
