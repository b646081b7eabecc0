using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace MskPrecheckAction.Facts.Json;

/// <summary>A text. One that equals the last is the same object: in thousands of rows, columns repeat themselves.</summary>
internal sealed class TextShape : Shape<string>
{
    private string? last;

    public override string Read(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String, "a text");
        return last is not null && JsonNames.Is(ref reader, last) ? last : last = JsonNames.Of(ref reader);
    }

    public override void Write(Utf8JsonWriter writer, string value) => writer.WriteStringValue(value);

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions) => new() { ["type"] = "string" };
}

/// <summary>A whole number.</summary>
internal sealed class NumberShape : Shape<int>
{
    public override int Read(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.Number, "a whole number");
        return reader.TryGetInt32(out var number) ? number : throw new JsonException("Expected a whole number.");
    }

    public override void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions) => new() { ["type"] = "integer" };
}

/// <summary>True or false.</summary>
internal sealed class YesNoShape : Shape<bool>
{
    public override bool Read(ref Utf8JsonReader reader) =>
        reader.TokenType is JsonTokenType.True || (reader.TokenType is JsonTokenType.False ? false : throw new JsonException("Expected true or false."));

    public override void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions) => new() { ["type"] = "boolean" };
}

/// <summary>A time in UTC to the second, such as <c>2026-11-22T19:30:00Z</c>.</summary>
internal sealed class TimeShape : Shape<DateTimeOffset>
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";
    private const string Wanted = "a time in UTC such as 2026-11-22T19:30:00Z";

    private readonly TextShape text = new();

    public override DateTimeOffset Read(ref Utf8JsonReader reader)
    {
        Expect(ref reader, JsonTokenType.String, Wanted);
        return DateTimeOffset.TryParseExact(text.Read(ref reader), Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new JsonException($"Expected {Wanted}.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions) => new() { ["type"] = "string", ["format"] = "date-time" };
}

/// <summary>One of a closed set of words; never a number, never in another case.</summary>
internal sealed class WordShape<T> : Shape<T>
    where T : struct, Enum
{
    private readonly (T Value, JsonEncodedText Word)[] words;

    public WordShape(Func<T, string>? spell = null)
    {
        var values = Enum.GetValues<T>();
        words = new (T, JsonEncodedText)[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            words[i] = (values[i], JsonEncodedText.Encode(spell?.Invoke(values[i]) ?? JsonNamingPolicy.CamelCase.ConvertName(values[i].ToString())));
        }
    }

    public override T Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is JsonTokenType.String)
        {
            foreach (var (value, word) in words)
            {
                if (JsonNames.Is(ref reader, word.EncodedUtf8Bytes))
                {
                    return value;
                }
            }
        }

        throw new JsonException("Expected one of " + string.Join(", ", words.Select(one => one.Word.Value)) + ".");
    }

    public override void Write(Utf8JsonWriter writer, T value)
    {
        foreach (var (known, word) in words)
        {
            if (EqualityComparer<T>.Default.Equals(known, value))
            {
                writer.WriteStringValue(word);
                return;
            }
        }

        throw new ArgumentOutOfRangeException(nameof(value), value, "No such word.");
    }

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions) =>
        new() { ["enum"] = new JsonArray([.. words.Select(one => JsonValue.Create(one.Word.Value))]) };
}
