using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>One size in the configs of a cluster's brokers.</summary>
/// <param name="Seen">A size for each broker that told.</param>
/// <param name="Missing">The brokers that did not.</param>
/// <param name="Remarks">What to know where all is well.</param>
internal sealed record BrokerSizes(IReadOnlyList<BrokerSize> Seen, IReadOnlyList<Unread> Missing, IReadOnlyList<string> Remarks)
{
    /// <summary>Asks each broker's own configs.</summary>
    public static BrokerSizes Of(ClusterView view, string key)
    {
        if (!view.Kafka.Cluster.TryGet(out var cluster, out var gap))
        {
            return new BrokerSizes([], [Unread.Whole(view.Side, "broker list failed", gap)], []);
        }

        var live = cluster.Brokers.Count;
        var sizes = new List<BrokerSize>();
        var unread = new List<(string, string, Gap)>();
        foreach (var broker in cluster.Brokers)
        {
            var of = $"{view.Side.Word()} broker {broker.Id}";
            if (!broker.Config.TryGet(out var config, out var failure))
            {
                unread.Add(("broker configs", $"{broker.Id}", failure));
            }
            else if (!config.Entry(key, of).TryGet(out var entry, out failure) || !config.Number(key, of).TryGet(out var value, out failure))
            {
                unread.Add((key, $"{broker.Id}", failure));
            }
            else
            {
                sizes.Add(new BrokerSize(broker.Id, value, entry.Source));
            }
        }

        List<Unread> missing = [.. Unread.Group(view.Side, live, unread)];
        if (live == 0)
        {
            missing.Add(Unread.Whole(view.Side, "broker list failed", new Gap(
                $"brokers of the {view.Side.Word()} cluster", GapCause.Unreachable, "the cluster's metadata names no broker")));
        }

        return new BrokerSizes(sizes, missing, RemarkOn(view, live) is { } remark ? [remark] : []);
    }

    // MSK's own count does not decide: a broker that is down and holds replicas is among the brokers, without configs; one that holds none has no message to refuse.
    private static string? RemarkOn(ClusterView view, int named) =>
        !view.BrokerCount.TryGet(out var count, out _) ? $"judged on the {named} brokers in the {view.Side.Word()}'s metadata: MSK could not be asked how many it has"
        : count > named ? $"judged on the {named} brokers in the {view.Side.Word()}'s metadata: MSK counts {count}"
        : null;
}

/// <summary>What one broker takes.</summary>
/// <param name="Broker">Its id.</param>
/// <param name="Value">In bytes.</param>
/// <param name="Source">Where the value comes from.</param>
public sealed record BrokerSize(int Broker, long Value, ConfigSource Source);
