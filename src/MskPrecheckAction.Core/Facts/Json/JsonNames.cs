using System.Text.Json;

namespace MskPrecheckAction.Facts.Json;

/// <summary>Takes texts out of a reader without its one surprise: text that is no Unicode is the file's fault, not ours.</summary>
internal static class JsonNames
{
    /// <summary>The text the reader stands on.</summary>
    public static string Of(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw NoUnicode();
        }
    }

    /// <summary>Whether the text the reader stands on is this one.</summary>
    public static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            throw NoUnicode();
        }
    }

    /// <summary>Whether the text the reader stands on is this one.</summary>
    public static bool Is(ref Utf8JsonReader reader, string text)
    {
        try
        {
            return reader.ValueTextEquals(text);
        }
        catch (InvalidOperationException)
        {
            throw NoUnicode();
        }
    }

    // Half of a pair, as in "\ud800".
    private static JsonException NoUnicode() => new("The text here is not valid Unicode.");
}
