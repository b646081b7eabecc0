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

    /// <summary>Asks one broker and waits.</summary>
    public static IReadOnlyList<TopicConfigAnswer> Describe(NativeClient owner, nint client, int broker, IReadOnlyList<string> topics, TimeSpan limit) =>
        NativeQuestion.Ask(owner, client, Native.DescribeConfigsOperation, limit, (_, options, queue) => Send(client, options, queue, topics), Read, broker);

    private static void Send(nint client, nint options, nint queue, IReadOnlyList<string> topics)
    {
        var resources = new nint[topics.Count];
        for (var i = 0; i < resources.Length; i++)
        {
            resources[i] = Native.ConfigResourceNew(Native.TopicResource, topics[i]);
            foreach (var key in Keys) _ = Native.ConfigResourceSet(resources[i], key, "");
        }

        fixed (nint* first = resources)
        {
            Native.DescribeConfigs(client, first, (nuint)resources.Length, options, queue);
            Native.ConfigResourceDestroyArray(first, (nuint)resources.Length);
        }
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
