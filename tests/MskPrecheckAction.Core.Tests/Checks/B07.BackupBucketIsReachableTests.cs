using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class BackupBucketIsReachableTests
{
    [Fact]
    public void Fails_when_HeadBucket_fails()
    {
        var finding = Bucket(Fact.Known(new Reachability("no such bucket (404)"))).Judge<BackupBucketIsReachable>().Fails();
        Assert.Equal("backup S3 bucket 'orders-backup' not reachable: no such bucket (404)", finding.Message);
        Assert.Equal("backup.s3_bucket", finding.Path);
        Assert.Contains("$ aws s3 mb s3://orders-backup --region eu-central-1", finding.Fix.ToString(), StringComparison.Ordinal);
        Assert.Contains("s3:ListBucket on arn:aws:s3:::orders-backup", finding.Fix.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_when_the_bucket_answers() => Assert.Null(Given.AllGreen.Judge<BackupBucketIsReachable>().Passes());

    [Fact]
    public void Passes_with_a_remark_when_the_bucket_is_elsewhere() =>
        Assert.Equal("in eu-west-1", Bucket(Fact.Known(new Reachability(null, "in eu-west-1"))).Judge<BackupBucketIsReachable>().Passes());

    [Fact]
    public void Is_undetermined_when_nobody_could_ask() =>
        Assert.Equal([Given.Cancelled], Bucket(Fact<Reachability>.Missing(Given.Cancelled)).Judge<BackupBucketIsReachable>().IsUndetermined());

    private static Given Bucket(Fact<Reachability> fact) => Given.AllGreen.With((Snapshot seen) => seen with { BackupBucket = fact });
}
