using System.Text.Json;
using System.Text.Json.Nodes;

namespace MskPrecheckAction.Facts.Json;

/// <summary>A fact as <c>{"value": ...}</c> or <c>{"gap": {...}}</c>: one of them, never neither, never both.</summary>
internal sealed class FactShape<T>(Shape<T> known, Shape<Gap> gap) : Shape<Fact<T>>
    where T : notnull
{
    public override Fact<T> Read(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject, "a fact, an object with a value or a gap");
        Fact<T>? fact = null;
        while (reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            var isValue = JsonNames.Is(ref reader, "value"u8);
            var isGap = !isValue && JsonNames.Is(ref reader, "gap"u8);
            if (fact is not null && (isValue || isGap))
            {
                throw new JsonException("A fact has a value or a gap, not two of them.");
            }

            reader.Read();
            if (isValue)
            {
                fact = Fact<T>.Known(known.Read(ref reader));
            }
            else if (isGap)
            {
                fact = Fact<T>.Missing(gap.Read(ref reader));
            }
            else
            {
                reader.Skip();
            }
        }

        return fact ?? throw new JsonException("A fact has to have a value or a gap.");
    }

    public override void Write(Utf8JsonWriter writer, Fact<T> value)
    {
        writer.WriteStartObject();
        if (value.TryGet(out var found, out var missing))
        {
            writer.WritePropertyName("value"u8);
            known.Write(writer, found);
        }
        else
        {
            writer.WritePropertyName("gap"u8);
            gap.Write(writer, missing);
        }

        writer.WriteEndObject();
    }

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions) =>
        new() { ["oneOf"] = new JsonArray(Only("value", known.Schema(definitions)), Only("gap", gap.Schema(definitions))) };

    private static JsonObject Only(string name, JsonObject schema) => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject { [name] = schema },
        ["required"] = new JsonArray(name),
    };
}
