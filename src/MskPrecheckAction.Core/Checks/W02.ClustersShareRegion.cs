namespace MskPrecheckAction.Checks;

/// <summary>Source and target are in one AWS region.</summary>
public sealed class ClustersShareRegion() : Check(
    code: "W02",
    title: "Cross-Region Migration",
    message: "source region {source} ≠ target region {target} — seed + tail will incur egress bandwidth cost",
    cause: "Source and target are in different AWS regions. Data transfer between regions incurs egress charges.",
    fix: "Estimate the cost from the source's data size, what is written during the migration and the price of data leaving <source>, " +
        "and decide whether it is acceptable.",
    source: "https://docs.aws.amazon.com/cur/latest/userguide/cur-data-transfers-charges.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var (source, target) = (evidence.Plan.Source.Arn, evidence.Plan.Target.Arn);
        return source.Region == target.Region ? Passed() : Failed(Finding("target.cluster_arn", ("source", source.Region), ("target", target.Region)));
    }
}
