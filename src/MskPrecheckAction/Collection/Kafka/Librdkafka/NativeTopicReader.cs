using Confluent.Kafka;

namespace MskPrecheckAction.Collection.Kafka.Librdkafka;

/// <summary>How far a topic may be read.</summary>
/// <param name="Time">For all of it.</param>
/// <param name="Bytes">Keys and values of all records.</param>
internal readonly record struct ReadLimits(TimeSpan Time, long Bytes);

/// <summary>
/// Reads a topic from its beginning to offsets that were taken first, all partitions through one queue. Confluent.Kafka's consumer cannot do it
/// read-only: it needs a group.id, and librdkafka then sends FindCoordinator, for which a broker creates __consumer_offsets.
/// </summary>
internal static unsafe class NativeTopicReader
{
    private const int Batch = 1000;

    /// <summary>Takes a record.</summary>
    /// <param name="key">Its key.</param>
    /// <param name="value">Its value, where it has one.</param>
    /// <param name="isTombstone">Whether it has none.</param>
    public delegate void Record(ReadOnlySpan<byte> key, ReadOnlySpan<byte> value, bool isTombstone);

    /// <summary>Reads; throws <see cref="KafkaException"/> for a partition that cannot be read and <see cref="TimeoutException"/> beyond a limit.</summary>
    /// <param name="owner">Whose handle it is; the reading ends when it is closed.</param>
    /// <param name="client">The handle.</param>
    /// <param name="topic">The topic.</param>
    /// <param name="ends">The end offset of each partition that holds anything.</param>
    /// <param name="limits">How far to go.</param>
    /// <param name="take">Takes each record.</param>
    public static void Read(NativeClient owner, nint client, string topic, Dictionary<int, long> ends, ReadLimits limits, Record take)
    {
        var queue = Native.QueueNew(client);
        var handle = Native.TopicNew(client, topic, 0);
        var started = new List<int>();
        try
        {
            foreach (var partition in ends.Keys)
            {
                if (Native.ConsumeStartQueue(handle, partition, Native.Beginning, queue) != 0) throw new KafkaException(ErrorCode.Local_State);
                started.Add(partition);
            }

            Drain(owner, queue, new Dictionary<int, long>(ends), limits, take);
        }
        finally
        {
            foreach (var partition in started) _ = Native.ConsumeStop(handle, partition);
            Native.TopicDestroy(handle);
            Native.QueueDestroy(queue);
        }
    }

    private static void Drain(NativeClient owner, nint queue, Dictionary<int, long> left, ReadLimits limits, Record take)
    {
        var deadline = Environment.TickCount64 + (long)limits.Time.TotalMilliseconds;
        var (bytes, partitionCount) = (limits.Bytes, left.Count);
        var batch = stackalloc Native.Message*[Batch];
        while (left.Count > 0)
        {
            if (owner.IsClosed) throw new KafkaException(ErrorCode.Local_Destroy);
            if (Environment.TickCount64 > deadline) throw new TimeoutException($"it could not be read to its end in time, {left.Count} of {partitionCount} partitions are missing");
            if (bytes < 0) throw new TimeoutException("it is larger than this program reads");
            var count = (int)Native.ConsumeBatchQueue(queue, 100, batch, Batch);
            var failed = ErrorCode.NoError;
            for (var i = 0; i < count; i++)
            {
                if (failed is ErrorCode.NoError) failed = Take(*batch[i], left, take, ref bytes);
                Native.MessageDestroy(batch[i]);
            }

            if (failed is not ErrorCode.NoError) throw new KafkaException(failed);
        }
    }

    private static ErrorCode Take(in Native.Message message, Dictionary<int, long> left, Record take, ref long bytes)
    {
        // The end is also the end where the last offsets hold nothing any more: compaction takes records, not offsets.
        if (message.Error == Native.PartitionEof)
        {
            left.Remove(message.Partition);
            return ErrorCode.NoError;
        }

        if (message.Error != 0) return (ErrorCode)message.Error;
        if (!left.TryGetValue(message.Partition, out var end)) return ErrorCode.NoError;
        if (message.Offset < end)
        {
            bytes -= message.Key.Length + message.Value.Length;
            take(message.Key, message.Value, !message.HasValue);
        }

        if (message.Offset >= end - 1) left.Remove(message.Partition);
        return ErrorCode.NoError;
    }
}
