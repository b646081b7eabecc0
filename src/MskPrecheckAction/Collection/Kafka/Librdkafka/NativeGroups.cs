using Confluent.Kafka;

namespace MskPrecheckAction.Collection.Kafka.Librdkafka;

/// <summary>What the brokers answered to ListGroups, put together.</summary>
/// <param name="Ids">Every group.</param>
/// <param name="Empty">Those of which their coordinator says that they have no members; brokers before 2.6 do not say.</param>
/// <param name="Errors">The errors of brokers that failed.</param>
internal sealed record GroupIds(IReadOnlyList<string> Ids, IReadOnlySet<string> Empty, IReadOnlyList<ErrorCode> Errors);

/// <summary>
/// ListConsumerGroups. Not by Confluent.Kafka 2.16.0: as soon as one broker fails, its ListConsumerGroupsAsync frees the errors that librdkafka frees
/// too (<c>new Error(errorPtr)</c> in AdminClient.cs destroys what it reads), and the process is aborted for a double free.
/// </summary>
internal static unsafe class NativeGroups
{
    private const int EmptyState = 5;

    /// <summary>Asks every broker and waits; a broker that fails is an error beside the others' groups.</summary>
    public static GroupIds List(NativeClient owner, nint client, TimeSpan limit) =>
        NativeQuestion.Ask(owner, client, Native.ListConsumerGroupsOperation, limit, Native.ListConsumerGroups, Read);

    private static GroupIds Read(nint answer)
    {
        var result = Native.EventListConsumerGroupsResult(answer);
        var valid = Native.ListConsumerGroupsResultValid(result, out var count);
        var ids = new HashSet<string>((int)count, StringComparer.Ordinal);
        var empty = new HashSet<string>(StringComparer.Ordinal);
        for (nuint i = 0; i < count; i++)
        {
            var id = Native.Text(Native.ConsumerGroupListingId(valid[i]));
            ids.Add(id);
            if (Native.ConsumerGroupListingState(valid[i]) == EmptyState) empty.Add(id);
        }

        var failed = Native.ListConsumerGroupsResultErrors(result, out count);
        var errors = new List<ErrorCode>((int)count);
        for (nuint i = 0; i < count; i++) errors.Add((ErrorCode)Native.ErrorCodeOf(failed[i]));
        return new GroupIds([.. ids.Order(StringComparer.Ordinal)], empty, errors);
    }
}
