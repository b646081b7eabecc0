using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace MskPrecheckAction.Facts.Json;

/// <summary>A converter that can say what it reads and writes: the schema is drawn from the same place as the bytes.</summary>
internal interface ISchemaSource
{
    /// <summary>This shape as JSON Schema.</summary>
    /// <param name="of">Gives the schema of a type that is part of it.</param>
    JsonObject Schema(Func<Type, JsonObject> of);
}

/// <summary>What converters ask of the text in front of them.</summary>
internal static class Expect
{
    /// <summary>The converter of a type. It is called directly: the serializer would scan the value twice and count its lines from 0.</summary>
    public static JsonConverter<T> Converter<T>(JsonSerializerOptions options) => (JsonConverter<T>)options.GetTypeInfo(typeof(T)).Converter;

    /// <summary>A value that is not null.</summary>
    public static T Value<T>(ref Utf8JsonReader reader, JsonSerializerOptions options) => Value(ref reader, Converter<T>(options), options);

    /// <summary>A value that is not null, by a converter that is at hand.</summary>
    public static T Value<T>(ref Utf8JsonReader reader, JsonConverter<T> converter, JsonSerializerOptions options) =>
        reader.TokenType is JsonTokenType.Null ? throw new JsonException("null is not allowed here.")
        : converter.Read(ref reader, typeof(T), options) ?? throw new JsonException("null is not allowed here.");

    /// <summary>A token of a kind, or an error that says what belongs here.</summary>
    public static void Token(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (reader.TokenType != type)
        {
            throw new JsonException($"Expected {what}.");
        }
    }
}
