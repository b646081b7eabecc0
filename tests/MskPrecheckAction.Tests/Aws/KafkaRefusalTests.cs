using System.Net;
using Amazon.Kafka;
using Amazon.Runtime;
using Xunit;

namespace MskPrecheckAction.Aws;

/// <summary>What is no answer to the question: typed errors with a status, and a code where the answer named one.</summary>
public sealed class KafkaRefusalTests : IAsyncDisposable
{
    private readonly AwsStandIn aws = new();
    private readonly string arn = AwsDocuments.UniqueClusterArn();

    [Fact]
    public async Task A_403_names_its_code_and_is_asked_once()
    {
        aws.On(AwsAction.DescribeClusterV2, arn, Answer.Forbidden("kafka:DescribeClusterV2"));
        var refusal = await Assert.ThrowsAsync<AmazonKafkaException>(Describe);
        Assert.Equal(HttpStatusCode.Forbidden, refusal.StatusCode);
        Assert.Equal("AccessDeniedException", refusal.ErrorCode);
        Assert.Contains("not authorized to perform: kafka:DescribeClusterV2", refusal.Message, StringComparison.Ordinal);
        Assert.Single(aws.RequestsFor(arn));
    }

    [Fact]
    public async Task A_cluster_that_nobody_knows_is_a_404()
    {
        var refusal = await Assert.ThrowsAsync<AmazonKafkaException>(Describe);
        Assert.Equal(HttpStatusCode.NotFound, refusal.StatusCode);
        Assert.Equal("NotFoundException", refusal.ErrorCode);
    }

    [Fact]
    public async Task A_403_of_a_portal_has_no_code()
    {
        aws.On(AwsAction.DescribeClusterV2, arn, Answer.Html(403));
        var refusal = await Assert.ThrowsAsync<AmazonKafkaException>(Describe);
        Assert.Equal(HttpStatusCode.Forbidden, refusal.StatusCode);
        Assert.Null(refusal.ErrorCode);
    }

    [Theory]
    [InlineData("<html>Sign in</html>")]
    [InlineData("}{")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("")]
    [InlineData("""{"clusterInfo":{"provisioned":{"numberOfBrokerNodes":"three"}}}""")]
    public async Task A_200_that_is_no_cluster_is_an_error(string body)
    {
        aws.On(AwsAction.DescribeClusterV2, arn, Answer.Json(body));
        var error = await Assert.ThrowsAsync<AmazonUnmarshallingException>(Describe);
        Assert.Equal(HttpStatusCode.OK, error.StatusCode);
    }

    private async Task Describe()
    {
        using var kafka = aws.Kafka();
        await kafka.DescribeClusterV2Async(new() { ClusterArn = arn }, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => aws.DisposeAsync();
}
