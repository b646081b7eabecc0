using Amazon.Kafka;
using Amazon.S3;
using Amazon.SecretsManager;
using MskPrecheckAction.Collection.Aws.Sdk;
using Xunit;

namespace MskPrecheckAction.Aws;

/// <summary>Tests that set variables of the whole process: alone, while nothing else runs.</summary>
[CollectionDefinition(nameof(ProcessEnvironment), DisableParallelization = true)]
public sealed class ProcessEnvironment;

/// <summary>The SDK's own variables: endpoints are honoured, the region is the ARN's whatever AWS_REGION says.</summary>
[Collection(nameof(ProcessEnvironment))]
public sealed class EnvironmentTests : IAsyncDisposable
{
    private readonly AwsStandIn aws = new();
    private readonly Dictionary<string, string?> before = [];
    private readonly string arn = AwsDocuments.UniqueClusterArn(region: "eu-west-3");

    public EnvironmentTests()
    {
        foreach (var (name, value) in aws.Environment) Set(name, value);
        Set("AWS_REGION", "us-west-2");
    }

    [Fact]
    public async Task The_region_of_the_ARN_beats_AWS_REGION()
    {
        aws.On(AwsAction.ListNodes, arn, Answer.Empty());
        using var kafka = new AmazonKafkaClient(new AmazonKafkaConfig().For("eu-west-3"));
        await kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop);
        Assert.Equal(("eu-west-3", "kafka"), (Assert.Single(aws.Requests).Region, aws.Requests[0].Service));
    }

    [Fact]
    public async Task A_services_own_endpoint_variable_beats_the_common_one()
    {
        Set("AWS_ENDPOINT_URL_KAFKA", aws.Endpoint);
        Set("AWS_ENDPOINT_URL_SECRETS_MANAGER", aws.Endpoint);
        Set("AWS_ENDPOINT_URL_S3", aws.Endpoint);
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:1");
        aws.On(AwsAction.ListNodes, arn, Answer.Empty()).On(AwsAction.GetSecretValue, "mine", Answer.Empty()).On(AwsAction.HeadBucket, "my-bucket", Answer.Bare(200));
        using var kafka = new AmazonKafkaClient(new AmazonKafkaConfig().For("eu-west-3"));
        using var secrets = new AmazonSecretsManagerClient(new AmazonSecretsManagerConfig().For("eu-west-3"));
        using var s3 = new AmazonS3Client(new AmazonS3Config().For("eu-west-3"));
        await kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop);
        await secrets.GetSecretValueAsync(new() { SecretId = "mine" }, Stop);
        await s3.HeadBucketAsync(new() { BucketName = "my-bucket" }, Stop);
        Assert.Equal(["kafka", "secretsmanager", "s3"], aws.Requests.Select(r => r.Service));
        Assert.All(aws.Requests, r => Assert.Equal("eu-west-3", r.Region));
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private void Set(string name, string value)
    {
        before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public ValueTask DisposeAsync()
    {
        foreach (var (name, value) in before) Environment.SetEnvironmentVariable(name, value);
        return aws.DisposeAsync();
    }
}
