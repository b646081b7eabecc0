using System.Buffers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MskPrecheckAction.Facts.Json;

/// <summary>A list without holes, an item a line: two snapshots can be compared line by line.</summary>
internal sealed class ListShape<T>(Shape<T> item) : Shape<IReadOnlyList<T>>
    where T : notnull
{
    public override IReadOnlyList<T> Read(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartArray, "a list");
        var items = new List<T>();
        while (reader.Read() && reader.TokenType is not JsonTokenType.EndArray)
        {
            items.Add(item.Read(ref reader));
        }

        return items.Count == 0 ? [] : items;
    }

    public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        writer.WriteStartArray();
        if (writer.Options.Indented)
        {
            WriteLines(writer, value);
        }
        else
        {
            foreach (var one in value)
            {
                item.Write(writer, one);
            }
        }

        writer.WriteEndArray();
    }

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions) => new() { ["type"] = "array", ["items"] = item.Schema(definitions) };

    private void WriteLines(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        var line = new ArrayBufferWriter<byte>(1024);
        using var compact = new Utf8JsonWriter(line, writer.Options with { Indented = false });
        var indent = writer.CurrentDepth * writer.Options.IndentSize;
        foreach (var one in value)
        {
            // The writer puts the comma before a raw value but no line break: that is ours to bring.
            line.Write("\n"u8);
            line.GetSpan(indent)[..indent].Fill((byte)' ');
            line.Advance(indent);
            item.Write(compact, one);
            compact.Flush();
            writer.WriteRawValue(line.WrittenSpan, skipInputValidation: true);
            line.ResetWrittenCount();
            compact.Reset();
        }
    }
}
