using Confluent.Kafka;
using Confluent.Kafka.Admin;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>A topic as the metadata has it.</summary>
internal readonly record struct TopicShape(string Name, int PartitionCount, int ReplicationFactor);

/// <summary>A broker as the metadata has it.</summary>
internal readonly record struct BrokerAddress(int Id, string Host, int Port)
{
    /// <summary><c>host:port</c>, as librdkafka's lines have it.</summary>
    public string Address => $"{Host}:{Port}";
}

/// <summary>The metadata of all topics, without what nobody needs.</summary>
/// <param name="Brokers">The live brokers.</param>
/// <param name="Topics">The topics.</param>
/// <param name="Replicas">The brokers that partitions name, live or not.</param>
internal sealed record ClusterList(IReadOnlyList<BrokerAddress> Brokers, IReadOnlyList<TopicShape> Topics, IReadOnlySet<int> Replicas);

/// <summary>What DescribeTopics says of one name.</summary>
internal readonly record struct NamedTopic(ErrorCode Error, TopicShape Shape);

/// <summary>The topics, and single names; neither question can create one.</summary>
internal sealed class TopicProbe(KafkaConnection connection, Questions questions)
{
    private const int Batch = 1000;

    /// <summary>The live brokers and all topics that the caller may describe, in order; any broker can answer.</summary>
    public async Task<Fact<ClusterList>> ListAsync()
    {
        var asked = questions.Of("topics");
        questions.Progress("topics");
        var listed = await questions.AskAsync(
            asked, questions.Rights.DescribeTopic(), () => connection.BlockingAsync(List)).ConfigureAwait(false);
        if (listed.TryGet(out var list, out _)) questions.Progress("topics", list.Topics.Count, list.Topics.Count);
        return listed;
    }

    /// <summary>Asks for names, as many as there are.</summary>
    public async Task<Fact<IReadOnlyDictionary<string, NamedTopic>>> DescribeAsync(IReadOnlyCollection<string> names)
    {
        var found = new Dictionary<string, NamedTopic>(StringComparer.Ordinal);
        foreach (var batch in names.Chunk(Batch))
        {
            var asked = questions.Of("topics by name");
            var answer = await questions.AskAsync(
                asked, questions.Rights.DescribeTopic(), () => DescribeBatchAsync(batch), refresh: connection.RefreshAsync).ConfigureAwait(false);
            if (!answer.TryGet(out var topics, out var gap)) return Fact<IReadOnlyDictionary<string, NamedTopic>>.Missing(gap);
            foreach (var topic in topics) found[topic.Name] = new(topic.Error.Code, Shape(topic));
        }

        return Fact.Known<IReadOnlyDictionary<string, NamedTopic>>(found);
    }

    private static ClusterList List(IAdminClient admin)
    {
        // All topics: this form of the call has no name that a broker could create a topic for.
        var all = admin.GetMetadata(ClientSettings.CallLimit);
        return new ClusterList(
            [.. all.Brokers.Select(one => new BrokerAddress(one.BrokerId, one.Host, one.Port)).OrderBy(one => one.Id)],
            [.. all.Topics.Select(topic => new TopicShape(topic.Topic, topic.Partitions.Count, topic.Partitions.FirstOrDefault()?.Replicas.Length ?? 0))
                .OrderBy(topic => topic.Name, StringComparer.Ordinal)],
            all.Topics.SelectMany(topic => topic.Partitions).SelectMany(partition => partition.Replicas).ToHashSet());
    }

    private async Task<List<TopicDescription>> DescribeBatchAsync(string[] names)
    {
        try
        {
            var options = new DescribeTopicsOptions { RequestTimeout = ClientSettings.ControllerLimit };
            return (await connection.Admin.DescribeTopicsAsync(TopicCollection.OfTopicNames(names), options).ConfigureAwait(false)).TopicDescriptions;
        }
        catch (DescribeTopicsException partial)
        {
            var passing = partial.Results.TopicDescriptions.FirstOrDefault(one => KafkaGap.IsPassing(one.Error.Code));
            return passing is null ? partial.Results.TopicDescriptions : throw new KafkaException(passing.Error);
        }
    }

    private static TopicShape Shape(TopicDescription topic) =>
        new(topic.Name, topic.Partitions?.Count ?? 0, topic.Partitions?.FirstOrDefault()?.Replicas?.Count ?? 0);
}
