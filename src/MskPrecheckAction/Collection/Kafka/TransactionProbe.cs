using Confluent.Kafka;
using Confluent.Kafka.Admin;
using MskPrecheckAction.Collection.Kafka.Librdkafka;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>What <c>__transaction_state</c> says.</summary>
/// <param name="Ids">Every transactional id in it.</param>
/// <param name="Topics">The topics that open transactions have touched.</param>
internal sealed record TransactionLog(Listing<TransactionalId> Ids, IReadOnlyCollection<string> Topics);

/// <summary>Every transactional id, from the topic in which the brokers keep them: librdkafka has no ListTransactions.</summary>
internal sealed class TransactionProbe(KafkaConnection connection, NativeClient reader, Questions questions)
{
    /// <summary>The topic's name.</summary>
    public const string Topic = "__transaction_state";

    // A cluster with a million ids keeps some 200 MB; more than that is not read in a precheck's time.
    private static readonly ReadLimits Limits = new(ClientSettings.CallLimit, 512L * 1024 * 1024);

    /// <summary>Reads it, where there is one.</summary>
    /// <param name="named">What DescribeTopics says of its name, which also tells a topic that is not there from one that is hidden.</param>
    public async Task<Fact<TransactionLog>> ReadAsync(Task<Fact<IReadOnlyDictionary<string, NamedTopic>>> named)
    {
        var asked = questions.Of(Topic);
        if (!(await named.ConfigureAwait(false)).TryGet(out var names, out var gap)) return Fact<TransactionLog>.Missing(gap with { Asked = asked });
        var topic = names.GetValueOrDefault(Topic, new NamedTopic(ErrorCode.Local_BadMsg, default));
        return topic.Error switch
        {
            ErrorCode.NoError => await ReadAsync(asked, topic.Shape.PartitionCount).ConfigureAwait(false),
            // Brokers make it for the first transactional producer: there has been none.
            ErrorCode.UnknownTopicOrPart => Fact.Known(new TransactionLog(Listing.Complete<TransactionalId>([]), [])),
            var error => Fact<TransactionLog>.Missing(KafkaGap.Of(asked, new Error(error), questions.Rights.ReadTransactions)),
        };
    }

    // From the beginning to the end offsets of now: producers that start meanwhile come too late for this run.
    private async Task<Fact<TransactionLog>> ReadAsync(string asked, int partitionCount)
    {
        questions.Progress("transactional ids");
        var permission = questions.Rights.ReadTransactions;
        var ends = await questions.AskAsync(asked, permission, () => EndsAsync(partitionCount)).ConfigureAwait(false);
        if (!ends.TryGet(out var offsets, out var gap)) return Fact<TransactionLog>.Missing(gap);
        try
        {
            var records = new Records();
            if (offsets.Count > 0)
            {
                await reader.UseAsync(client =>
                {
                    NativeTopicReader.Read(reader, client, Topic, offsets, Limits, records.Take);
                    return true;
                }).WaitAsync(questions.Stop).ConfigureAwait(false);
            }

            var log = records.Log();
            questions.Progress("transactional ids", log.Ids.Items.Count, log.Ids.Items.Count);
            return Fact.Known(log);
        }
        catch (TimeoutException limit)
        {
            return Fact<TransactionLog>.Missing(new Gap(asked, GapCause.Timeout, limit.Message));
        }
        catch (Exception failure)
        {
            return Fact<TransactionLog>.Missing(questions.GapOf(asked, permission, failure));
        }
    }

    private async Task<Dictionary<int, long>> EndsAsync(int partitionCount)
    {
        var partitions = Enumerable.Range(0, partitionCount)
            .Select(id => new TopicPartitionOffsetSpec { TopicPartition = new TopicPartition(Topic, id), OffsetSpec = OffsetSpec.Latest() });
        List<ListOffsetsResultInfo> answers;
        try
        {
            var options = new ListOffsetsOptions { RequestTimeout = ClientSettings.CallLimit, IsolationLevel = IsolationLevel.ReadUncommitted };
            answers = (await connection.Admin.ListOffsetsAsync(partitions, options).ConfigureAwait(false)).ResultInfos;
        }
        catch (ListOffsetsException partial)
        {
            throw new KafkaException(partial.Result.ResultInfos.First(one => one.TopicPartitionOffsetError.Error.IsError).TopicPartitionOffsetError.Error);
        }

        return answers.Select(one => one.TopicPartitionOffsetError)
            .Where(one => one.Offset.Value > 0)
            .ToDictionary(one => one.Partition.Value, one => one.Offset.Value);
    }

    /// <summary>The last record of each key.</summary>
    private sealed class Records
    {
        private readonly Dictionary<string, (TransactionState State, IReadOnlyList<string> Topics)> byId = new(StringComparer.Ordinal);
        private int unreadable;

        public void Take(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, bool isTombstone)
        {
            string? id = null;
            try
            {
                id = TransactionRecord.Key(key);
                if (id is null) unreadable++;
                else if (isTombstone) byId.Remove(id);
                else byId[id] = TransactionRecord.Value(value);
            }
            catch (FormatException)
            {
                if (id is null) unreadable++;
                else byId[id] = (TransactionState.Unknown, []);
            }
        }

        public TransactionLog Log()
        {
            var ids = byId.Select(one => new TransactionalId(one.Key, one.Value.State)).OrderBy(one => one.Id, StringComparer.Ordinal).ToList();
            var gap = new Gap($"records of {Topic}", GapCause.Unparsable, $"{unreadable} records have a key that this version of the program cannot read");
            return new TransactionLog(
                unreadable == 0 ? Listing.Complete(ids) : Listing.Partial(ids, gap),
                byId.Values.SelectMany(one => one.Topics).ToHashSet(StringComparer.Ordinal));
        }
    }
}
