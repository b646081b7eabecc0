namespace MskPrecheckAction.Facts;

/// <summary>What the MSK API says of a cluster.</summary>
/// <param name="Cluster">DescribeClusterV2.</param>
/// <param name="Nodes">ListNodes, all pages.</param>
public sealed record MskFacts(Fact<MskCluster> Cluster, Fact<IReadOnlyList<MskNode>> Nodes);

/// <summary>Whether AWS sizes the cluster or the customer does.</summary>
public enum ClusterType
{
    /// <summary>MSK Provisioned, Standard or Express brokers.</summary>
    Provisioned,

    /// <summary>MSK Serverless.</summary>
    Serverless,
}

/// <summary>The answer of DescribeClusterV2. Null means that the answer did not say: never a default.</summary>
/// <param name="ClusterArn">The ARN as AWS spells it.</param>
/// <param name="Type">PROVISIONED or SERVERLESS.</param>
public sealed record MskCluster(string ClusterArn, ClusterType Type)
{
    /// <summary>Kafka's version as MSK spells it, such as <c>3.9.x.kraft</c>.</summary>
    public string? KafkaVersion { get; init; }

    /// <summary>How many brokers the cluster has; controllers do not count.</summary>
    public int? NumberOfBrokerNodes { get; init; }

    /// <summary>Where its ZooKeeper is; not there for KRaft.</summary>
    public string? ZookeeperConnectString { get; init; }

    /// <summary>Such as <c>ACTIVE</c> or <c>UPDATING</c>.</summary>
    public string? State { get; init; }

    /// <summary>The operation under way.</summary>
    public string? ActiveOperationArn { get; init; }

    /// <summary><c>LOCAL</c> or <c>TIERED</c>.</summary>
    public string? StorageMode { get; init; }

    /// <summary>Which ways in are enabled.</summary>
    public MskClientAuthentication ClientAuthentication { get; init; } = new();
}

/// <summary>Which ways in a cluster has; null where the answer did not say.</summary>
public sealed record MskClientAuthentication
{
    /// <summary><c>sasl.iam.enabled</c>.</summary>
    public bool? Iam { get; init; }

    /// <summary><c>sasl.scram.enabled</c>.</summary>
    public bool? Scram { get; init; }

    /// <summary><c>tls.enabled</c>: client certificates.</summary>
    public bool? Tls { get; init; }

    /// <summary><c>unauthenticated.enabled</c>.</summary>
    public bool? Unauthenticated { get; init; }

    /// <summary><c>encryptionInTransit.clientBroker</c>: TLS, TLS_PLAINTEXT or PLAINTEXT.</summary>
    public string? ClientBroker { get; init; }
}

/// <summary>What a node is, by the part of its NodeInfo that is filled.</summary>
public enum MskNodeKind
{
    /// <summary>A broker.</summary>
    Broker,

    /// <summary>A KRaft controller.</summary>
    Controller,

    /// <summary>A ZooKeeper node.</summary>
    Zookeeper,

    /// <summary>None of the parts is filled.</summary>
    Unknown,
}

/// <summary>One node of ListNodes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="KafkaVersion">A broker's version as MSK spells it, where it says so.</param>
/// <param name="Endpoint">A broker's host name, the first of its endpoints, where it says so.</param>
public sealed record MskNode(MskNodeKind Kind, string? KafkaVersion = null, string? Endpoint = null);
