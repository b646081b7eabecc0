using System.Runtime.InteropServices;

namespace MskPrecheckAction.Collection.Kafka.Librdkafka;

/// <summary>DescribeConfigs.</summary>
internal static unsafe partial class Native
{
    /// <summary><c>RD_KAFKA_RESOURCE_TOPIC</c>.</summary>
    internal const int TopicResource = 2;

    [LibraryImport(Library, EntryPoint = "rd_kafka_ConfigResource_new", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial nint ConfigResourceNew(int type, string name);

    /// <summary>Meant for AlterConfigs; a DescribeConfigs request asks for the keys that were set, and for all where none was.</summary>
    [LibraryImport(Library, EntryPoint = "rd_kafka_ConfigResource_set_config", StringMarshalling = StringMarshalling.Utf8)]
    internal static partial int ConfigResourceSet(nint resource, string name, string value);

    [LibraryImport(Library, EntryPoint = "rd_kafka_ConfigResource_destroy_array")]
    internal static partial void ConfigResourceDestroyArray(nint* resources, nuint count);

    /// <summary>Copies resources and options; the answer comes as an event of the queue.</summary>
    [LibraryImport(Library, EntryPoint = "rd_kafka_DescribeConfigs")]
    internal static partial void DescribeConfigs(nint client, nint* resources, nuint count, nint options, nint queue);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_DescribeConfigs_result")]
    internal static partial nint EventDescribeConfigsResult(nint @event);

    [LibraryImport(Library, EntryPoint = "rd_kafka_DescribeConfigs_result_resources")]
    internal static partial nint* DescribeConfigsResultResources(nint result, out nuint count);

    [LibraryImport(Library, EntryPoint = "rd_kafka_ConfigResource_name")]
    internal static partial nint ConfigResourceName(nint resource);

    [LibraryImport(Library, EntryPoint = "rd_kafka_ConfigResource_error")]
    internal static partial int ConfigResourceError(nint resource);

    [LibraryImport(Library, EntryPoint = "rd_kafka_ConfigResource_configs")]
    internal static partial nint* ConfigResourceConfigs(nint resource, out nuint count);

    [LibraryImport(Library, EntryPoint = "rd_kafka_ConfigEntry_name")]
    internal static partial nint ConfigEntryName(nint entry);

    [LibraryImport(Library, EntryPoint = "rd_kafka_ConfigEntry_value")]
    internal static partial nint ConfigEntryValue(nint entry);

    [LibraryImport(Library, EntryPoint = "rd_kafka_ConfigEntry_source")]
    internal static partial int ConfigEntrySource(nint entry);
}
