using System.Runtime.InteropServices;

namespace MskPrecheckAction.Collection.Kafka.Librdkafka;

/// <summary>
/// The few functions of librdkafka's C interface that Confluent.Kafka has no words for, from the very library that it ships:
/// reading a topic without a group, and asking for single configs. Names, order and types are those of rdkafka.h.
/// </summary>
internal static unsafe partial class Native
{
    private const string Library = "librdkafka";

    // The candidates of Confluent.Kafka in its order: musl, then glibc with Kerberos, then glibc without.
    static Native() => NativeLibrary.SetDllImportResolver(typeof(Native).Assembly, (name, assembly, path) =>
    {
        if (name != Library) return 0;
        var musl = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal)
            || RuntimeInformation.RuntimeIdentifier.Contains("alpine", StringComparison.Ordinal);
        string[] candidates = musl ? ["alpine-librdkafka", Library] : [Library, "centos8-librdkafka", "alpine-librdkafka"];
        return candidates.Select(one => NativeLibrary.TryLoad(one, assembly, path, out var found) ? found : 0).FirstOrDefault(found => found != 0);
    });

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_new")]
    internal static partial nint ConfNew();

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_destroy")]
    internal static partial void ConfDestroy(nint conf);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ConfSet(nint conf, string name, string value, byte* error, nuint size);

    [LibraryImport(Library, EntryPoint = "rd_kafka_conf_set_events")]
    internal static partial void ConfSetEvents(nint conf, int events);

    /// <summary>Type 1 is a consumer. Takes the configuration over unless it fails.</summary>
    [LibraryImport(Library, EntryPoint = "rd_kafka_new")]
    internal static partial nint New(int type, nint conf, byte* error, nuint size);

    [LibraryImport(Library, EntryPoint = "rd_kafka_destroy")]
    internal static partial void Destroy(nint client);

    [LibraryImport(Library, EntryPoint = "rd_kafka_oauthbearer_set_token", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int SetToken(nint client, string token, long expiresAt, string principal, nint extensions, nuint count, byte* error, nuint size);

    [LibraryImport(Library, EntryPoint = "rd_kafka_queue_new")]
    internal static partial nint QueueNew(nint client);

    [LibraryImport(Library, EntryPoint = "rd_kafka_queue_get_main")]
    internal static partial nint QueueGetMain(nint client);

    [LibraryImport(Library, EntryPoint = "rd_kafka_set_log_queue")]
    internal static partial int SetLogQueue(nint client, nint queue);

    [LibraryImport(Library, EntryPoint = "rd_kafka_queue_destroy")]
    internal static partial void QueueDestroy(nint queue);

    [LibraryImport(Library, EntryPoint = "rd_kafka_queue_poll")]
    internal static partial nint QueuePoll(nint queue, int milliseconds);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_type")]
    internal static partial int EventType(nint @event);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_error")]
    internal static partial int EventError(nint @event);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_error_string")]
    internal static partial nint EventErrorString(nint @event);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_log")]
    internal static partial int EventLog(nint @event, out nint facility, out nint text, out int level);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_destroy")]
    internal static partial void EventDestroy(nint @event);

    [LibraryImport(Library, EntryPoint = "rd_kafka_clusterid")]
    private static partial nint ClusterIdOf(nint client, int milliseconds);

    [LibraryImport(Library, EntryPoint = "rd_kafka_mem_free")]
    private static partial void Free(nint client, nint memory);

    /// <summary>The cluster's id as the first metadata had it; null where none came in time.</summary>
    internal static string? ClusterId(nint client, int milliseconds)
    {
        var text = ClusterIdOf(client, milliseconds);
        if (text == 0) return null;
        var id = Text(text);
        Free(client, text);
        return id.Length == 0 ? null : id;
    }

    /// <summary>A C string; empty where there is none.</summary>
    internal static string Text(nint text) => Marshal.PtrToStringUTF8(text) ?? "";
}
