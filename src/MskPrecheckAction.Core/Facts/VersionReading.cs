using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts;

/// <summary>Draws a cluster's version from DescribeClusterV2, or from the nodes where that cannot be had.</summary>
internal static class VersionReading
{
    /// <summary>The version; the lowest of the brokers where they are asked one by one.</summary>
    public static Fact<KafkaVersion> Of(Side side, MskFacts msk)
    {
        if (Spelled(msk) is not { Count: > 0 } texts)
        {
            return Fact<KafkaVersion>.Missing(msk.Cluster.TryGet(out _, out var denied)
                ? new Gap(Asked(side), GapCause.Unparsable, "neither DescribeClusterV2 nor ListNodes says the version of every broker")
                : denied);
        }

        var versions = new List<KafkaVersion>();
        foreach (var text in texts)
        {
            if (!Parse(side, text).TryGet(out var version, out var gap))
            {
                return Fact<KafkaVersion>.Missing(gap);
            }

            versions.Add(version);
        }

        return Fact.Known(versions.OrderBy(one => one.Major).ThenBy(one => one.Minor).ThenBy(one => one.Text, StringComparer.Ordinal).First());
    }

    /// <summary>The version that a spelling stands for: never a guess.</summary>
    public static Fact<KafkaVersion> Parse(Side side, string text) => KafkaVersion.TryParse(text, out var version)
        ? Fact.Known(version)
        : Fact<KafkaVersion>.Missing(new Gap(Asked(side), GapCause.Unparsable, $"'{text}' is not a version as MSK spells them"));

    /// <summary>The different spellings; none where nobody says the version of every broker.</summary>
    public static IReadOnlyList<string> Spelled(MskFacts msk)
    {
        if (msk.Cluster.TryGet(out var cluster, out _) && !string.IsNullOrWhiteSpace(cluster.KafkaVersion))
        {
            return [cluster.KafkaVersion];
        }

        var brokers = msk.Nodes.TryGet(out var nodes, out _) ? nodes.Where(node => node.Kind is MskNodeKind.Broker).ToList() : [];
        return brokers.Any(broker => string.IsNullOrWhiteSpace(broker.KafkaVersion)) ? [] : [.. brokers.Select(broker => broker.KafkaVersion!).Distinct()];
    }

    private static string Asked(Side side) => $"Kafka version of the {side.Word()} cluster";
}
