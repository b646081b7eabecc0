using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts;

/// <summary>The metadata mode of a cluster, and what it was drawn from.</summary>
/// <param name="Mode">The conclusion.</param>
/// <param name="Evidence">What it was drawn from, a line each.</param>
public sealed record MetadataReading(MetadataMode Mode, IReadOnlyList<string> Evidence)
{
    /// <summary>What to know of it all the same, a line each: who says otherwise but does not decide, or that MSK itself did not tell.</summary>
    public IReadOnlyList<string> Reservations { get; init; } = [];

    /// <summary>What was not seen and could have said otherwise.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>DescribeClusterV2 and ListNodes decide, and only they can conflict; the brokers' own configs decide where those two do not tell.</summary>
    public static Fact<MetadataReading> Of(Side side, MskFacts msk, Fact<KafkaCluster> kafka)
    {
        var versions = new List<KafkaVersion>();
        foreach (var text in VersionReading.Spelled(msk))
        {
            if (!VersionReading.Parse(side, text).TryGet(out var version, out var gap))
            {
                return Fact<MetadataReading>.Missing(gap);
            }

            versions.Add(version);
        }

        var zookeeper = new List<string>();
        var kraft = new List<string>();
        var plain = versions.Where(version => !version.IsKRaft()).Select(version => $"version {version.Text}, without .kraft").ToList();
        kraft.AddRange(versions.Where(version => version.IsKRaft()).Select(version => $"version {version.Text}"));
        var connectString = msk.Cluster.TryGet(out var cluster, out _) && !string.IsNullOrWhiteSpace(cluster.ZookeeperConnectString);
        if (connectString && plain.Count > 0)
        {
            zookeeper.Add("DescribeClusterV2 gives a zookeeperConnectString");
        }

        if (msk.Nodes.TryGet(out var nodes, out _))
        {
            AddNodes(zookeeper, nodes, MskNodeKind.Zookeeper, "ZooKeeper");
            AddNodes(kraft, nodes, MskNodeKind.Controller, "controller");
        }

        var brokers = BrokerModes.Of(side, kafka);
        return (zookeeper.Count > 0, kraft.Count > 0) switch
        {
            // A version without .kraft does not prove ZooKeeper, but it does contradict controllers.
            (_, true) when zookeeper.Count + plain.Count > 0 =>
                Fact.Known(new MetadataReading(MetadataMode.Unknown, [.. plain, .. zookeeper, .. kraft])),
            (_, true) => Fact.Known(new MetadataReading(MetadataMode.KRaft, kraft)
            {
                // MSK may still show the string of the ZooKeeper that an upgraded cluster has left.
                Reservations =
                [
                    .. connectString ? ["DescribeClusterV2 still gives a zookeeperConnectString"] : Array.Empty<string>(),
                    .. brokers.OtherThan(MetadataMode.KRaft),
                ],
            }),
            (true, _) => Fact.Known(new MetadataReading(MetadataMode.ZooKeeper, [.. plain, .. zookeeper])
            {
                Reservations = brokers.OtherThan(MetadataMode.ZooKeeper),
            }),
            _ => brokers.Decide(NotTold(side, msk)),
        };
    }

    private static void AddNodes(List<string> lines, IReadOnlyList<MskNode> nodes, MskNodeKind kind, string word)
    {
        if (nodes.Count(node => node.Kind == kind) is > 0 and var count)
        {
            lines.Add($"ListNodes shows {count} {word} node(s)");
        }
    }

    private static Gap NotTold(Side side, MskFacts msk)
    {
        const string permission = "kafka:DescribeClusterV2";
        var asked = $"metadata mode of the {side.Word()} cluster";
        return (msk.Cluster.TryGet(out _, out var cluster), msk.Nodes.TryGet(out _, out var nodes)) switch
        {
            (true, true) => new Gap(asked, GapCause.Unparsable, "neither DescribeClusterV2 nor ListNodes shows it"),
            (true, false) => new Gap(asked, nodes!.Cause, $"DescribeClusterV2 does not show it; ListNodes: {nodes.Reason}", nodes.Permission),
            (false, true) => new Gap(asked, cluster!.Cause, $"DescribeClusterV2: {cluster.Reason}; ListNodes does not show it", cluster.Permission ?? permission),
            (false, false) => new Gap(asked, cluster!.Cause, $"DescribeClusterV2: {cluster.Reason}; ListNodes: {nodes!.Reason}", cluster.Permission ?? permission),
        };
    }
}
