using System.Runtime.InteropServices;

namespace MskPrecheckAction.Collection.Kafka.Librdkafka;

/// <summary>What all administrative questions have in common, and ListConsumerGroups.</summary>
internal static unsafe partial class Native
{
    /// <summary><c>RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS</c>.</summary>
    internal const int DescribeConfigsOperation = 5;

    /// <summary><c>RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPS</c>.</summary>
    internal const int ListConsumerGroupsOperation = 12;

    [LibraryImport(Library, EntryPoint = "rd_kafka_AdminOptions_new")]
    internal static partial nint AdminOptionsNew(nint client, int operation);

    [LibraryImport(Library, EntryPoint = "rd_kafka_AdminOptions_set_request_timeout")]
    internal static partial int AdminOptionsSetRequestTimeout(nint options, int milliseconds, byte* error, nuint size);

    [LibraryImport(Library, EntryPoint = "rd_kafka_AdminOptions_set_broker")]
    internal static partial int AdminOptionsSetBroker(nint options, int id, byte* error, nuint size);

    [LibraryImport(Library, EntryPoint = "rd_kafka_AdminOptions_destroy")]
    internal static partial void AdminOptionsDestroy(nint options);

    /// <summary>Asks every broker; the answer comes as an event of the queue.</summary>
    [LibraryImport(Library, EntryPoint = "rd_kafka_ListConsumerGroups")]
    internal static partial void ListConsumerGroups(nint client, nint options, nint queue);

    [LibraryImport(Library, EntryPoint = "rd_kafka_event_ListConsumerGroups_result")]
    internal static partial nint EventListConsumerGroupsResult(nint @event);

    [LibraryImport(Library, EntryPoint = "rd_kafka_ListConsumerGroups_result_valid")]
    internal static partial nint* ListConsumerGroupsResultValid(nint result, out nuint count);

    [LibraryImport(Library, EntryPoint = "rd_kafka_ListConsumerGroups_result_errors")]
    internal static partial nint* ListConsumerGroupsResultErrors(nint result, out nuint count);

    [LibraryImport(Library, EntryPoint = "rd_kafka_ConsumerGroupListing_group_id")]
    internal static partial nint ConsumerGroupListingId(nint listing);

    /// <summary>0 where the broker did not say, 5 is Empty.</summary>
    [LibraryImport(Library, EntryPoint = "rd_kafka_ConsumerGroupListing_state")]
    internal static partial int ConsumerGroupListingState(nint listing);

    [LibraryImport(Library, EntryPoint = "rd_kafka_error_code")]
    internal static partial int ErrorCodeOf(nint error);
}
