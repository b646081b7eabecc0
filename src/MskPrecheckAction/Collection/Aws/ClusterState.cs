using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>What MSK is doing with a cluster, where that may be why nobody gets in.</summary>
internal static class ClusterState
{
    /// <summary>To be put behind a reason: empty for a cluster that is active or says nothing.</summary>
    public static string Remark(Fact<MskCluster> cluster) =>
        cluster.TryGet(out var known, out _) && known.State is { } state && !state.Equals("ACTIVE", StringComparison.OrdinalIgnoreCase) ? $"; the cluster's state is {state}" : "";
}
