namespace MskPrecheckAction.Checks;

/// <summary>Every target broker replicates the largest message that a source topic may hold.</summary>
public sealed class TargetReplicatesLargestMessage() : Check(
    code: "B12",
    title: "Target replica.fetch.max.bytes Too Small",
    message: "target broker replica.fetch.max.bytes={value} is below " +
        "the largest source topic's effective max.message.bytes={max} (topic '{topic}') — replication would stall on oversized batches",
    cause: "The target's followers fetch less at a time than the largest message that a source topic allows.",
    fix: "Raise replica.fetch.max.bytes of the target's brokers to at least <max>, and message.max.bytes with it: " +
        "put both into a revision of its MSK configuration and apply that.\n" +
        "$ aws kafka describe-cluster-v2 --cluster-arn <target_arn> --region <region> --query ClusterInfo.CurrentVersion\n" +
        "$ aws kafka update-cluster-configuration --cluster-arn <target_arn> --region <region> " +
        "--configuration-info '{\"Arn\":\"<configuration_arn>\",\"Revision\":<revision>}' --current-version <current_version>",
    source: "https://kafka.apache.org/documentation/#brokerconfigs_replica.fetch.max.bytes")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var sizes = evidence.MessageSizes;
        if (sizes.NoWayIn.Count > 0)
        {
            return Undetermined(sizes.NoWayIn);
        }

        if (sizes.NoTopics is { } because)
        {
            return NotApplicable(because);
        }

        var half = sizes.ReplicaFetchMaxBytes;
        if (half.TooSmall.Count == 0 || sizes.Maximum is not { } largest)
        {
            return Judged(null, half.Gaps(), Remark(sizes));
        }

        var (arn, least) = (evidence.Plan.Target.Arn, half.TooSmall.Min(size => size.Value));
        var finding = Finding(
            "target.cluster_arn", ("value", least), ("max", largest.Value), ("topic", largest.Topic), ("target_arn", arn), ("region", arn.Region));
        return Judged(finding with { Details = [largest.ToString(), .. half.Details()] }, half.Gaps());
    }

    private static string? Remark(MessageSizeFloor sizes) => sizes.ReplicaFetchMaxBytes.Exempted.Count == 0 ? sizes.Remark : string.Join("; ",
    [
        "replica.fetch.max.bytes=1048576 is the brokers' built-in default and no topic overrides max.message.bytes=1048588: followers get the first batch whole",
        .. sizes.Remark is { } remark ? [remark] : Array.Empty<string>(),
    ]);
}
