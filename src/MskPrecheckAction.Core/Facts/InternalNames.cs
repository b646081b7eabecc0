namespace MskPrecheckAction.Facts;

/// <summary>Names that belong to Kafka or to MSK itself. All others are the customer's, <c>_schemas</c> and a customer's <c>__x</c> included.</summary>
public static class InternalNames
{
    private static readonly string[] KafkaTopics = ["__cluster_metadata", "__consumer_offsets", "__share_group_state", "__transaction_state"];
    private static readonly string[] MskTopicPrefixes = ["__amazon_msk", "__msk_connect_"];
    private static readonly string[] MskGroupPrefixes = ["amazon.msk.canary", .. MskTopicPrefixes];

    /// <summary>Whether a topic of this name is Kafka's or MSK's.</summary>
    public static bool IsTopic(string name) => KafkaTopics.Contains(name, StringComparer.Ordinal) || IsTopicPrefix(name);

    /// <summary>Whether every topic whose name begins so is MSK's.</summary>
    public static bool IsTopicPrefix(string prefix) => MskTopicPrefixes.Any(one => prefix.StartsWith(one, StringComparison.Ordinal));

    /// <summary>Whether a group of this name, or every group whose name begins so, is MSK's.</summary>
    public static bool IsGroup(string name) => MskGroupPrefixes.Any(one => name.StartsWith(one, StringComparison.Ordinal));
}
