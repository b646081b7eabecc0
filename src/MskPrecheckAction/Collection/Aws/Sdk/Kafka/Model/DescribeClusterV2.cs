using Amazon.Runtime;

namespace Amazon.Kafka.Model;

/// <summary>Asks what kind of cluster an ARN names.</summary>
public class DescribeClusterV2Request : AmazonWebServiceRequest
{
    /// <summary>The cluster's ARN, not escaped.</summary>
    public string? ClusterArn { get; set; }
}

/// <summary>The answer; its members are null where the service left them out.</summary>
public class DescribeClusterV2Response : AmazonWebServiceResponse
{
    /// <summary>The cluster; null when the answer held none.</summary>
    public Cluster? ClusterInfo { get; set; }
}

/// <summary>A cluster, provisioned or serverless.</summary>
public class Cluster
{
    /// <summary>The ARN as the service spells it.</summary>
    public string? ClusterArn { get; set; }

    /// <summary>The cluster's name.</summary>
    public string? ClusterName { get; set; }

    /// <summary>Provisioned or serverless.</summary>
    public ClusterType? ClusterType { get; set; }

    /// <summary>What the cluster is doing.</summary>
    public ClusterState? State { get; set; }

    /// <summary>The ARN of the operation under way, if any.</summary>
    public string? ActiveOperationArn { get; set; }

    /// <summary>Present on a provisioned cluster.</summary>
    public Provisioned? Provisioned { get; set; }

    /// <summary>Present on a serverless cluster.</summary>
    public Serverless? Serverless { get; set; }
}

/// <summary>What only a provisioned cluster has.</summary>
public class Provisioned
{
    /// <summary>The number of brokers; controllers do not count.</summary>
    public int? NumberOfBrokerNodes { get; set; }

    /// <summary>The Kafka version and configuration.</summary>
    public BrokerSoftwareInfo? CurrentBrokerSoftwareInfo { get; set; }

    /// <summary>The ways in that are enabled.</summary>
    public ClientAuthentication? ClientAuthentication { get; set; }

    /// <summary>What connections are encrypted.</summary>
    public EncryptionInfo? EncryptionInfo { get; set; }

    /// <summary>Local or tiered.</summary>
    public StorageMode? StorageMode { get; set; }

    /// <summary>ZooKeeper's addresses in plaintext; null on a KRaft cluster.</summary>
    public string? ZookeeperConnectString { get; set; }

    /// <summary>ZooKeeper's addresses with TLS; null on a KRaft cluster.</summary>
    public string? ZookeeperConnectStringTls { get; set; }
}

/// <summary>What only a serverless cluster has.</summary>
public class Serverless
{
    /// <summary>The ways in that are enabled.</summary>
    public ServerlessClientAuthentication? ClientAuthentication { get; set; }
}
