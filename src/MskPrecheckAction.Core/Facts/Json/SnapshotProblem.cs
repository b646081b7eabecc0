using System.Text;
using System.Text.Json;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts.Json;

/// <summary>Turns the serializer's words into a sentence for the person who has the file.</summary>
internal static class SnapshotProblem
{
    private static readonly (string Theirs, string Ours)[] Words =
    [
        ("JSON deserialization for type '", "'"),
        ("' was missing required properties including: ", "' lacks "),
        ("The JSON value could not be converted to ", "Expected "),
        ("The constructor parameter ", ""),
        ("The property or field ", ""),
        ("' on type '", "' of '"),
        (" doesn't allow null values. Consider updating its nullability annotation.", " may not be null."),
        (" doesn't allow setting null values. Consider updating its nullability annotation.", " may not be null."),
        ("MskPrecheckAction.Facts.", ""),
        ("`1", ""),
    ];

    /// <summary>An error at an offset into the file.</summary>
    public static JsonException At(string message, ReadOnlySpan<byte> json, long offset)
    {
        var before = json[..(int)offset];
        return new JsonException(message, null, before.Count((byte)'\n'), offset - (before.LastIndexOf((byte)'\n') + 1));
    }

    /// <summary>The problem with its line and column.</summary>
    public static ConfigProblem Of(JsonException wrong, ReadOnlySpan<byte> json, string path)
    {
        var line = (int)(wrong.LineNumber ?? 0);
        var column = Column(json, line, (int)(wrong.BytePositionInLine ?? 0));
        var text = json.IndexOfAnyExcept(" \t\r\n"u8) < 0 ? "The snapshot is empty." : "The snapshot cannot be read. " + Sentence(wrong.Message);
        return new ConfigProblem(text, new Location(path, line + 1, column, line + 1, column));
    }

    // The column is counted in characters, as editors do; the serializer counts bytes.
    private static int Column(ReadOnlySpan<byte> json, int line, int bytesBefore)
    {
        for (; line > 0 && json.IndexOf((byte)'\n') is >= 0 and var end; line--)
        {
            json = json[(end + 1)..];
        }

        return Encoding.UTF8.GetCharCount(json[..Math.Min(bytesBefore, json.Length)]) + 1;
    }

    private static string Sentence(string message)
    {
        foreach (var tail in (string[])[" Path: ", " LineNumber: "])
        {
            message = message.LastIndexOf(tail, StringComparison.Ordinal) is > 0 and var at ? message[..at] : message;
        }

        return Words.Aggregate(message, (text, word) => text.Replace(word.Theirs, word.Ours, StringComparison.Ordinal));
    }
}
