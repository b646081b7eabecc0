using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MskPrecheckAction.Facts.Json;

/// <summary>A list without holes, an item a line: two snapshots can be compared line by line.</summary>
internal sealed class ListConverter<T> : JsonConverter<IReadOnlyList<T>>, ISchemaSource
    where T : notnull
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect.Token(ref reader, JsonTokenType.StartArray, "a list");
        var converter = Expect.Converter<T>(options);
        var items = new List<T>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(Expect.Value(ref reader, converter, options));
        }

        return items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        if (writer.Options.Indented && value.Count > 0)
        {
            WriteLines(writer, value, options);
        }
        else
        {
            var converter = Expect.Converter<T>(options);
            foreach (var item in value)
            {
                converter.Write(writer, item, options);
            }
        }

        writer.WriteEndArray();
    }

    public JsonObject Schema(Func<Type, JsonObject> of) => new() { ["type"] = "array", ["items"] = of(typeof(T)) };

    private static void WriteLines(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options)
    {
        var converter = Expect.Converter<T>(options);
        var line = new ArrayBufferWriter<byte>(1024);
        using var compact = new Utf8JsonWriter(line, writer.Options with { Indented = false });
        var indent = writer.CurrentDepth * writer.Options.IndentSize;
        foreach (var item in value)
        {
            // The writer puts the comma before a raw value but no line break: that is ours to bring.
            line.Write("\n"u8);
            line.GetSpan(indent)[..indent].Fill((byte)' ');
            line.Advance(indent);
            converter.Write(compact, item, options);
            compact.Flush();
            writer.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
            line.ResetWrittenCount();
            compact.Reset();
        }
    }
}
