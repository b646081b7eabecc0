namespace MskPrecheckAction.Checks;

/// <summary>The target's version is one with which MSK runs KRaft.</summary>
public sealed class TargetVersionSupportsKRaft() : Check(
    code: "B06",
    title: "Target Kafka Version Too Low",
    message: "target Kafka version {version} is below minimum 3.7 required for KRaft on MSK",
    cause: "The target cluster is running a Kafka version that does not support KRaft on MSK.",
    fix: "Create the target with 3.7.x.kraft or later: a cluster of an older version would have to be upgraded and moved to KRaft first.\n" +
        "$ aws kafka list-kafka-versions --region <region>",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/supported-kafka-versions.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence) =>
        evidence.Target.IsServerless ? NotApplicable("the target is MSK Serverless")
        : !evidence.Target.Version.TryGet(out var version, out var gap) ? Undetermined(gap)
        : version.IsBelow(3, 7) ? Failed(Finding("target.cluster_arn", ("version", version.Text), ("region", evidence.Plan.Target.Arn.Region)))
        : Passed();
}
