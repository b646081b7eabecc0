using Confluent.Kafka;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Puts list, configs and coverage of the topics together.</summary>
/// <param name="probe">Lists topics and asks for names.</param>
/// <param name="configs">Reads their configs; null on the target, where nobody needs them.</param>
/// <param name="coverage">Tells whether the list is all of them.</param>
/// <param name="questions">The questions.</param>
internal sealed class TopicFacts(TopicProbe probe, TopicConfigProbe? configs, TopicCoverage coverage, Questions questions)
{
    /// <summary>The topics of the list with their configs; one that has been deleted meanwhile is left out.</summary>
    public async Task<Fact<IReadOnlyList<Topic>>> DescribeAsync(Task<Fact<ClusterList>> listed) =>
        (await listed.ConfigureAwait(false)).TryGet(out var list, out var gap)
            ? Fact.Known(await DescribeAsync(list.Topics).ConfigureAwait(false))
            : Fact<IReadOnlyList<Topic>>.Missing(gap);

    /// <summary>The topics with their coverage.</summary>
    /// <param name="described">The topics of the list.</param>
    /// <param name="first">What <see cref="TopicCoverage.FirstAsync"/> learnt.</param>
    /// <param name="mentioned">Topics that other facts mention.</param>
    /// <param name="aclsAreKnown">Whether ACLs are among those facts, or there are none.</param>
    public async Task<Fact<Listing<Topic>>> CoverAsync(
        Task<Fact<IReadOnlyList<Topic>>> described, Fact<IReadOnlyDictionary<string, NamedTopic>> first, IEnumerable<string> mentioned, bool aclsAreKnown)
    {
        if (!(await described.ConfigureAwait(false)).TryGet(out var topics, out var gap)) return Fact<Listing<Topic>>.Missing(gap);
        var lacking = TopicCoverage.Lacking(mentioned, topics.Select(topic => topic.Name));
        var named = await probe.DescribeAsync(lacking).ConfigureAwait(false);
        if (named.TryGet(out var answers, out _))
        {
            // Not in the list and there all the same: it was created in between.
            TopicShape[] created = [.. answers.Values.Where(one => one.Error is ErrorCode.NoError).Select(one => one.Shape)];
            var added = created.Length == 0 ? [] : await DescribeAsync(created).ConfigureAwait(false);
            if (added.Count > 0) topics = [.. topics.Concat(added).OrderBy(topic => topic.Name, StringComparer.Ordinal)];
        }

        return Fact.Known(coverage.Judge(topics, first, named, aclsAreKnown));
    }

    private async Task<IReadOnlyList<Topic>> DescribeAsync(IReadOnlyCollection<TopicShape> shapes)
    {
        if (configs is null)
        {
            var notAsked = Fact<ResourceConfig>.Missing(new Gap(questions.Of("topic configs"), GapCause.NotAsked, "they matter on the source only"));
            return [.. shapes.Select(shape => new Topic(shape.Name, shape.PartitionCount, shape.ReplicationFactor, notAsked))];
        }

        var found = await configs.ReadAsync(shapes).ConfigureAwait(false);
        var unknown = shapes.Select(shape => shape.Name).Where(name => !found.ContainsKey(name)).ToList();
        if (unknown.Count > 0) found = found.Concat(await UnknownAsync(unknown).ConfigureAwait(false)).ToDictionary(StringComparer.Ordinal);
        return [.. shapes.Where(shape => found.ContainsKey(shape.Name))
            .Select(shape => new Topic(shape.Name, shape.PartitionCount, shape.ReplicationFactor, found[shape.Name]))];
    }

    // A broker that does not know a topic may be behind the others: only a topic that the controller does not know either has been deleted.
    private async Task<Dictionary<string, Fact<ResourceConfig>>> UnknownAsync(IReadOnlyCollection<string> names)
    {
        var answer = await probe.DescribeAsync(names).ConfigureAwait(false);
        return names.Select(name => (Name: name, Gap: answer.TryGet(out var known, out var gap) ? GapOf(name, known) : gap))
            .Where(one => one.Gap is not null)
            .ToDictionary(one => one.Name, one => Fact<ResourceConfig>.Missing(one.Gap!), StringComparer.Ordinal);
    }

    private Gap? GapOf(string name, IReadOnlyDictionary<string, NamedTopic> known) => known.TryGetValue(name, out var topic) && topic.Error is ErrorCode.UnknownTopicOrPart
        ? null
        : new Gap(questions.Of($"configs of topic '{name}'"), GapCause.ServiceError, $"the broker that was asked does not know it ({KafkaWord.Of(ErrorCode.UnknownTopicOrPart)}), and others do");
}
