using System.Text.Json;
using System.Text.Json.Nodes;

namespace MskPrecheckAction.Facts.Json;

/// <summary>Configs as an object of entries by Kafka's key, keys in ordinal order. Topics without an override of their own share one object.</summary>
internal sealed class ResourceConfigShape(Shape<ConfigEntry> entry) : Shape<ResourceConfig>
{
    private static readonly string[] KnownKeys = [.. ResourceConfig.TopicKeys, .. ResourceConfig.BrokerKeys];

    private readonly List<KeyValuePair<string, ConfigEntry>> row = [];
    private ResourceConfig? last;

    public override ResourceConfig Read(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject, "configs, an object of entries by key");
        row.Clear();
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var key = Key(ref reader);
            if (row.Exists(one => one.Key == key))
            {
                throw new JsonException($"The config '{key}' stands here twice.");
            }

            reader.Read();
            row.Add(new(key, entry.Read(ref reader)));
        }

        return last is not null && last.Entries.Count == row.Count && row.TrueForAll(one => last.Entries.TryGetValue(one.Key, out var known) && known == one.Value)
            ? last
            : last = new ResourceConfig(new Dictionary<string, ConfigEntry>(row));
    }

    public override void Write(Utf8JsonWriter writer, ResourceConfig value)
    {
        row.Clear();
        row.AddRange(value.Entries);
        row.Sort((one, other) => string.CompareOrdinal(one.Key, other.Key));
        writer.WriteStartObject();
        foreach (var (key, one) in row)
        {
            writer.WritePropertyName(key);
            entry.Write(writer, one);
        }

        writer.WriteEndObject();
    }

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions) =>
        new() { ["type"] = "object", ["additionalProperties"] = entry.Schema(definitions) };

    private static string Key(ref Utf8JsonReader reader)
    {
        foreach (var known in KnownKeys)
        {
            if (JsonNames.Is(ref reader, known))
            {
                return known;
            }
        }

        return reader.ValueSpan.Length > 256 ? throw new JsonException("The name of a config is too long.") : JsonNames.Of(ref reader);
    }
}
