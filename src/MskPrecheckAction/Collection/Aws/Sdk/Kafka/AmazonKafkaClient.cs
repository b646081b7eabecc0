using Amazon.Json;
using Amazon.Kafka.Model;
using Amazon.Runtime;
using Amazon.Runtime.Internal;

namespace Amazon.Kafka;

/// <summary>Amazon MSK over HTTPS; source of paths and members: the service model of 2018-11-14.</summary>
public class AmazonKafkaClient : JsonServiceClient, IAmazonKafka
{
    /// <summary>Uses the SDK's default credential chain.</summary>
    public AmazonKafkaClient(AmazonKafkaConfig clientConfig) : base(null, clientConfig)
    {
    }

    /// <summary>Uses the given credentials.</summary>
    public AmazonKafkaClient(AWSCredentials credentials, AmazonKafkaConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override string ServiceName => "Amazon.Kafka";

    /// <inheritdoc/>
    public Task<DescribeClusterV2Response> DescribeClusterV2Async(DescribeClusterV2Request request, CancellationToken cancellationToken = default) =>
        CallAsync(request, (r, http) => Get(http, "/api/v2/clusters/{clusterArn}", r.ClusterArn), KafkaJson.Default.DescribeClusterV2Response, Refusal, cancellationToken);

    /// <inheritdoc/>
    public Task<ListNodesResponse> ListNodesAsync(ListNodesRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(
            request,
            (r, http) =>
            {
                Get(http, "/v1/clusters/{clusterArn}/nodes", r.ClusterArn);
                if (r.NextToken is not null) http.Parameters.Add("nextToken", r.NextToken);
            },
            KafkaJson.Default.ListNodesResponse,
            Refusal,
            cancellationToken);

    /// <inheritdoc/>
    public Task<GetBootstrapBrokersResponse> GetBootstrapBrokersAsync(GetBootstrapBrokersRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(
            request, (r, http) => Get(http, "/v1/clusters/{clusterArn}/bootstrap-brokers", r.ClusterArn), KafkaJson.Default.GetBootstrapBrokersResponse, Refusal, cancellationToken);

    // The SDK escapes the ARN itself, slash included; escaped here already it would go out as %253A.
    private static void Get(IRequest http, string path, string? clusterArn)
    {
        if (string.IsNullOrEmpty(clusterArn)) throw new AmazonKafkaException("Request object does not have required field ClusterArn set");
        http.HttpMethod = "GET";
        http.ResourcePath = path;
        http.AddPathResource("{clusterArn}", clusterArn);
        // Parameters become the query only where a request says so, else the body of a form.
        http.UseQueryString = true;
    }

    private static AmazonKafkaException Refusal(ErrorResponse error, Exception? inner, System.Net.HttpStatusCode status) => new(error, inner, status);
}
