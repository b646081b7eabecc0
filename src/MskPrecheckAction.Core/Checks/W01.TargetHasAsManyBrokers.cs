namespace MskPrecheckAction.Checks;

/// <summary>The target has at least as many brokers as the source.</summary>
public sealed class TargetHasAsManyBrokers() : Check(
    code: "W01",
    title: "Target Has Fewer Brokers",
    message: "target has {target} brokers but source has {source} — consider scaling up before seed",
    cause: "Topics whose replication factor is the source's broker count may not be replicable on a target with fewer brokers.",
    fix: "Consider scaling up the target cluster before migration.\n" +
        "$ aws kafka describe-cluster-v2 --cluster-arn <target_arn> --region <region> --query ClusterInfo.CurrentVersion\n" +
        "$ aws kafka update-broker-count --cluster-arn <target_arn> --region <region> " +
        "--target-number-of-broker-nodes <source> --current-version <current_version>",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-update-broker-count.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var (source, target) = (evidence.Source, evidence.Target);
        if (source.IsServerless || target.IsServerless)
        {
            return NotApplicable($"the {(source.IsServerless ? "source" : "target")} is MSK Serverless");
        }

        if (!source.BrokerCount.TryGet(out var sourceCount, out var gap) | !target.BrokerCount.TryGet(out var targetCount, out var other))
        {
            return Undetermined([.. gap is null ? [] : new[] { gap }, .. other is null ? [] : new[] { other }]);
        }

        var arn = evidence.Plan.Target.Arn;
        return targetCount < sourceCount
            ? Failed(Finding("target.cluster_arn", ("target", targetCount), ("source", sourceCount), ("target_arn", arn), ("region", arn.Region)))
            : Passed();
    }
}
