using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class ClustersShareRegionTests
{
    [Fact]
    public void Fails_when_the_regions_differ()
    {
        var finding = Given.AllGreen.Arn(Side.Target, "arn:aws:kafka:EU-WEST-1:111122223333:cluster/x/9a8b7c6d-5e4f-4321-8765-0fedcba98765-12")
            .Judge<ClustersShareRegion>().Fails();
        Assert.Equal("source region eu-central-1 ≠ target region eu-west-1 — seed + tail will incur egress bandwidth cost", finding.Message);
        Assert.Equal("target.cluster_arn", finding.Path);
    }

    [Theory]
    [InlineData(Given.TargetArn)]
    [InlineData("arn:aws:kafka:EU-CENTRAL-1:111122223333:cluster/x/9a8b7c6d-5e4f-4321-8765-0fedcba98765-12")]
    public void Passes_when_the_regions_are_the_same(string target) => Given.AllGreen.Arn(Side.Target, target).Judge<ClustersShareRegion>().Passes();
}
