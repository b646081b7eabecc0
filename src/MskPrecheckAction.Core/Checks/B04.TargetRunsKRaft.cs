using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>The target keeps its metadata in its own controllers.</summary>
public sealed class TargetRunsKRaft() : Check(
    code: "B04",
    title: "Target Not KRaft Mode",
    message: "target cluster metadata mode is {mode}, expected KRAFT",
    cause: "The target cluster is not running in KRaft mode, which is what this migration moves to.",
    fix: "The mode comes with the version: create a new MSK Provisioned cluster whose version ends in .kraft " +
        "(3.7.x.kraft or later) and name it as target.cluster_arn.\n" +
        "$ aws kafka list-kafka-versions --region <region>\n" +
        "$ aws kafka describe-cluster-v2 --cluster-arn <target_arn> --region <region>",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/metadata-management.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        if (evidence.Target.IsServerless)
        {
            return NotApplicable("the target is MSK Serverless");
        }

        if (!evidence.Target.Metadata.TryGet(out var reading, out var gap))
        {
            return Undetermined(gap);
        }

        var arn = evidence.Plan.Target.Arn;
        var finding = Finding("target.cluster_arn", ("mode", reading.Mode.Spelling()), ("target_arn", arn), ("region", arn.Region));
        return Judged(
            reading.Mode is MetadataMode.KRaft ? null : finding with { Details = [.. reading.Evidence, .. reading.Reservations] },
            reading.Gaps,
            reading.Reservations.Count > 0 ? string.Join("; ", reading.Reservations) : null);
    }
}
