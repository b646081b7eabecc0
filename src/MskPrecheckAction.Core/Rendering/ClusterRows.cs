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
        ("Topics", Seen(pair.Source.Topics), Seen(pair.Target.Topics)),
        ("Groups", Seen(pair.Source.Groups), Seen(pair.Target.Groups)),
        ("Auth mode", pair.Source.AuthMode, pair.Target.AuthMode),
    ];

    private static string? Seen(SeenCount? count) => count is null ? null : Number(count.Seen) + (count.IsAll ? "" : " or more");

    private static string? Number(int? number) => number?.ToString("N0", CultureInfo.InvariantCulture);
}
