using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class ClustersAreProvisionedTests
{
    [Theory]
    [InlineData(true, false, "source is", "source.cluster_arn")]
    [InlineData(false, true, "target is", "target.cluster_arn")]
    [InlineData(true, true, "source and target are", "source.cluster_arn")]
    public void Fails_when_a_side_is_serverless(bool source, bool target, string which, string path)
    {
        var given = Given.AllGreen;
        given = source ? given.Serverless(Side.Source) : given;
        given = target ? given.Serverless(Side.Target) : given;
        var finding = given.Judge<ClustersAreProvisioned>().Fails();
        Assert.Equal($"{which} MSK Serverless; this migrator only operates on MSK Provisioned clusters", finding.Message);
        Assert.Equal(path, finding.Path);
        Assert.Contains("--region eu-central-1", finding.Fix.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Fails_when_one_side_is_serverless_and_the_other_unknown() =>
        Assert.Equal([Given.Denied], Given.AllGreen.Serverless(Side.Target).NoMsk(Side.Source).Judge<ClustersAreProvisioned>().FailsWithGaps());

    [Fact]
    public void Passes_when_both_are_provisioned() => Assert.Null(Given.AllGreen.Judge<ClustersAreProvisioned>().Passes());

    [Theory]
    [InlineData(Side.Source)]
    [InlineData(Side.Target)]
    public void Is_undetermined_when_a_side_cannot_be_asked(Side side) =>
        Assert.Equal([Given.Denied], Given.AllGreen.NoMsk(side).Judge<ClustersAreProvisioned>().IsUndetermined());
}
