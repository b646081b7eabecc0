using System.Text.Json;
using System.Text.Json.Nodes;

namespace MskPrecheckAction.Facts.Json;

/// <summary>One member of a record.</summary>
internal abstract class Member<T>(string name, bool mayBeAbsent)
{
    /// <summary>Its name in the file.</summary>
    public string Name { get; } = name;

    /// <summary>The name as it is written.</summary>
    public JsonEncodedText Text { get; } = JsonEncodedText.Encode(name);

    /// <summary>Whether a file without it is whole: only where null means that the answer did not say.</summary>
    public bool MayBeAbsent { get; } = mayBeAbsent;

    public abstract object? Read(ref Utf8JsonReader reader);

    public abstract void Write(Utf8JsonWriter writer, T whole);

    public abstract JsonObject Schema(IDictionary<string, JsonObject> definitions);
}

/// <summary>A member that is always there and never null.</summary>
internal sealed class Always<T, TValue>(string name, Shape<TValue> shape, Func<T, TValue> get) : Member<T>(name, mayBeAbsent: false)
    where TValue : notnull
{
    public override object? Read(ref Utf8JsonReader reader) => shape.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T whole) => shape.Write(writer, get(whole));

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions) => shape.Schema(definitions);
}

/// <summary>A member that may be null.</summary>
internal sealed class OrNull<T, TValue>(string name, Shape<TValue> shape, Func<T, object?> get, bool mayBeAbsent) : Member<T>(name, mayBeAbsent)
    where TValue : notnull
{
    public override object? Read(ref Utf8JsonReader reader) => reader.TokenType is JsonTokenType.Null ? null : shape.Read(ref reader);

    public override void Write(Utf8JsonWriter writer, T whole)
    {
        if (get(whole) is TValue value)
        {
            shape.Write(writer, value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    public override JsonObject Schema(IDictionary<string, JsonObject> definitions) =>
        new() { ["anyOf"] = new JsonArray(shape.Schema(definitions), new JsonObject { ["type"] = "null" }) };
}
