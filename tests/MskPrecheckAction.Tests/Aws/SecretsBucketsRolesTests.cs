using System.Net;
using Amazon.Kafka;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecretsManager;
using Xunit;

namespace MskPrecheckAction.Aws;

/// <summary>The other services of the stand-in, asked by the SDK's real clients.</summary>
public sealed class SecretsBucketsRolesTests : IAsyncDisposable
{
    private const string SecretArn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_alice-AbCdEf";
    private const string RoleArn = "arn:aws:iam::444455556666:role/precheck";
    private readonly AwsStandIn aws = new();

    [Fact]
    public async Task A_secret_is_fetched_by_one_signed_post()
    {
        aws.On(AwsAction.GetSecretValue, SecretArn, AwsDocuments.Secret(SecretArn, """{"username":"alice","password":"p"}"""));
        using var secrets = aws.Secrets();
        var secret = await secrets.GetSecretValueAsync(new() { SecretId = SecretArn }, Stop);
        Assert.Equal((SecretArn, """{"username":"alice","password":"p"}"""), (secret.ARN, secret.SecretString));
        var request = Assert.Single(aws.Requests);
        Assert.Equal(("POST", "/", "secretsmanager"), (request.Method, request.RawPath, request.Service));
        Assert.True(request.OnlyReads);
    }

    [Fact]
    public async Task A_secret_that_is_not_there_names_its_code()
    {
        using var secrets = aws.Secrets();
        var refusal = await Assert.ThrowsAsync<AmazonSecretsManagerException>(() => secrets.GetSecretValueAsync(new() { SecretId = "nobody" }, Stop));
        Assert.Equal("ResourceNotFoundException", refusal.ErrorCode);
    }

    [Fact]
    public async Task A_broken_answer_that_holds_a_secret_is_not_repeated_in_the_error()
    {
        aws.On(AwsAction.GetSecretValue, SecretArn, Answer.Json("""{"ARN":"a","SecretString":"canary-secret","Name":7}"""));
        using var secrets = aws.Secrets();
        var error = await Assert.ThrowsAnyAsync<Exception>(() => secrets.GetSecretValueAsync(new() { SecretId = SecretArn }, Stop));
        Assert.DoesNotContain("canary-secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_is_asked_by_one_HEAD()
    {
        aws.On(AwsAction.HeadBucket, "backups", AwsDocuments.BucketIn("eu-central-1"));
        using var s3 = aws.S3();
        await s3.HeadBucketAsync(new() { BucketName = "backups" }, Stop);
        var request = Assert.Single(aws.Requests);
        Assert.Equal(("HEAD", "s3", "eu-central-1"), (request.Method, request.Service, request.Region));
    }

    [Fact]
    public async Task A_bucket_of_another_region_answers_301_with_its_region()
    {
        aws.On(AwsAction.HeadBucket, "backups", AwsDocuments.BucketIn("us-east-2"));
        using var s3 = aws.S3();
        var refusal = await Assert.ThrowsAsync<AmazonS3Exception>(() => s3.HeadBucketAsync(new() { BucketName = "backups" }, Stop));
        Assert.Equal(HttpStatusCode.MovedPermanently, refusal.StatusCode);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(404)]
    [InlineData(400)]
    public async Task A_buckets_refusal_is_a_status_and_no_more(int status)
    {
        aws.On(AwsAction.HeadBucket, "backups", Answer.Bare(status));
        using var s3 = aws.S3();
        var refusal = await Assert.ThrowsAnyAsync<AmazonS3Exception>(() => s3.HeadBucketAsync(new() { BucketName = "backups" }, Stop));
        Assert.Equal(status, (int)refusal.StatusCode);
    }

    [Fact]
    public async Task An_assumed_role_signs_with_the_keys_it_was_given()
    {
        var arn = AwsDocuments.UniqueClusterArn();
        aws.On(AwsAction.AssumeRole, RoleArn, AwsDocuments.AssumedRole(RoleArn, "ASIAROLE", "role-secret", "role-token")).Accept("ASIAROLE", "role-secret", "role-token");
        aws.On(AwsAction.ListNodes, arn, Answer.Empty());
        using var sts = aws.Sts();
        var given = (await sts.AssumeRoleAsync(new() { RoleArn = RoleArn, RoleSessionName = "precheck" }, Stop)).Credentials;
        using var kafka = aws.Kafka(credentials: new SessionAWSCredentials(given.AccessKeyId, given.SecretAccessKey, given.SessionToken));
        await kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop);
        Assert.Equal(("ASIAROLE", "kafka"), (aws.RequestsFor(arn)[0].AccessKey, aws.RequestsFor(arn)[0].Service));
    }

    [Fact]
    public async Task A_token_that_ran_out_is_said_to_be_expired()
    {
        aws.Accept("ASIAROLE", "role-secret", "new-token");
        using var kafka = aws.Kafka(credentials: new SessionAWSCredentials("ASIAROLE", "role-secret", "old-token"));
        var refusal = await Assert.ThrowsAsync<AmazonKafkaException>(() => kafka.ListNodesAsync(new() { ClusterArn = AwsDocuments.UniqueClusterArn() }, Stop));
        Assert.Equal("ExpiredTokenException", refusal.ErrorCode);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => aws.DisposeAsync();
}
