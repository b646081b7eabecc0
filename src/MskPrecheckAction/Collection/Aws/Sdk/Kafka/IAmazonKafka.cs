using Amazon.Kafka.Model;

namespace Amazon.Kafka;

/// <summary>The calls of Amazon MSK that a precheck makes; all of them only read.</summary>
public interface IAmazonKafka : IDisposable
{
    /// <summary>Describes a provisioned or serverless cluster; fails with <see cref="AmazonKafkaException"/> when the service refuses.</summary>
    Task<DescribeClusterV2Response> DescribeClusterV2Async(DescribeClusterV2Request request, CancellationToken cancellationToken = default);

    /// <summary>Lists one page of the cluster's nodes; fails with <see cref="AmazonKafkaException"/> when the service refuses.</summary>
    Task<ListNodesResponse> ListNodesAsync(ListNodesRequest request, CancellationToken cancellationToken = default);

    /// <summary>Fetches the addresses clients connect to; fails with <see cref="AmazonKafkaException"/> when the service refuses.</summary>
    Task<GetBootstrapBrokersResponse> GetBootstrapBrokersAsync(GetBootstrapBrokersRequest request, CancellationToken cancellationToken = default);
}
