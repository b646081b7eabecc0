using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class EvidenceBucketIsReachableTests
{
    [Fact]
    public void Fails_when_HeadBucket_fails()
    {
        var finding = Bucket(Fact.Known(new Reachability("no such bucket (404)"))).Judge<EvidenceBucketIsReachable>().Fails();
        Assert.Equal("evidence S3 bucket 'orders-evidence' not reachable: no such bucket (404)", finding.Message);
        Assert.Equal("evidence.s3_bucket", finding.Path);
        Assert.Contains("$ aws s3 mb s3://orders-evidence --region eu-central-1", finding.Fix.ToString(), StringComparison.Ordinal);
        Assert.Contains("s3:ListBucket on arn:aws:s3:::orders-evidence", finding.Fix.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_when_the_bucket_answers() => Assert.Null(Given.AllGreen.Judge<EvidenceBucketIsReachable>().Passes());

    [Fact]
    public void Passes_with_a_remark_when_the_bucket_is_elsewhere() =>
        Assert.Equal("in eu-west-1", Bucket(Fact.Known(new Reachability(null, "in eu-west-1"))).Judge<EvidenceBucketIsReachable>().Passes());

    [Fact]
    public void Is_undetermined_when_nobody_could_ask() =>
        Assert.Equal([Given.Cancelled], Bucket(Fact<Reachability>.Missing(Given.Cancelled)).Judge<EvidenceBucketIsReachable>().IsUndetermined());

    private static Given Bucket(Fact<Reachability> fact) => Given.AllGreen.With((Snapshot seen) => seen with { EvidenceBucket = fact });
}
