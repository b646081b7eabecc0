using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Reporting;

/// <summary>Draws the glance at a cluster from its facts.</summary>
internal static class ClusterSummaries
{
    public static ClusterSummary Of(ClusterPlan plan, ClusterView view) =>
        new(plan.Arn.ToString(), plan.Arn.ClusterName, plan.Arn.Region, plan.Auth.Mode.Spelling())
        {
            Groups = view.Kafka.Groups.TryGet(out var groups, out _) ? groups.Items.Count : null,
        };
}
