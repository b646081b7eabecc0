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
            throw new JsonException("The text here is not valid Unicode.");
        }
    }
}
