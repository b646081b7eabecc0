using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>HeadBucket: what passes, what is a finding and what is neither.</summary>
public sealed class BucketTests : CollectorTests
{
    [Theory]
    [InlineData(404, "no such bucket")]
    [InlineData(403, "s3:ListBucket")]
    [InlineData(301, "another region")]
    [InlineData(400, "HTTP 400")]
    [InlineData(500, "HTTP 500")]
    [InlineData(503, "S3 in eu-central-1")]
    public async Task A_refusal_is_a_finding_of_one_line(int status, string error)
    {
        Aws.On(AwsAction.HeadBucket, "backup-bucket", Answer.Bare(status, ("x-amz-request-id", "REQUEST1234")));
        var snapshot = await CollectAsync();
        var reached = Known(snapshot.BackupBucket);
        Assert.Contains(error, reached.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("REQUEST1234", reached.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", reached.Error, StringComparison.Ordinal);
        Assert.Null(Known(snapshot.EvidenceBucket).Error);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(400)]
    public async Task A_bucket_of_another_region_is_asked_there_and_passes_with_a_remark(int status)
    {
        Aws.On(AwsAction.HeadBucket, "backup-bucket", request => Answer.Bare(request.Region == "us-east-2" ? 200 : status, ("x-amz-bucket-region", "us-east-2")));
        Assert.Equal(new Reachability(null, "the bucket is in us-east-2, not in the source cluster's region eu-central-1"), Known((await CollectAsync()).BackupBucket));
        Assert.Equal(["eu-central-1", "us-east-2"], Aws.RequestsFor("backup-bucket").Select(request => request.Region));
    }

    [Fact]
    public async Task A_bucket_that_moves_for_ever_is_asked_twice()
    {
        Aws.On(AwsAction.HeadBucket, "backup-bucket", request => Answer.Bare(301, ("x-amz-bucket-region", request.Region == "us-east-2" ? "us-east-1" : "us-east-2")));
        Assert.NotNull(Known((await CollectAsync()).BackupBucket).Error);
        Assert.Equal(2, Aws.RequestsFor("backup-bucket").Count);
    }

    [Fact]
    public async Task A_region_that_is_none_is_not_followed()
    {
        Aws.On(AwsAction.HeadBucket, "backup-bucket", Answer.Bare(301, ("x-amz-bucket-region", "evil.example/")));
        Assert.Contains("another region", Known((await CollectAsync()).BackupBucket).Error, StringComparison.Ordinal);
        Assert.Single(Aws.RequestsFor("backup-bucket"));
    }

    [Fact]
    public async Task A_redirect_to_somewhere_that_is_not_S3_is_no_defect()
    {
        Aws.On(AwsAction.HeadBucket, "backup-bucket", Answer.Bare(307, ("Location", "http://127.0.0.1:1/login")));
        Assert.Contains("not AWS's", Known((await CollectAsync()).BackupBucket).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(404)]
    [InlineData(403)]
    public async Task A_page_in_S3s_place_is_no_bucket(int status)
    {
        Aws.On(AwsAction.HeadBucket, "backup-bucket", Answer.Html(status));
        Assert.Contains("not AWS's", Known((await CollectAsync()).BackupBucket).Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_endpoint_variable_names_need_not_number_its_answers()
    {
        Aws.On(AwsAction.HeadBucket, "backup-bucket", Answer.Bare(200));
        Assert.Null(Known((await CollectAsync()).BackupBucket).Error);
    }

    [Fact]
    public async Task The_same_bucket_in_both_roles_is_asked_once()
    {
        Plan = Plan with { Evidence = new EvidencePlan("backup-bucket") };
        Aws.On(AwsAction.HeadBucket, "backup-bucket", Answer.Bare(404));
        var snapshot = await CollectAsync();
        Assert.Equal(("no such bucket", "no such bucket"), (Known(snapshot.BackupBucket).Error, Known(snapshot.EvidenceBucket).Error));
        Assert.Single(Aws.RequestsFor("backup-bucket"));
    }

    [Fact]
    public async Task No_answer_is_a_finding()
    {
        CallLimit = TimeSpan.FromSeconds(1.5);
        Aws.On(AwsAction.HeadBucket, "backup-bucket", Answer.Bare(200) with { Delivery = Delivery.Silence });
        Assert.Equal("S3 in eu-central-1 did not answer within 1.5 s", Known((await CollectAsync()).BackupBucket).Error);
    }

    [Theory]
    [InlineData("s3://my-bucket")]
    [InlineData("my-bucket/prefix")]
    [InlineData("x")]
    public async Task What_cannot_be_a_name_is_a_finding_and_nobody_is_asked(string bucket)
    {
        Plan = Plan with { Backup = new BackupPlan(bucket) };
        Assert.Contains("not a bucket's name", Known((await CollectAsync()).BackupBucket).Error, StringComparison.Ordinal);
        Assert.DoesNotContain(Aws.Requests, request => request.Service == "s3" && request.Resource != "evidence-bucket");
    }

    [Fact]
    public async Task By_a_host_of_one_label_the_bucket_stays_in_the_path()
    {
        Environment.Set("AWS_ENDPOINT_URL_S3", Aws.Endpoint.Replace("127.0.0.1", "localhost", StringComparison.Ordinal));
        Assert.Null(Known((await CollectAsync()).BackupBucket).Error);
        Assert.Equal("/backup-bucket", Aws.RequestsFor("backup-bucket")[0].RawPath.TrimEnd('/'));
    }

    [Fact]
    public async Task A_bucket_with_capitals_and_dots_is_asked_for_as_it_is()
    {
        Plan = Plan with { Backup = new BackupPlan("Old.Bucket_1") };
        Aws.On(AwsAction.HeadBucket, "Old.Bucket_1", AwsDocuments.BucketIn("eu-central-1"));
        Assert.Null(Known((await CollectAsync()).BackupBucket).Error);
    }
}
