namespace MskPrecheckAction.Checks;

/// <summary>Every target broker accepts the largest message that a source topic may hold.</summary>
public sealed class TargetAcceptsLargestMessage() : Check(
    code: "B11",
    title: "Target message.max.bytes Too Small",
    message: "target broker message.max.bytes={value} is below " +
        "the largest source topic's effective max.message.bytes={max} (topic '{topic}') — replay would fail with RecordTooLargeException",
    cause: "The target's message.max.bytes is smaller than the largest message that a source topic allows: on restore the brokers would refuse such records.",
    fix: "Raise message.max.bytes of the target's brokers to at least <max>, and replica.fetch.max.bytes with it: " +
        "put both into a revision of its MSK configuration and apply that.\n" +
        "$ aws kafka describe-cluster-v2 --cluster-arn <target_arn> --region <region> --query ClusterInfo.CurrentVersion\n" +
        "$ aws kafka update-cluster-configuration --cluster-arn <target_arn> --region <region> " +
        "--configuration-info '{\"Arn\":\"<configuration_arn>\",\"Revision\":<revision>}' --current-version <current_version>",
    source: "https://kafka.apache.org/documentation/#brokerconfigs_message.max.bytes")
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

        var half = sizes.MessageMaxBytes;
        if (half.TooSmall.Count == 0 || sizes.Maximum is not { } largest)
        {
            return Judged(null, half.Gaps(), sizes.Remark);
        }

        var (arn, least) = (evidence.Plan.Target.Arn, half.TooSmall.Min(size => size.Value));
        var finding = Finding(
            "target.cluster_arn", ("value", least), ("max", largest.Value), ("topic", largest.Topic), ("target_arn", arn), ("region", arn.Region));
        return Judged(finding with { Details = [largest.ToString(), .. half.Details()] }, half.Gaps());
    }
}
