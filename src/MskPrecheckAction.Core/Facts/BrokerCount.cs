using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts;

/// <summary>Draws how many brokers a cluster has, dead ones included, from DescribeClusterV2, or from the nodes where that cannot be had.</summary>
internal static class BrokerCount
{
    /// <summary>The number; controllers do not count.</summary>
    public static Fact<int> Of(Side side, MskFacts msk)
    {
        if (msk.Cluster.TryGet(out var cluster, out var denied) && cluster.NumberOfBrokerNodes is > 0 and var count)
        {
            return Fact.Known(count);
        }

        // A node that is of no kind we know may be a broker: then the others are not all of them.
        if (msk.Nodes.TryGet(out var nodes, out _) && nodes.All(node => node.Kind is not MskNodeKind.Unknown)
            && nodes.Count(node => node.Kind is MskNodeKind.Broker) is > 0 and var brokers)
        {
            return Fact.Known(brokers);
        }

        return Fact<int>.Missing(denied ?? new Gap(
            $"number of brokers of the {side.Word()} cluster", GapCause.Unparsable, "neither DescribeClusterV2 nor ListNodes says it"));
    }
}
