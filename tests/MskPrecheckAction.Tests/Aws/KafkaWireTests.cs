using System.Diagnostics;
using System.Net;
using Amazon.Kafka;
using Amazon.Runtime;
using MskPrecheckAction.Collection.Aws.Sdk;
using Xunit;

namespace MskPrecheckAction.Aws;

/// <summary>How questions go out: the path, the signature's scope, the number of tries and the time they may take.</summary>
public sealed class KafkaWireTests : IAsyncDisposable
{
    private readonly AwsStandIn aws = new();
    private readonly string arn = AwsDocuments.UniqueClusterArn(region: "ap-southeast-2");

    [Fact]
    public async Task The_ARN_is_escaped_once_and_the_signature_is_right()
    {
        aws.On(AwsAction.ListNodes, arn, Answer.Empty());
        using var kafka = aws.Kafka("ap-southeast-2");
        await kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop);
        var request = Assert.Single(aws.Requests);
        Assert.StartsWith("/v1/clusters/arn%3Aaws%3Akafka%3Aap-southeast-2%3A111122223333%3Acluster%2Forders%2F", request.RawPath, StringComparison.Ordinal);
        Assert.Equal(("GET", "ap-southeast-2", "kafka", AwsStandIn.AccessKey), (request.Method, request.Region, request.Service, request.AccessKey));
    }

    [Fact]
    public async Task A_wrong_secret_is_refused()
    {
        using var kafka = aws.Kafka(credentials: new BasicAWSCredentials(AwsStandIn.AccessKey, "wrong"));
        var refusal = await Assert.ThrowsAsync<AmazonKafkaException>(() => kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop));
        Assert.Equal("SignatureDoesNotMatch", refusal.ErrorCode);
    }

    [Fact]
    public async Task Two_429s_are_sat_out()
    {
        aws.On(AwsAction.ListNodes, arn, Answer.Throttled(), Answer.Throttled(), Answer.Empty());
        using var kafka = aws.Kafka();
        await kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop);
        Assert.Equal(3, aws.RequestsFor(arn).Count);
    }

    [Fact]
    public async Task A_429_with_an_unknown_code_is_throttling_too()
    {
        aws.On(AwsAction.ListNodes, arn, Answer.Html(429), Answer.Empty());
        using var kafka = aws.Kafka();
        await kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop);
        Assert.Equal(2, aws.RequestsFor(arn).Count);
    }

    [Fact]
    public async Task Throttling_without_end_ends_after_three_tries()
    {
        aws.On(AwsAction.ListNodes, arn, Answer.Throttled());
        using var kafka = aws.Kafka();
        var refusal = await Assert.ThrowsAsync<AmazonKafkaException>(() => kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop));
        Assert.Equal("TooManyRequestsException", refusal.ErrorCode);
        Assert.Equal(3, aws.RequestsFor(arn).Count);
    }

    [Fact]
    public async Task A_server_that_hangs_up_is_not_asked_for_ever()
    {
        aws.On(AwsAction.ListNodes, arn, Answer.Empty() with { Delivery = Delivery.Cut });
        using var kafka = aws.Kafka();
        await Assert.ThrowsAnyAsync<Exception>(() => kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop));
        // Three tries of the SDK, each up to four of .NET's own where a connection closes without a byte; the SDK's default would make it 52.
        Assert.InRange(aws.RequestsFor(arn).Count, 3, 12);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        aws.On(AwsAction.ListNodes, arn, Answer.Html(302) with { Headers = new Dictionary<string, string> { ["Location"] = aws.Endpoint + "/login" } });
        using var kafka = aws.Kafka();
        var error = await Assert.ThrowsAnyAsync<AmazonServiceException>(() => kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop));
        Assert.Equal(HttpStatusCode.Found, error.StatusCode);
        Assert.DoesNotContain(aws.Requests, r => r.RawPath == "/login");
    }

    [Theory]
    [InlineData(Delivery.Silence)]
    [InlineData(Delivery.StalledBody)]
    [InlineData(Delivery.Drip)]
    public async Task The_token_ends_a_call_that_gets_no_answer(Delivery delivery)
    {
        aws.On(AwsAction.ListNodes, arn, Answer.Empty() with { Delivery = delivery });
        using var kafka = aws.Kafka();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        deadline.CancelAfter(TimeSpan.FromSeconds(1));
        var watch = Stopwatch.StartNew();
        await Assert.ThrowsAnyAsync<Exception>(() => kafka.ListNodesAsync(new() { ClusterArn = arn }, deadline.Token));
        Assert.InRange(watch.Elapsed.TotalSeconds, 0.9, 5);
    }

    [Fact]
    public void Without_an_override_the_endpoint_is_the_partitions_own()
    {
        Assert.Equal("https://kafka.cn-north-1.amazonaws.com.cn/", new AmazonKafkaConfig().For("cn-north-1").DetermineServiceOperationEndpoint(new(null)).URL);
        Assert.Equal("https://kafka.eu-central-1.amazonaws.com/", new AmazonKafkaConfig().For("eu-central-1").DetermineServiceOperationEndpoint(new(null)).URL);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => aws.DisposeAsync();
}
