using Amazon.Runtime;

namespace Amazon.Kafka.Model;

/// <summary>Asks for one page of a cluster's nodes.</summary>
public class ListNodesRequest : AmazonWebServiceRequest
{
    /// <summary>The cluster's ARN, not escaped.</summary>
    public string? ClusterArn { get; set; }

    /// <summary>The token of the page before; null for the first page.</summary>
    public string? NextToken { get; set; }
}

/// <summary>One page of nodes.</summary>
public class ListNodesResponse : AmazonWebServiceResponse
{
    /// <summary>The nodes; null when the answer held no list.</summary>
    public List<NodeInfo>? NodeInfoList { get; set; }

    /// <summary>The token of the next page; null on the last.</summary>
    public string? NextToken { get; set; }
}

/// <summary>A broker, a KRaft controller or a ZooKeeper node: one of the three members is set.</summary>
public class NodeInfo
{
    /// <summary>Set on a broker.</summary>
    public BrokerNodeInfo? BrokerNodeInfo { get; set; }

    /// <summary>Set on a KRaft controller.</summary>
    public ControllerNodeInfo? ControllerNodeInfo { get; set; }

    /// <summary>Set on a ZooKeeper node.</summary>
    public ZookeeperNodeInfo? ZookeeperNodeInfo { get; set; }
}

/// <summary>A broker.</summary>
public class BrokerNodeInfo
{
    /// <summary>The broker's number; a double in the service's own model.</summary>
    public double? BrokerId { get; set; }

    /// <summary>What this broker runs.</summary>
    public BrokerSoftwareInfo? CurrentBrokerSoftwareInfo { get; set; }

    /// <summary>Host names.</summary>
    public List<string>? Endpoints { get; set; }
}

/// <summary>A KRaft controller.</summary>
public class ControllerNodeInfo
{
    /// <summary>Host names.</summary>
    public List<string>? Endpoints { get; set; }
}

/// <summary>A ZooKeeper node.</summary>
public class ZookeeperNodeInfo
{
    /// <summary>The node's number; a double in the service's own model.</summary>
    public double? ZookeeperId { get; set; }

    /// <summary>ZooKeeper's version.</summary>
    public string? ZookeeperVersion { get; set; }
}
