using System.Collections.Concurrent;
using Confluent.Kafka;
using MskPrecheckAction.Collection.Kafka.Librdkafka;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>
/// The configs of topics, in batches; one topic's error is that topic's gap. A broker in ZooKeeper mode asks ZooKeeper for each topic, one after
/// the other: so several brokers share the work, always the same batch at the same broker.
/// </summary>
/// <param name="client">The handle.</param>
/// <param name="brokers">The ids of the brokers.</param>
/// <param name="questions">The questions.</param>
internal sealed class TopicConfigProbe(NativeClient client, IReadOnlyList<int> brokers, Questions questions)
{
    // Measured on 10,000 topics: larger batches gain nothing, and these show how far it is.
    private const int Batch = 500;
    private const int MostBrokers = 4;
    private const int MostSilent = 3;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<int, bool> silent = new();

    /// <summary>Reads them.</summary>
    /// <returns>By topic; a topic that has been deleted meanwhile is not in it.</returns>
    public async Task<IReadOnlyDictionary<string, Fact<ResourceConfig>>> ReadAsync(IReadOnlyCollection<TopicShape> topics)
    {
        var found = new ConcurrentDictionary<string, Fact<ResourceConfig>>(StringComparer.Ordinal);
        var workers = Math.Clamp(brokers.Count, 1, MostBrokers);
        var batches = topics.Select(topic => topic.Name).Chunk(Batch).Index().ToLookup(one => one.Index % workers, one => one.Item);
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, workers).Select(WorkAsync)).ConfigureAwait(false);
        return found;

        async Task WorkAsync(int worker)
        {
            foreach (var batch in batches[worker])
            {
                foreach (var (name, config) in await DescribeAsync(batch, worker).ConfigureAwait(false)) found[name] = config;
                questions.Progress("topic configs", Interlocked.Add(ref done, batch.Length), topics.Count);
            }
        }
    }

    private async Task<List<(string Name, Fact<ResourceConfig> Config)>> DescribeAsync(string[] names, int worker)
    {
        var found = new List<(string, Fact<ResourceConfig>)>(names.Length);
        for (var attempt = 0; names.Length > 0; attempt++)
        {
            var answers = await AskAsync(names, worker).ConfigureAwait(false);
            if (!answers.TryGet(out var topics, out var gap)) return [.. found, .. names.Select(name => (name, Fact<ResourceConfig>.Missing(gap)))];
            // A topic that is not there any more is asked for once more: a broker that has just started may not know it yet.
            var again = topics.Where(topic => attempt == 0 && topic.Error is ErrorCode.UnknownTopicOrPart || attempt < 3 && KafkaGap.IsPassing(topic.Error));
            names = [.. again.Select(topic => topic.Name)];
            found.AddRange(topics.ExceptBy(names, topic => topic.Name).Where(topic => topic.Error is not ErrorCode.UnknownTopicOrPart).Select(Fact));
            if (names.Length > 0) await questions.PauseAsync(attempt).ConfigureAwait(false);
        }

        return found;
    }

    // Where a broker gives no answer another one does: all of them know all topics.
    private async Task<Fact<IReadOnlyList<TopicConfigAnswer>>> AskAsync(string[] names, int worker)
    {
        var asked = questions.Of($"configs of {names.Length} topics");
        var answer = Fact<IReadOnlyList<TopicConfigAnswer>>.Missing(new Gap(asked, GapCause.Unreachable, questions.SaidSince(0) ?? "no broker answers"));
        // Where three say nothing the others will not either, and thirty would take longer than the run may.
        foreach (var broker in Enumerable.Range(worker, brokers.Count).Select(at => brokers[at % brokers.Count]).Where(id => !silent.ContainsKey(id)).Take(MostSilent))
        {
            if (silent.Count >= MostSilent) break;
            answer = await questions.AskAsync(asked, questions.Rights.DescribeTopicConfigs(), () => client.UseAsync(
                handle => NativeConfigs.Describe(client, handle, broker, names, Limit))).ConfigureAwait(false);
            if (answer.TryGet(out _, out var gap) || gap.Cause is not (GapCause.Timeout or GapCause.Unreachable)) return answer;
            silent[broker] = true;
        }

        return answer;
    }

    private (string, Fact<ResourceConfig>) Fact(TopicConfigAnswer topic) => (topic.Name, topic.Config is { } config
        ? Facts.Fact.Known(config)
        : Fact<ResourceConfig>.Missing(KafkaGap.Of(
            questions.Of($"configs of topic '{topic.Name}'"), new Error(topic.Error), questions.Rights.DescribeTopicConfigs(topic.Name))));
}
