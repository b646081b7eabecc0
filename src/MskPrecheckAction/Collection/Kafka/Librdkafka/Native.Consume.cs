using System.Runtime.InteropServices;

namespace MskPrecheckAction.Collection.Kafka.Librdkafka;

/// <summary>The simple consumer: no group, so no coordinator is ever asked for.</summary>
internal static unsafe partial class Native
{
    /// <summary><c>RD_KAFKA_OFFSET_BEGINNING</c>.</summary>
    internal const long Beginning = -2;

    /// <summary><c>RD_KAFKA_RESP_ERR__PARTITION_EOF</c>.</summary>
    internal const int PartitionEof = -191;

    [LibraryImport(Library, EntryPoint = "rd_kafka_topic_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint TopicNew(nint client, string name, nint conf);

    [LibraryImport(Library, EntryPoint = "rd_kafka_topic_destroy")]
    internal static partial void TopicDestroy(nint topic);

    [LibraryImport(Library, EntryPoint = "rd_kafka_consume_start_queue")]
    internal static partial int ConsumeStartQueue(nint topic, int partition, long offset, nint queue);

    [LibraryImport(Library, EntryPoint = "rd_kafka_consume_stop")]
    internal static partial int ConsumeStop(nint topic, int partition);

    [LibraryImport(Library, EntryPoint = "rd_kafka_consume_batch_queue")]
    internal static partial nint ConsumeBatchQueue(nint queue, int milliseconds, Message** messages, nuint size);

    [LibraryImport(Library, EntryPoint = "rd_kafka_message_destroy")]
    internal static partial void MessageDestroy(Message* message);

    /// <summary><c>rd_kafka_message_t</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly struct Message
    {
        internal readonly int Error;
        private readonly nint topic;
        internal readonly int Partition;
        private readonly byte* payload;
        private readonly nuint length;
        private readonly byte* key;
        private readonly nuint keyLength;
        internal readonly long Offset;
        private readonly nint owner;

        internal bool HasValue => payload is not null;

        internal ReadOnlySpan<byte> Value => new(payload, (int)length);

        internal ReadOnlySpan<byte> Key => new(key, (int)keyLength);
    }
}
