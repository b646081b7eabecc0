using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts.Json;

/// <summary>One of a closed set of words; never a number, never in another case.</summary>
internal abstract class ClosedWords<T>(Func<T, string> spell) : JsonConverter<T>, ISchemaSource
    where T : struct, Enum
{
    private readonly (T Value, JsonEncodedText Word)[] words = [.. Enum.GetValues<T>().Select(value => (value, JsonEncodedText.Encode(spell(value))))];

    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        Expect.Token(ref reader, JsonTokenType.String, Allowed());
        foreach (var (value, word) in words)
        {
            if (reader.ValueTextEquals(word.EncodedUtf8Bytes))
            {
                return value;
            }
        }

        throw new JsonException($"Expected {Allowed()}.");
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Array.Find(words, one => EqualityComparer<T>.Default.Equals(one.Value, value)).Word);

    public JsonObject Schema(Func<Type, JsonObject> of) => new() { ["enum"] = new JsonArray([.. words.Select(one => JsonValue.Create(one.Word.Value))]) };

    private string Allowed() => "one of " + string.Join(", ", words.Select(one => one.Word.Value));
}

/// <summary>An enum by the names of its members in camelCase.</summary>
internal sealed class WordConverter<T>() : ClosedWords<T>(value => JsonNamingPolicy.CamelCase.ConvertName(value.ToString()))
    where T : struct, Enum;

/// <summary>An auth mode as <c>migration.yaml</c> spells it.</summary>
internal sealed class AuthModeConverter() : ClosedWords<AuthMode>(AuthModes.Spelling);
