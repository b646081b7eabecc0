using System.Text.Json;
using System.Text.Json.Nodes;

namespace MskPrecheckAction.Facts.Json;

/// <summary>A record as an object: its members in order, unknown ones ignored, none twice, none forgotten.</summary>
internal sealed class RecordShape<T>(string name, Func<Slots, T> make, params Member<T>[] members) : Shape<T>
    where T : notnull
{
    public override T Read(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.StartObject, $"{name}, an object");
        var values = new object?[members.Length];
        Array.Fill(values, Slots.Absent);
        for (var expected = 0; reader.Read() && reader.TokenType is JsonTokenType.PropertyName;)
        {
            var at = IndexOf(ref reader, expected);
            if (at < 0)
            {
                reader.Read();
                reader.Skip();
                continue;
            }

            if (values[at] != Slots.Absent)
            {
                throw new JsonException($"{members[at].Name} of {name} stands here twice.");
            }

            reader.Read();
            values[at] = members[at].Read(ref reader);
            expected = at + 1;
        }

        for (var at = 0; at < values.Length; at++)
        {
            values[at] = values[at] != Slots.Absent ? values[at]
                : members[at].MayBeAbsent ? null : throw new JsonException($"{name} lacks {members[at].Name}.");
        }

        return make(new Slots(values));
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        writer.WriteStartObject();
        foreach (var member in members)
        {
            writer.WritePropertyName(member.Text);
            member.Write(writer, value);
        }

        writer.WriteEndObject();
    }

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions)
    {
        if (definitions.TryAdd(name, []))
        {
            definitions[name] = new JsonObject
            {
                ["type"] = "object",
                ["properties"] = new JsonObject(members.Select(one => KeyValuePair.Create<string, JsonNode?>(one.Name, one.Schema(definitions)))),
                ["required"] = new JsonArray([.. members.Where(one => !one.MayBeAbsent).Select(one => JsonValue.Create(one.Name))]),
            };
        }

        return new JsonObject { ["$ref"] = "#/$defs/" + name };
    }

    // Files that this program wrote have the members in order: the first guess is right.
    private int IndexOf(ref Utf8JsonReader reader, int expected)
    {
        for (var i = 0; i < members.Length; i++)
        {
            var at = (expected + i) % members.Length;
            if (JsonNames.Is(ref reader, members[at].Text.EncodedUtf8Bytes))
            {
                return at;
            }
        }

        return -1;
    }
}

/// <summary>What was read of a record's members, in their order.</summary>
internal readonly struct Slots(object?[] values)
{
    /// <summary>Stands where the file has nothing.</summary>
    public static readonly object Absent = new();

    /// <summary>The value of a member that is always there.</summary>
    public TValue Get<TValue>(int at) => (TValue)values[at]!;

    /// <summary>The text of a member that may be null.</summary>
    public string? Text(int at) => (string?)values[at];

    /// <summary>The number of a member that may be null.</summary>
    public int? Number(int at) => (int?)values[at];

    /// <summary>The yes or no of a member that may be null.</summary>
    public bool? YesNo(int at) => (bool?)values[at];
}
