using Confluent.Kafka;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka.Librdkafka;

/// <summary>What DescribeConfigs says of one topic.</summary>
internal readonly record struct TopicConfigAnswer(string Name, ErrorCode Error, ResourceConfig? Config);

/// <summary>
/// DescribeConfigs of topics for the keys that are kept and no others. The managed call always asks for all thirty-odd keys with their synonyms:
/// on 10,000 topics that is the longest part of a collection for the broker and most of the memory here.
/// </summary>
internal static unsafe class NativeConfigs
{
    // The values repeat from topic to topic: one string each does.
    private static readonly string[] Keys = [.. ResourceConfig.TopicKeys];

    /// <summary>Asks one broker and waits. Throws <see cref="KafkaException"/> where the whole call failed.</summary>
    public static IReadOnlyList<TopicConfigAnswer> Describe(NativeClient owner, nint client, int broker, IReadOnlyList<string> topics, TimeSpan limit)
    {
        var queue = Native.QueueNew(client);
        try
        {
            Send(client, queue, broker, topics, (int)limit.TotalMilliseconds);
            nint answer = 0;
            while (answer == 0)
            {
                if (owner.IsClosed) throw new KafkaException(ErrorCode.Local_Destroy);
                answer = Native.QueuePoll(queue, 100);
            }

            try
            {
                var error = (ErrorCode)Native.EventError(answer);
                return error is ErrorCode.NoError ? Read(answer) : throw new KafkaException(new Error(error, Native.Text(Native.EventErrorString(answer))));
            }
            finally
            {
                Native.EventDestroy(answer);
            }
        }
        finally
        {
            Native.QueueDestroy(queue);
        }
    }

    private static void Send(nint client, nint queue, int broker, IReadOnlyList<string> topics, int milliseconds)
    {
        var resources = new nint[topics.Count];
        for (var i = 0; i < resources.Length; i++)
        {
            resources[i] = Native.ConfigResourceNew(Native.TopicResource, topics[i]);
            foreach (var key in Keys) _ = Native.ConfigResourceSet(resources[i], key, "");
        }

        var error = stackalloc byte[256];
        var options = Native.AdminOptionsNew(client, Native.DescribeConfigsOperation);
        _ = Native.AdminOptionsSetRequestTimeout(options, milliseconds, error, 256);
        _ = Native.AdminOptionsSetBroker(options, broker, error, 256);
        fixed (nint* first = resources)
        {
            Native.DescribeConfigs(client, first, (nuint)resources.Length, options, queue);
            Native.ConfigResourceDestroyArray(first, (nuint)resources.Length);
        }

        Native.AdminOptionsDestroy(options);
    }

    private static List<TopicConfigAnswer> Read(nint answer)
    {
        var resources = Native.DescribeConfigsResultResources(Native.EventDescribeConfigsResult(answer), out var count);
        var answers = new List<TopicConfigAnswer>((int)count);
        for (nuint i = 0; i < count; i++)
        {
            var error = (ErrorCode)Native.ConfigResourceError(resources[i]);
            answers.Add(new(Native.Text(Native.ConfigResourceName(resources[i])), error, error is ErrorCode.NoError ? Config(resources[i]) : null));
        }

        return answers;
    }

    private static ResourceConfig Config(nint resource)
    {
        var entries = Native.ConfigResourceConfigs(resource, out var count);
        var kept = new Dictionary<string, ConfigEntry>((int)count, StringComparer.Ordinal);
        for (nuint i = 0; i < count; i++)
        {
            var name = Native.Text(Native.ConfigEntryName(entries[i]));
            if (Array.Find(Keys, key => key == name) is not { } key) continue;
            var value = Native.ConfigEntryValue(entries[i]);
            kept[key] = new ConfigEntry(value == 0 ? null : string.Intern(Native.Text(value)), Source(Native.ConfigEntrySource(entries[i])));
        }

        return new ResourceConfig(kept);
    }

    // rd_kafka_ConfigSource_t, which counts as the protocol does.
    private static ConfigSource Source(int source) => source switch
    {
        1 => ConfigSource.DynamicTopic,
        2 => ConfigSource.DynamicBroker,
        3 => ConfigSource.DynamicDefaultBroker,
        4 => ConfigSource.StaticBroker,
        5 => ConfigSource.Default,
        _ => ConfigSource.Unknown,
    };
}
