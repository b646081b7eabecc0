using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Reporting;

/// <summary>Draws the glance at a cluster from its facts.</summary>
internal static class ClusterSummaries
{
    public static ClusterSummary Of(ClusterPlan plan, ClusterView view) =>
        new(plan.Arn.ToString(), plan.Arn.ClusterName, plan.Arn.Region, plan.Auth.Mode.Spelling())
        {
            Version = view.Version.TryGet(out var version, out _) ? version.Text : null,
            MetadataMode = view.Metadata.TryGet(out var metadata, out _) ? metadata.Mode.Spelling() : null,
            Brokers = view.BrokerCount.TryGet(out var brokers, out _) ? brokers : null,
            Topics = Seen(view.CustomerTopics),
            Groups = Seen(view.CustomerGroups),
        };

    private static SeenCount? Seen<T>(Fact<Listing<T>> listing) =>
        listing.TryGet(out var list, out _) ? new SeenCount(list.Items.Count, list.IsComplete()) : null;
}
