using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>The source's customer topics whose configs answer a question with yes.</summary>
/// <param name="Topics">Those that are known to.</param>
/// <param name="Gaps">Why there may be more of them.</param>
/// <param name="Remark">What to know where there are none.</param>
internal sealed record TopicsWhere(IReadOnlyList<(Topic Topic, ResourceConfig Config)> Topics, IReadOnlyList<Gap> Gaps, string? Remark)
{
    private static readonly string[] Policies = ["compact", "delete"];

    /// <summary>Asks every topic.</summary>
    /// <param name="source">The source.</param>
    /// <param name="question">The answer by a topic's configs, and whose configs they are.</param>
    public static Fact<TopicsWhere> Of(ClusterView source, Func<ResourceConfig, string, Fact<bool>> question) => source.CustomerTopics.Select(listing =>
    {
        var yes = new List<(Topic, ResourceConfig)>();
        var unread = new List<(string, string, Gap)>();
        foreach (var topic in listing.Items)
        {
            if (!topic.Config.TryGet(out var config, out var gap) || !question(config, $"source topic '{topic.Name}'").TryGet(out var holds, out gap))
            {
                unread.Add(("topic configs", topic.Name, gap));
            }
            else if (holds)
            {
                yes.Add((topic, config));
            }
        }

        var missing = Unread.Group(Side.Source, listing.Items.Count, unread).SelectMany(one => one.Gaps);
        return new TopicsWhere(yes, [.. listing.MissingFrom("topics of the source cluster"), .. missing], listing.Remark);
    });

    /// <summary>Whether <c>cleanup.policy</c>, a list, holds a policy.</summary>
    public static Fact<bool> CleansUpBy(string policy, ResourceConfig config, string of) => config.Entry("cleanup.policy", of).SelectMany(
        entry =>
        {
            var list = entry.Value?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            return list is null ? Unreadable("cleanup.policy", entry, of)
                : list.Contains(policy, StringComparer.OrdinalIgnoreCase) ? Fact.Known(true)
                : list.All(one => Policies.Contains(one, StringComparer.OrdinalIgnoreCase)) ? Fact.Known(false)
                : Unreadable("cleanup.policy", entry, of);
        });

    /// <summary>Whether records carry the time that their producer gave them.</summary>
    public static Fact<bool> KeepsCreateTime(ResourceConfig config, string of) => config.Entry("message.timestamp.type", of).SelectMany(
        entry => entry.Value?.ToUpperInvariant() switch
        {
            "CREATETIME" => Fact.Known(true),
            "LOGAPPENDTIME" => Fact.Known(false),
            _ => Unreadable("message.timestamp.type", entry, of),
        });

    // A word that Kafka does not know says nothing, and so acquits nobody.
    private static Fact<bool> Unreadable(string key, ConfigEntry entry, string of) => Fact<bool>.Missing(
        new Gap($"{key} of {of}", GapCause.Unparsable, entry.Value is null ? "it has no value" : $"'{entry.Value}' is no value that Kafka knows"));
}
