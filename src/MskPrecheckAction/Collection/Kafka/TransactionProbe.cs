using System.Diagnostics;
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

    private const int Named = 10;

    // Asked up to four times: a leader may have moved.
    private static readonly TimeSpan EndsLimit = TimeSpan.FromSeconds(8);

    /// <summary>Reads it, where there is one.</summary>
    /// <param name="named">What DescribeTopics says of its name, which also tells a topic that is not there from one that is hidden.</param>
    /// <param name="listed">All topics: one that is among them is there, whatever another broker says.</param>
    public async Task<Fact<TransactionLog>> ReadAsync(Task<Fact<IReadOnlyDictionary<string, NamedTopic>>> named, Task<Fact<ClusterList>> listed)
    {
        var asked = questions.Of(Topic);
        if (!(await named.ConfigureAwait(false)).TryGet(out var names, out var gap)) return Fact<TransactionLog>.Missing(gap with { Asked = asked });
        var topic = names.GetValueOrDefault(Topic, new NamedTopic(ErrorCode.Local_BadMsg, default));
        if (topic.Error is ErrorCode.UnknownTopicOrPart && (await listed.ConfigureAwait(false)).TryGet(out var list, out _))
        {
            topic = list.Topics.Where(one => one.Name == Topic).Select(shape => new NamedTopic(ErrorCode.NoError, shape)).FirstOrDefault(topic);
        }

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
        var offsets = new Dictionary<int, long>();
        var unread = await EndsAsync(asked, partitionCount, offsets).ConfigureAwait(false);
        if (unread is not null && offsets.Count == 0) return Fact<TransactionLog>.Missing(unread);
        var filled = offsets.Where(one => one.Value > 0).ToDictionary();
        var read = await questions.AskAsync(asked, permission, () => RecordsAsync(asked, filled)).ConfigureAwait(false);
        return read.SelectMany(records => records).Select(records =>
        {
            var log = records.Log(unread);
            questions.Progress("transactional ids", log.Ids.Items.Count, log.Ids.Items.Count);
            return log;
        });
    }

    // A limit that is reached is no reason to begin again: only other failures are thrown.
    private async Task<Fact<Records>> RecordsAsync(string asked, Dictionary<int, long> ends)
    {
        var began = Stopwatch.GetTimestamp();
        var records = new Records();
        if (ends.Count == 0) return Fact.Known(records);
        try
        {
            return await reader.UseAsync(client =>
            {
                NativeTopicReader.Read(reader, client, Topic, ends, Limits, records.Take);
                return Fact.Known(records);
            }).WaitAsync(questions.Stop).ConfigureAwait(false);
        }
        catch (TimeoutException limit)
        {
            return Fact<Records>.Missing(new Gap(asked, GapCause.Timeout, questions.SaidSince(began) is { } why ? $"{limit.Message}: {why}" : limit.Message));
        }
    }

    // A partition without a leader does not keep the others from convicting.
    private async Task<Gap?> EndsAsync(string asked, int partitionCount, Dictionary<int, long> ends)
    {
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            int[] open = [.. Enumerable.Range(0, partitionCount).Except(ends.Keys)];
            var answer = await questions.AskAsync(asked, questions.Rights.ReadTransactions, () => EndsAsync(open)).ConfigureAwait(false);
            if (!answer.TryGet(out var answers, out var gap)) return Of(gap);
            // librdkafka gives no error for a partition whose leader is lost on the way, but no offset either: that is not an empty one.
            foreach (var one in answers.Where(one => !one.Error.IsError && one.Offset.Value >= 0)) ends[one.Partition.Value] = one.Offset.Value;
            if (ends.Count == partitionCount) return null;
            var error = answers.Select(one => one.Error).FirstOrDefault(one => one.IsError) ?? new Error(ErrorCode.Local_Transport);
            if (attempt < 3 && KafkaGap.IsPassing(error.Code) && await questions.PauseAsync(attempt).ConfigureAwait(false)) continue;
            return Of(questions.GapOf(asked, questions.Rights.ReadTransactions, new KafkaException(error), began));
        }

        Gap Of(Gap gap)
        {
            int[] open = [.. Enumerable.Range(0, partitionCount).Except(ends.Keys)];
            return open.Length == partitionCount ? gap : gap with
            {
                Asked = questions.Of($"{open.Length} of {partitionCount} partitions of {Topic} ({string.Join(", ", open.Take(Named))}{(open.Length > Named ? ", ..." : "")})"),
            };
        }
    }

    private async Task<List<TopicPartitionOffsetError>> EndsAsync(IEnumerable<int> ids)
    {
        var partitions = ids.Select(id => new TopicPartitionOffsetSpec { TopicPartition = new TopicPartition(Topic, id), OffsetSpec = OffsetSpec.Latest() });
        var options = new ListOffsetsOptions { RequestTimeout = EndsLimit, IsolationLevel = IsolationLevel.ReadUncommitted };
        try
        {
            return (await connection.Admin.ListOffsetsAsync(partitions, options).ConfigureAwait(false)).ResultInfos.ConvertAll(one => one.TopicPartitionOffsetError);
        }
        catch (ListOffsetsException partial)
        {
            return partial.Result.ResultInfos.ConvertAll(one => one.TopicPartitionOffsetError);
        }
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

        public TransactionLog Log(Gap? unread)
        {
            var ids = byId.Select(one => new TransactionalId(one.Key, one.Value.State)).OrderBy(one => one.Id, StringComparer.Ordinal).ToList();
            List<Gap> gaps = unread is null ? [] : [unread];
            if (unreadable > 0) gaps.Add(new Gap($"records of {Topic}", GapCause.Unparsable, $"{unreadable} records have a key that this version of the program cannot read"));
            return new TransactionLog(
                gaps.Count == 0 ? Listing.Complete(ids) : Listing.Partial(ids, gaps),
                byId.Values.SelectMany(one => one.Topics).ToHashSet(StringComparer.Ordinal));
        }
    }
}
