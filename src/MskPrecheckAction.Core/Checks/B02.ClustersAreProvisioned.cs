using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>Both clusters are MSK Provisioned.</summary>
public sealed class ClustersAreProvisioned() : Check(
    code: "B02",
    title: "MSK Serverless Cluster",
    message: "{which} MSK Serverless; this migrator only operates on MSK Provisioned clusters",
    cause: "MSK Serverless is KRaft-only by construction: there is no ZooKeeper variant to migrate from, and it cannot be migrated to.",
    fix: "Name MSK Provisioned clusters: a ZooKeeper-mode one as source.cluster_arn, a KRaft-mode one as target.cluster_arn.\n" +
        "$ aws kafka list-clusters-v2 --cluster-type-filter PROVISIONED --region <region>",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/serverless.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        ClusterView[] views = [evidence.Source, evidence.Target];
        Gap[] gaps = [.. views.SelectMany(view => view.Msk.Cluster.TryGet(out _, out var gap) ? Array.Empty<Gap>() : [gap])];
        Side[] sides = [.. views.Where(view => view.IsServerless).Select(view => view.Side)];
        var which = sides is [var only] ? $"{only.Word()} is" : "source and target are";
        return Judged(
            sides is [var first, ..] ? Finding(first.ArnPath(), ("which", which), ("region", evidence.Plan.Of(first).Arn.Region)) : null,
            gaps);
    }
}
