using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts;

/// <summary>One cluster with what follows from its facts; each conclusion is drawn once.</summary>
public sealed class ClusterView(Side side, ClusterFacts facts)
{
    /// <summary>Which of the two.</summary>
    public Side Side { get; } = side;

    /// <summary>By the MSK API.</summary>
    public MskFacts Msk { get; } = facts.Msk;

    /// <summary>By the Kafka protocol.</summary>
    public KafkaFacts Kafka { get; } = facts.Kafka;

    /// <summary>Whether DescribeClusterV2 says SERVERLESS; nothing else can tell.</summary>
    public bool IsServerless { get; } = facts.Msk.Cluster.TryGet(out var cluster, out _) && cluster.Type is ClusterType.Serverless;
}
