using System.Globalization;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>No customer topic of the source deletes records by the age of their own timestamps.</summary>
public sealed class NoTopicExpiresRecords() : Check(
    code: "W10",
    title: "Finite Delete-Retention Topics",
    message: "{count} source topic(s) use finite delete retention ({topics}). SEED restores original CreateTime timestamps, so the target broker may advance " +
        "log-start before cutover if old restored records become retention-eligible. Temporarily extend topic retention for the migration window, " +
        "or rely on the cutover offset-floor guard to block the client switch if truncation occurs.",
    cause: "Kafka retention uses the record timestamp when message.timestamp.type=CreateTime, " +
        "so restored historical records may become retention-eligible on the target at once.",
    fix: "Temporarily extend retention for affected topics during the migration window, or set retention.ms to -1 until finalize completes. " +
        "Keep the target offset-floor guard enabled: it blocks the switch if the target has already truncated copied data.",
    source: "https://kafka.apache.org/documentation/#topicconfigs_retention.ms")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        if (!TopicsWhere.Of(evidence.Source, ExpiresRecords).TryGet(out var expiring, out var gap))
        {
            return Undetermined(gap);
        }

        var topics = expiring.Topics
            .Select(one => (one.Topic.Name, Retention: one.Config.Entries["retention.ms"]))
            .OrderBy(one => long.Parse(one.Retention.Value!, CultureInfo.InvariantCulture)).ThenBy(one => one.Name, StringComparer.Ordinal)
            .ToList();
        var named = string.Join(", ", topics.Select(one => $"{one.Name}({one.Retention.Value}ms)").ToList().Capped(CappedList.InMessage));
        List<string> details = [.. topics.Select(one => $"{one.Name}: retention.ms={one.Retention.Value} ({OriginOf(one.Retention)})")];
        var finding = Finding("source.cluster_arn", ("count", topics.Count), ("topics", named)) with { Details = [.. details.Capped(CappedList.InDetails)] };
        return Judged(topics.Count > 0 ? finding : null, expiring.Gaps, expiring.Remark);
    }

    private static Fact<bool> ExpiresRecords(ResourceConfig config, string of) => Fact.All(
        TopicsWhere.CleansUpBy("delete", config, of),
        config.Number("retention.ms", of).Select(retention => retention >= 0),
        TopicsWhere.KeepsCreateTime(config, of));

    private static string OriginOf(ConfigEntry entry) => entry.Source is ConfigSource.DynamicTopic ? "override" : "default";
}
