using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>B11 and B12 could be settled; where one could not, this warning stands for it.</summary>
public sealed class MessageSizesAreVerified() : Check(
    code: "W04",
    title: "Message Size Check Skipped",
    message: "could not verify target message-size floor ({reason}) — ensure target message.max.bytes and replica.fetch.max.bytes " +
        "≥ largest source topic's effective max.message.bytes",
    cause: "Both clusters are reachable, but a value that the size comparison needs could not be read from their topics or brokers.",
    fix: "Cure what the reason names and run again. The rights that it takes: DESCRIBE and DESCRIBE_CONFIGS on Topic *, DESCRIBE_CONFIGS on Cluster; " +
        "with IAM kafka-cluster:DescribeTopic, kafka-cluster:DescribeTopicDynamicConfiguration and kafka-cluster:DescribeClusterDynamicConfiguration.\n" +
        "Else verify by hand that message.max.bytes and replica.fetch.max.bytes of every target broker are large enough.",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-properties.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var sizes = evidence.MessageSizes;
        if (sizes.DependsOn.Count > 0)
        {
            return NotApplicable($"depends on {string.Join(" and ", sizes.DependsOn)}");
        }

        if (sizes.NoWayIn.Count > 0)
        {
            return Undetermined(sizes.NoWayIn);
        }

        if (sizes.NoTopics is { } because)
        {
            return NotApplicable(because);
        }

        // A half that B11 or B12 convicted is settled, whatever else is missing.
        Unread[] missing = [.. new[] { sizes.MessageMaxBytes, sizes.ReplicaFetchMaxBytes }.Where(half => half.IsOpen).SelectMany(half => half.Missing)];
        Gap[] cut = [.. missing.SelectMany(one => one.Gaps).Where(gap => gap.Cause is GapCause.Cancelled).Distinct()];
        if (cut.Length > 0)
        {
            // The run ended before it had looked: no warning may stand for that.
            return Undetermined(cut);
        }

        string[] reasons = [.. missing.Select(one => one.ToString()).Distinct()];
        return Judged(
            reasons.Length > 0 ? Finding("target.cluster_arn", ("reason", string.Join("; ", reasons))) : null,
            [.. missing.SelectMany(one => one.Gaps).Distinct()],
            sizes.Remark);
    }
}
