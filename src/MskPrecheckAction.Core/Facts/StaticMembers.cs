using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts;

/// <summary>The customer's groups that have static members.</summary>
/// <param name="Groups">Ordinally sorted.</param>
/// <param name="Gaps">Why there may be more of them.</param>
/// <param name="Remark">What to know where there are none.</param>
internal sealed record StaticMembers(IReadOnlyList<(string Group, IReadOnlyList<string> InstanceIds)> Groups, IReadOnlyList<Gap> Gaps, string? Remark)
{
    /// <summary>Looks through every group that was seen.</summary>
    public static Fact<StaticMembers> Of(ClusterView view) => view.CustomerGroups.Select(listing =>
    {
        var groups = new List<(string, IReadOnlyList<string>)>();
        var unread = new List<(string, string, Gap)>();
        foreach (var group in listing.Items.OrderBy(group => group.GroupId, StringComparer.Ordinal))
        {
            if (!group.Description.TryGet(out var description, out var gap))
            {
                unread.Add(("group members", group.GroupId, gap));
            }
            else if (description.StaticInstanceIds.Count > 0)
            {
                groups.Add((group.GroupId, description.StaticInstanceIds));
            }
        }

        var missing = Unread.Group(view.Side, listing.Items.Count, unread).SelectMany(one => one.Gaps);
        return new StaticMembers(groups, [.. listing.MissingFrom($"groups of the {view.Side.Word()} cluster"), .. missing, .. OfOldBrokers(view)], listing.Remark);
    });

    // Brokers before 2.4 answer as if nobody were static. Where MSK does not tell the version, only their own word for 2.4 or later makes silence count.
    private static IEnumerable<Gap> OfOldBrokers(ClusterView view) =>
        view.Version.TryGet(out _, out var gap) || SpeakAtLeast(2, 4, view.Kafka.Cluster) ? [] : [gap];

    private static bool SpeakAtLeast(int major, int minor, Fact<KafkaCluster> kafka) =>
        kafka.TryGet(out var cluster, out _) && cluster.Brokers.Count > 0 && cluster.Brokers.All(broker =>
            broker.Config.TryGet(out var config, out _) && config.Entries.TryGetValue("inter.broker.protocol.version", out var entry)
            && KafkaVersion.TryParseProtocol(entry.Value, out var protocol) && !protocol.IsBelow(major, minor));
}
