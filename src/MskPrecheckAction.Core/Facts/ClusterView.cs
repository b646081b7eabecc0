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

    /// <summary>Kafka's version as MSK spells it; the lowest of the nodes where only those could be asked.</summary>
    public Fact<KafkaVersion> Version { get; } = VersionReading.Of(side, facts.Msk);

    /// <summary>Where the cluster keeps its metadata.</summary>
    public Fact<MetadataReading> Metadata { get; } = MetadataReading.Of(side, facts.Msk, facts.Kafka.Cluster);

    /// <summary>How many brokers the cluster has, whether they live or not; controllers do not count.</summary>
    public Fact<int> BrokerCount { get; } = Facts.BrokerCount.Of(side, facts.Msk);

    /// <summary>The topics that are neither Kafka's own nor MSK's.</summary>
    public Fact<Listing<Topic>> CustomerTopics { get; } = facts.Kafka.Topics.Select(
        topics => topics with { Items = [.. topics.Items.Where(topic => !InternalNames.IsTopic(topic.Name))] });

    /// <summary>The groups that are not MSK's own.</summary>
    public Fact<Listing<ConsumerGroup>> CustomerGroups { get; } = facts.Kafka.Groups.Select(
        groups => groups with { Items = [.. groups.Items.Where(group => !InternalNames.IsGroup(group.GroupId))] });
}
