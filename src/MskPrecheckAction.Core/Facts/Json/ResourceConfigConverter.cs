using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MskPrecheckAction.Facts.Json;

/// <summary>Configs as an object of entries by Kafka's key, keys in ordinal order.</summary>
internal sealed class ResourceConfigConverter : JsonConverter<ResourceConfig>, ISchemaSource
{
    private static readonly string[] KnownKeys = [.. ResourceConfig.TopicKeys, .. ResourceConfig.BrokerKeys];

    public override ResourceConfig Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect.Token(ref reader, JsonTokenType.StartObject, "configs, an object of entries by key");
        var converter = Expect.Converter<ConfigEntry>(options);
        var entries = new Dictionary<string, ConfigEntry>(ResourceConfig.BrokerKeys.Count);
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var key = Key(ref reader);
            reader.Read();
            if (!entries.TryAdd(key, Expect.Value(ref reader, converter, options)))
            {
                throw new JsonException($"The config '{key}' stands here twice.");
            }
        }

        return new ResourceConfig(entries);
    }

    public override void Write(Utf8JsonWriter writer, ResourceConfig value, JsonSerializerOptions options)
    {
        var converter = Expect.Converter<ConfigEntry>(options);
        writer.WriteStartObject();
        foreach (var (key, entry) in value.Entries.OrderBy(one => one.Key, StringComparer.Ordinal))
        {
            writer.WritePropertyName(key);
            converter.Write(writer, entry, options);
        }

        writer.WriteEndObject();
    }

    public JsonObject Schema(Func<Type, JsonObject> of) => new() { ["type"] = "object", ["additionalProperties"] = of(typeof(ConfigEntry)) };

    // Ten thousand topics have the same four keys: one string each is enough.
    private static string Key(ref Utf8JsonReader reader)
    {
        foreach (var known in KnownKeys)
        {
            if (reader.ValueTextEquals(known))
            {
                return known;
            }
        }

        return reader.GetString()!;
    }
}
