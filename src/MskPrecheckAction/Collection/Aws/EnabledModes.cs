using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Which auth modes a cluster has enabled, by what DescribeClusterV2 says of it.</summary>
internal static class EnabledModes
{
    /// <summary>Whether a mode is enabled; null where the answer does not say.</summary>
    public static bool? Has(MskCluster cluster, AuthMode mode)
    {
        var says = cluster.ClientAuthentication;
        // Serverless has IAM and nothing else, and its answer has no members for the others.
        if (cluster.Type is ClusterType.Serverless && mode is not AuthMode.Iam) return false;
        return mode switch
        {
            AuthMode.Iam => says.Iam,
            AuthMode.ScramSha512 => says.Scram,
            AuthMode.Mtls => Both(says.Tls, Encrypted(says.ClientBroker)),
            AuthMode.Tls => Both(says.Unauthenticated, Encrypted(says.ClientBroker)),
            AuthMode.Plaintext => Both(says.Unauthenticated, Unencrypted(says.ClientBroker)),
            _ => throw new ArgumentOutOfRangeException(nameof(mode)),
        };
    }

    /// <summary>The other modes that the answer shows enabled, in the order of messages.</summary>
    public static IReadOnlyList<AuthMode> Others(MskCluster cluster, AuthMode mode) =>
        [.. Enum.GetValues<AuthMode>().Where(other => other != mode && Has(cluster, other) is true)];

    /// <summary>The definite cause that keeps a client of this mode out; null where the answer does not prove it.</summary>
    /// <param name="cluster">What DescribeClusterV2 says.</param>
    /// <param name="mode">The mode that did not get in.</param>
    /// <param name="silenceCounts">Whether a mode that the answer does not mention counts as off: where the cluster has no address for it either.</param>
    public static string? NotEnabled(MskCluster cluster, AuthMode mode, bool silenceCounts)
    {
        var others = Others(cluster, mode);
        var off = Has(cluster, mode) is false || (silenceCounts && Has(cluster, mode) is null);
        return off && others.Count > 0
            ? $"{mode.Spelling()} is not enabled on the cluster (enabled: {string.Join(", ", others.Select(other => other.Spelling()))})"
            : null;
    }

    // One definite no decides; else both must be known.
    private static bool? Both(bool? one, bool? other) => one is false || other is false ? false : one is true && other is true ? true : null;

    private static bool? Encrypted(string? clientBroker) => clientBroker?.ToUpperInvariant() switch
    {
        "TLS" or "TLS_PLAINTEXT" => true,
        "PLAINTEXT" => false,
        _ => null,
    };

    private static bool? Unencrypted(string? clientBroker) => clientBroker?.ToUpperInvariant() switch
    {
        "PLAINTEXT" or "TLS_PLAINTEXT" => true,
        "TLS" => false,
        _ => null,
    };
}
