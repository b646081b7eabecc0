namespace MskPrecheckAction.Facts;

/// <summary>Finds what a snapshot lacks.</summary>
public static class SnapshotGaps
{
    /// <summary>Every gap once, in the order of the snapshot; what nobody wanted to know is none.</summary>
    public static IReadOnlyList<Gap> Of(Snapshot snapshot) =>
        [.. Of(snapshot.Source).Concat(Of(snapshot.Target)).Append(Of(snapshot.BackupBucket)).Append(Of(snapshot.EvidenceBucket)).OfType<Gap>().Where(gap => gap.Cause is not GapCause.NotAsked).Distinct()];

    private static IEnumerable<Gap?> Of(ClusterFacts cluster) =>
    [
        Of(cluster.Msk.Cluster),
        Of(cluster.Msk.Nodes),
        Of(cluster.Kafka.WayIn),
        .. Of(cluster.Kafka.Cluster, brokers => brokers.Brokers.Select(broker => Of(broker.Config))),
        .. Of(cluster.Kafka.Topics, topics => Of(topics, topic => Of(topic.Config))),
        .. Of(cluster.Kafka.Groups, groups => Of(groups, group => Of(group.Description))),
        .. Of(cluster.Kafka.Transactions, ids => Of(ids, _ => null)),
        Of(cluster.Kafka.Acls),
    ];

    private static IEnumerable<Gap?> Of<T>(Listing<T> listing, Func<T, Gap?> inside) => [.. listing.Gaps, .. listing.Items.Select(inside)];

    private static IEnumerable<Gap?> Of<T>(Fact<T> fact, Func<T, IEnumerable<Gap?>> inside)
        where T : notnull => fact.TryGet(out var value, out var gap) ? inside(value) : [gap];

    private static Gap? Of<T>(Fact<T> fact)
        where T : notnull => fact.TryGet(out _, out var gap) ? null : gap;
}
