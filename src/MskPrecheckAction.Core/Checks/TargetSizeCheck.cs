namespace MskPrecheckAction.Checks;

/// <summary>What B11 and B12 have in common: one size of the target's brokers against the largest message of the source.</summary>
/// <param name="code">See <see cref="Check"/>.</param>
/// <param name="title">See <see cref="Check"/>.</param>
/// <param name="message">With the places <c>value</c>, <c>max</c> and <c>topic</c>.</param>
/// <param name="cause">See <see cref="Check"/>.</param>
/// <param name="key">The brokers' key, such as <c>message.max.bytes</c>.</param>
/// <param name="other">The key that must be raised together with it.</param>
public abstract class TargetSizeCheck(string code, string title, string message, string cause, string key, string other) : Check(
    code,
    title,
    message,
    cause,
    fix: $"Raise {key} of the target's brokers to at least <max>, and {other} with it: put both into a revision of its MSK configuration and apply that.\n" +
        "$ aws kafka describe-cluster-v2 --cluster-arn <target_arn> --region <region> --query ClusterInfo.CurrentVersion\n" +
        "$ aws kafka update-cluster-configuration --cluster-arn <target_arn> --region <region> " +
        "--configuration-info '{\"Arn\":\"<configuration_arn>\",\"Revision\":<revision>}' --current-version <current_version>",
    source: "https://kafka.apache.org/documentation/#brokerconfigs_" + key)
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

        var half = HalfOf(sizes);
        if (half.TooSmall.Count == 0 || sizes.Maximum is not { } largest)
        {
            return Judged(null, half.Gaps(), Remark(sizes));
        }

        var (arn, least) = (evidence.Plan.Target.Arn, half.TooSmall.Min(size => size.Value));
        var finding = Finding(
            "target.cluster_arn", ("value", least), ("max", largest.Value), ("topic", largest.Topic), ("target_arn", arn), ("region", arn.Region));
        return Judged(finding with { Details = [largest.ToString(), .. half.Details()] }, half.Gaps());
    }

    /// <summary>The size that this check judges.</summary>
    protected abstract TargetSizes HalfOf(MessageSizeFloor sizes);

    /// <summary>What to know where all is well.</summary>
    protected virtual string? Remark(MessageSizeFloor sizes) => sizes.Remark;
}
