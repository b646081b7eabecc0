using System.Globalization;

namespace MskPrecheckAction.Facts;

/// <summary>Where a config's value comes from, strongest first.</summary>
public enum ConfigSource
{
    /// <summary>Set on the topic itself.</summary>
    DynamicTopic,

    /// <summary>Set at run time on one broker.</summary>
    DynamicBroker,

    /// <summary>Set at run time on all brokers.</summary>
    DynamicDefaultBroker,

    /// <summary>In the broker's own file.</summary>
    StaticBroker,

    /// <summary>Built into the broker.</summary>
    Default,

    /// <summary>The broker did not say.</summary>
    Unknown,
}

/// <summary>One config.</summary>
/// <param name="Value">The value; null where the broker keeps it to itself or has none.</param>
/// <param name="Source">Where it comes from.</param>
public readonly record struct ConfigEntry(string? Value, ConfigSource Source);

/// <summary>The configs of one topic or broker that the checks look at. A key that is not in it was not answered.</summary>
/// <param name="Entries">By Kafka's own key.</param>
public sealed record ResourceConfig(IReadOnlyDictionary<string, ConfigEntry> Entries)
{
    /// <summary>The topic configs that are kept.</summary>
    public static IReadOnlyList<string> TopicKeys { get; } = ["cleanup.policy", "max.message.bytes", "message.timestamp.type", "retention.ms"];

    /// <summary>The broker configs that are kept.</summary>
    public static IReadOnlyList<string> BrokerKeys { get; } =
        ["authorizer.class.name", "inter.broker.protocol.version", "message.max.bytes", "process.roles", "replica.fetch.max.bytes", "zookeeper.connect"];

    /// <summary>One config, or the gap that names the key and whose it is.</summary>
    /// <param name="key">Kafka's own key.</param>
    /// <param name="of">Whose configs these are, such as <c>source topic 'orders'</c>.</param>
    public Fact<ConfigEntry> Entry(string key, string of) =>
        Entries.TryGetValue(key, out var entry)
            ? Fact.Known(entry)
            : Fact<ConfigEntry>.Missing(new Gap($"{key} of {of}", GapCause.Unparsable, "the answer does not have this key"));

    // What Kafka takes for "without end"; it refuses anything below.
    private const long LeastNumber = -1;

    /// <summary>One config as a whole number, or the gap.</summary>
    /// <inheritdoc cref="Entry"/>
    public Fact<long> Number(string key, string of) => Entry(key, of).SelectMany(entry =>
        long.TryParse(entry.Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= LeastNumber
            ? Fact.Known(number)
            : Fact<long>.Missing(new Gap($"{key} of {of}", GapCause.Unparsable, $"'{entry.Value}' is not a whole number from {LeastNumber}")));
}
