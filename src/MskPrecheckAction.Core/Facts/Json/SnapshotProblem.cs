using System.Text;
using System.Text.Json;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts.Json;

/// <summary>Says what is wrong with a file, and where.</summary>
internal static class SnapshotProblem
{
    // The reader quotes what it cannot read, be it a megabyte; both ends of its sentence say what is wrong.
    private const int MostOfHead = 100;
    private const int MostOfTail = 100;

    /// <summary>What our own shapes refused, at the token the reader stands on, or what the reader itself could not read.</summary>
    public static ConfigProblem Of(JsonException wrong, ReadOnlySpan<byte> json, long tokenAt, string path)
    {
        if (json.IndexOfAnyExcept(" \t\r\n"u8) < 0)
        {
            return At("The snapshot is empty.", json, 0, path);
        }

        var at = wrong.LineNumber is { } line ? StartOfLine(json, line) + (wrong.BytePositionInLine ?? 0) : tokenAt;
        var tail = wrong.LineNumber is null ? -1 : wrong.Message.LastIndexOf(" LineNumber: ", StringComparison.Ordinal);
        return At("The snapshot cannot be read. " + Plain(tail < 0 ? wrong.Message : wrong.Message[..tail]), json, at, path);
    }

    private static string Plain(string words)
    {
        var visible = string.Concat(words.Select(letter => char.IsControl(letter) ? '\uFFFD' : letter));
        return visible.Length <= MostOfHead + MostOfTail ? visible : $"{visible[..MostOfHead]}...{visible[^MostOfTail..]}";
    }

    /// <summary>A problem at an offset; the column is counted in characters, as editors do.</summary>
    public static ConfigProblem At(string message, ReadOnlySpan<byte> json, long offset, string path)
    {
        var before = json[..(int)Math.Min(offset, json.Length)];
        var line = before.Count((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[(before.LastIndexOf((byte)'\n') + 1)..]) + 1;
        return new ConfigProblem(message, new Location(path, line, column, line, column));
    }

    private static long StartOfLine(ReadOnlySpan<byte> json, long line)
    {
        var start = 0;
        for (; line > 0 && json[start..].IndexOf((byte)'\n') is >= 0 and var end; line--)
        {
            start += end + 1;
        }

        return start;
    }
}
