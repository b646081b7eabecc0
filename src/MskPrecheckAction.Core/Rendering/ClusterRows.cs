using System.Globalization;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>The pair of clusters side by side: label, source, target; null is not known.</summary>
internal static class ClusterRows
{
    public static IReadOnlyList<(string Label, string? Source, string? Target)> Of(ClusterPair pair) =>
    [
        ("Cluster", pair.Source.Name, pair.Target.Name),
        ("Region", pair.Source.Region, pair.Target.Region),
        ("Version", pair.Source.Version, pair.Target.Version),
        ("Mode", pair.Source.MetadataMode, pair.Target.MetadataMode),
        ("Brokers", Number(pair.Source.Brokers), Number(pair.Target.Brokers)),
        ("Topics", Number(pair.Source.Topics), Number(pair.Target.Topics)),
        ("Groups", Number(pair.Source.Groups), Number(pair.Target.Groups)),
        ("Auth mode", pair.Source.AuthMode, pair.Target.AuthMode),
    ];

    private static string? Number(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture);
}
