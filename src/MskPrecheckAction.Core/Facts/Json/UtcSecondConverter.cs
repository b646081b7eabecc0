using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MskPrecheckAction.Facts.Json;

/// <summary>A time in UTC to the second, such as <c>2026-11-22T19:30:00Z</c>.</summary>
internal sealed class UtcSecondConverter : JsonConverter<DateTimeOffset>, ISchemaSource
{
    private const string Form = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.String
        && DateTimeOffset.TryParseExact(reader.GetString(), Form, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? time
            : throw new JsonException("Expected a time in UTC such as 2026-11-22T19:30:00Z.");

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.UtcDateTime.ToString(Form, CultureInfo.InvariantCulture));

    public JsonObject Schema(Func<Type, JsonObject> of) => new() { ["type"] = "string", ["format"] = "date-time" };
}
