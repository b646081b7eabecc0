using System.Collections.Concurrent;
using Confluent.Kafka;
using MskPrecheckAction.Collection.Kafka.Librdkafka;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>The configs of topics, in batches; one topic's error is that topic's gap.</summary>
internal sealed class TopicConfigProbe(NativeClient client, Questions questions)
{
    // Measured on 10,000 topics: larger batches gain nothing, and these show how far it is.
    private const int Batch = 500;
    private const int InFlight = 2;

    /// <summary>Reads them.</summary>
    /// <returns>By topic; a topic that has been deleted meanwhile is not in it.</returns>
    public async Task<IReadOnlyDictionary<string, Fact<ResourceConfig>>> ReadAsync(IReadOnlyCollection<TopicShape> topics)
    {
        var found = new ConcurrentDictionary<string, Fact<ResourceConfig>>(StringComparer.Ordinal);
        var batches = new ConcurrentQueue<string[]>(topics.Select(topic => topic.Name).Chunk(Batch));
        var done = 0;
        await Task.WhenAll(Enumerable.Range(0, InFlight).Select(_ => WorkAsync())).ConfigureAwait(false);
        return found;

        async Task WorkAsync()
        {
            while (batches.TryDequeue(out var batch))
            {
                foreach (var (name, config) in await DescribeAsync(batch).ConfigureAwait(false)) found[name] = config;
                questions.Progress("topic configs", Interlocked.Add(ref done, batch.Length), topics.Count);
            }
        }
    }

    private async Task<List<(string Name, Fact<ResourceConfig> Config)>> DescribeAsync(string[] names)
    {
        var found = new List<(string, Fact<ResourceConfig>)>(names.Length);
        for (var attempt = 0; names.Length > 0; attempt++)
        {
            var answers = await questions.AskAsync(
                questions.Of($"configs of {names.Length} topics"),
                questions.Rights.DescribeTopicConfigs(),
                () => client.UseAsync(handle => NativeConfigs.Describe(client, handle, names, ClientSettings.CallLimit))).ConfigureAwait(false);
            if (!answers.TryGet(out var topics, out var gap)) return [.. found, .. names.Select(name => (name, Fact<ResourceConfig>.Missing(gap)))];
            // A topic that is not there any more is asked for once more: a broker that has just started may not know it yet.
            var again = topics.Where(topic => attempt == 0 && topic.Error is ErrorCode.UnknownTopicOrPart || attempt < 3 && KafkaGap.IsPassing(topic.Error));
            names = [.. again.Select(topic => topic.Name)];
            found.AddRange(topics.ExceptBy(names, topic => topic.Name).Where(topic => topic.Error is not ErrorCode.UnknownTopicOrPart).Select(Fact));
            if (names.Length > 0) await questions.PauseAsync(attempt).ConfigureAwait(false);
        }

        return found;
    }

    private (string, Fact<ResourceConfig>) Fact(TopicConfigAnswer topic) => (topic.Name, topic.Config is { } config
        ? Facts.Fact.Known(config)
        : Fact<ResourceConfig>.Missing(KafkaGap.Of(
            questions.Of($"configs of topic '{topic.Name}'"), new Error(topic.Error), questions.Rights.DescribeTopicConfigs(topic.Name))));
}
