using Confluent.Kafka;

namespace MskPrecheckAction.Collection.Kafka.Librdkafka;

/// <summary>What the brokers answered to ListGroups, put together.</summary>
internal sealed record GroupIds(IReadOnlyList<string> Ids, IReadOnlyList<ErrorCode> Errors);

/// <summary>
/// ListConsumerGroups. Not by Confluent.Kafka 2.16.0: as soon as one broker fails, its ListConsumerGroupsAsync frees the errors that librdkafka frees
/// too (<c>new Error(errorPtr)</c> in AdminClient.cs destroys what it reads), and the process is aborted for a double free.
/// </summary>
internal static unsafe class NativeGroups
{
    /// <summary>Asks every broker and waits; a broker that fails is an error beside the others' groups.</summary>
    public static GroupIds List(NativeClient owner, nint client, TimeSpan limit) =>
        NativeQuestion.Ask(owner, client, Native.ListConsumerGroupsOperation, limit, Native.ListConsumerGroups, Read);

    private static GroupIds Read(nint answer)
    {
        var result = Native.EventListConsumerGroupsResult(answer);
        var valid = Native.ListConsumerGroupsResultValid(result, out var count);
        var ids = new HashSet<string>((int)count, StringComparer.Ordinal);
        for (nuint i = 0; i < count; i++) ids.Add(Native.Text(Native.ConsumerGroupListingId(valid[i])));
        var failed = Native.ListConsumerGroupsResultErrors(result, out count);
        var errors = new List<ErrorCode>((int)count);
        for (nuint i = 0; i < count; i++) errors.Add((ErrorCode)Native.ErrorCodeOf(failed[i]));
        return new GroupIds([.. ids.Order(StringComparer.Ordinal)], errors);
    }
}
