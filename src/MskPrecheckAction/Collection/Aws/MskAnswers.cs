using Amazon.Kafka.Model;
using MskPrecheckAction.Facts;
using ClusterType = MskPrecheckAction.Facts.ClusterType;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Draws facts from answers of the MSK API; what an answer leaves out stays null, and one without a cluster is a gap.</summary>
internal static class MskAnswers
{
    /// <summary>The cluster of DescribeClusterV2.</summary>
    public static Fact<MskCluster> Cluster(DescribeClusterV2Response answer, string askedArn, AwsQuestion question)
    {
        if (answer.ClusterInfo is not { } info) return Fact<MskCluster>.Missing(question.Unparsable("the answer holds no cluster"));
        var type = info.ClusterType?.Value.ToUpperInvariant() switch
        {
            "PROVISIONED" => ClusterType.Provisioned,
            "SERVERLESS" => ClusterType.Serverless,
            _ => (ClusterType?)null,
        };
        if (type is null) return Fact<MskCluster>.Missing(question.Unparsable("the answer does not say whether the cluster is PROVISIONED or SERVERLESS"));

        var provisioned = info.Provisioned;
        // An answer without an ARN is about the cluster that was asked for: this adds nothing that a check could convict or acquit on.
        return Fact.Known(new MskCluster(Text(info.ClusterArn) ?? askedArn, type.Value)
        {
            KafkaVersion = Text(provisioned?.CurrentBrokerSoftwareInfo?.KafkaVersion),
            NumberOfBrokerNodes = provisioned?.NumberOfBrokerNodes,
            ZookeeperConnectString = Text(provisioned?.ZookeeperConnectString) ?? Text(provisioned?.ZookeeperConnectStringTls),
            State = Text(info.State?.Value),
            ActiveOperationArn = Text(info.ActiveOperationArn),
            StorageMode = Text(provisioned?.StorageMode?.Value),
            ClientAuthentication = new MskClientAuthentication
            {
                Iam = provisioned?.ClientAuthentication?.Sasl?.Iam?.Enabled ?? info.Serverless?.ClientAuthentication?.Sasl?.Iam?.Enabled,
                Scram = provisioned?.ClientAuthentication?.Sasl?.Scram?.Enabled,
                Tls = provisioned?.ClientAuthentication?.Tls?.Enabled,
                Unauthenticated = provisioned?.ClientAuthentication?.Unauthenticated?.Enabled,
                ClientBroker = Text(provisioned?.EncryptionInfo?.EncryptionInTransit?.ClientBroker?.Value),
            },
        });
    }

    /// <summary>One node of ListNodes, by the part that is filled: the API's own NodeType does not tell controllers from brokers.</summary>
    public static MskNode Node(NodeInfo node) => node switch
    {
        { BrokerNodeInfo: { } broker } => new(MskNodeKind.Broker, Text(broker.CurrentBrokerSoftwareInfo?.KafkaVersion), Text(broker.Endpoints?.FirstOrDefault())),
        { ControllerNodeInfo: not null } => new(MskNodeKind.Controller),
        { ZookeeperNodeInfo: not null } => new(MskNodeKind.Zookeeper),
        _ => new(MskNodeKind.Unknown),
    };

    // An empty string says as little as a missing one.
    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
