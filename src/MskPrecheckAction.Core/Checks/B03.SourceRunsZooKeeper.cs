using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>The source keeps its metadata in ZooKeeper.</summary>
public sealed class SourceRunsZooKeeper() : Check(
    code: "B03",
    title: "Source Not ZooKeeper Mode",
    message: "source cluster metadata mode is {mode}, expected ZOOKEEPER",
    cause: "A source that already runs in KRaft mode has nothing to migrate; one whose mode is UNKNOWN may be in the middle of an upgrade.",
    fix: "Check that source.cluster_arn names the ZooKeeper-mode cluster, and that no upgrade of it is under way.\n" +
        "$ aws kafka describe-cluster-v2 --cluster-arn <source_arn> --region <region>\n" +
        "$ aws kafka list-nodes --cluster-arn <source_arn> --region <region>",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/metadata-management.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        if (evidence.Source.IsServerless)
        {
            return NotApplicable("the source is MSK Serverless");
        }

        if (!evidence.Source.Metadata.TryGet(out var reading, out var gap))
        {
            return Undetermined(gap);
        }

        var arn = evidence.Plan.Source.Arn;
        var finding = Finding("source.cluster_arn", ("mode", reading.Mode.Spelling()), ("source_arn", arn), ("region", arn.Region));
        return Judged(
            reading.Mode is MetadataMode.ZooKeeper ? null : finding with { Details = [.. reading.Evidence, .. reading.Reservations] },
            reading.Gaps,
            reading.Reservations.Count > 0 ? string.Join("; ", reading.Reservations) : null);
    }
}
