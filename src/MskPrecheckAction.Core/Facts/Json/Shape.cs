using System.Text.Json;
using System.Text.Json.Nodes;

namespace MskPrecheckAction.Facts.Json;

// Why not the serializer: it compiles a thousand methods at the first read, half a second on a small runner. These shapes
// are compiled ahead of time with the program, and say in our own words what belongs where.

/// <summary>How one type is written as JSON, read and described; one shape serves one read or write, from one thread.</summary>
internal abstract class Shape<T>
    where T : notnull
{
    /// <summary>Reads the value the reader stands on.</summary>
    /// <exception cref="JsonException">It is something else; the reader stands where it is wrong.</exception>
    public abstract T Read(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    public abstract void Write(Utf8JsonWriter writer, T value);

    /// <summary>The JSON Schema.</summary>
    /// <param name="definitions">Takes the schemas that have a name.</param>
    public abstract JsonObject Schema(IDictionary<string, JsonObject> definitions);

    /// <summary>Refuses any token but this.</summary>
    protected static void Expect(ref Utf8JsonReader reader, JsonTokenType type, string what)
    {
        if (reader.TokenType != type)
        {
            throw new JsonException(reader.TokenType is JsonTokenType.Null ? $"null is not allowed here, expected {what}." : $"Expected {what}.");
        }
    }
}
