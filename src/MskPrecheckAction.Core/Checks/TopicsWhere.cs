using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>The source's customer topics whose configs answer a question with yes.</summary>
/// <param name="Topics">Those that are known to.</param>
/// <param name="Gaps">Why there may be more of them.</param>
/// <param name="Remark">What to know where there are none.</param>
internal sealed record TopicsWhere(IReadOnlyList<(Topic Topic, ResourceConfig Config)> Topics, IReadOnlyList<Gap> Gaps, string? Remark)
{
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
        entry => entry.Value is { } list
        ? Fact.Known(list.Split(',', StringSplitOptions.TrimEntries).Contains(policy, StringComparer.OrdinalIgnoreCase))
        : Fact<bool>.Missing(new Gap($"cleanup.policy of {of}", GapCause.Unparsable, "it has no value")));
}
