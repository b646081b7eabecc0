using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>No customer topic of the source is compacted.</summary>
public sealed class NoTopicIsCompacted() : Check(
    code: "W07",
    title: "Log-Compacted Topics",
    message: "{count} source topic(s) use cleanup.policy=compact — records may be deleted between seed and tail, " +
        "so validation treats empty fetches and drift on them as warnings instead of failures",
    cause: "Compacted topics may have records deleted between seed and tail phases. Empty fetches and drift on them are then no proof of a loss.",
    fix: "If bit-for-bit parity is required for compacted topics, run your own diff after finalize.",
    source: "https://kafka.apache.org/documentation/#topicconfigs_cleanup.policy")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var read = TopicsWhere.Of(evidence.Source, (config, of) => TopicsWhere.CleansUpBy("compact", config, of));
        if (!read.TryGet(out var compacted, out var gap))
        {
            return Undetermined(gap);
        }

        List<string> names = [.. compacted.Topics.Select(one => one.Topic.Name).Order(StringComparer.Ordinal)];
        var finding = Finding("source.cluster_arn", ("count", names.Count)) with { Details = [.. names.Capped(CappedList.InDetails)] };
        return Judged(names.Count > 0 ? finding : null, compacted.Gaps, compacted.Remark);
    }
}
