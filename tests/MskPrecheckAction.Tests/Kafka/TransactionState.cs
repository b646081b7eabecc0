using System.Text;
using Confluent.Kafka;

namespace MskPrecheckAction.Kafka;

/// <summary>Looks one transactional id up in __transaction_state, by itself: what the program reads there is not taken for granted.</summary>
internal static class TransactionState
{
    // int16 version, int64 producer id, int16 epoch, int32 timeout stand before it, in v0 as in v1.
    private const int StatusAt = 16;

    /// <summary>The status byte of the last record of this id; null when there is none.</summary>
    public static int? Of(KafkaCluster cluster, string transactionalId)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(new ConsumerConfig(cluster.Plaintext())
        {
            GroupId = "unused",
            EnableAutoCommit = false,
            EnablePartitionEof = true,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            IsolationLevel = IsolationLevel.ReadUncommitted,
        }).Build();
        consumer.Assign(Enumerable.Range(0, 4).Select(p => new TopicPartitionOffset("__transaction_state", p, Offset.Beginning)));
        int? status = null;
        for (var ends = 0; ends < 4;)
        {
            var record = consumer.Consume(TimeSpan.FromSeconds(10)) ?? throw new TimeoutException("__transaction_state has no end");
            if (record.IsPartitionEOF) ends++;
            else if (Encoding.UTF8.GetString(record.Message.Key.AsSpan(4)) == transactionalId) status = record.Message.Value?[StatusAt];
        }

        return status;
    }
}
