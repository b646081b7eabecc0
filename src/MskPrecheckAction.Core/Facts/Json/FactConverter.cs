using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MskPrecheckAction.Facts.Json;

/// <summary>A fact as <c>{"value": ...}</c> or <c>{"gap": {...}}</c>: one of them, never neither, never both.</summary>
internal sealed class FactConverter<T> : JsonConverter<Fact<T>>, ISchemaSource
    where T : notnull
{
    public override Fact<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect.Token(ref reader, JsonTokenType.StartObject, "a fact, an object with a value or a gap");
        Fact<T>? fact = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isValue = reader.ValueTextEquals("value"u8);
            var isGap = !isValue && reader.ValueTextEquals("gap"u8);
            reader.Read();
            if (!isValue && !isGap)
            {
                reader.Skip();
                continue;
            }

            if (fact is not null)
            {
                throw new JsonException("A fact has a value or a gap, not two of them.");
            }

            fact = isValue ? Fact<T>.Known(Expect.Value<T>(ref reader, options)) : Fact<T>.Missing(Expect.Value<Gap>(ref reader, options));
        }

        return fact ?? throw new JsonException("A fact has to have a value or a gap.");
    }

    public override void Write(Utf8JsonWriter writer, Fact<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        if (value.TryGet(out var known, out var gap))
        {
            writer.WritePropertyName("value"u8);
            Expect.Converter<T>(options).Write(writer, known, options);
        }
        else
        {
            writer.WritePropertyName("gap"u8);
            Expect.Converter<Gap>(options).Write(writer, gap, options);
        }

        writer.WriteEndObject();
    }

    public JsonObject Schema(Func<Type, JsonObject> of)
    {
        static JsonObject Only(string name, JsonObject schema) => new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { [name] = schema },
            ["required"] = new JsonArray(name),
        };

        return new JsonObject { ["oneOf"] = new JsonArray(Only("value", of(typeof(T))), Only("gap", of(typeof(Gap)))) };
    }
}
