using System.Diagnostics.CodeAnalysis;
using System.Text.Encodings.Web;
using System.Text.Json;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts.Json;

/// <summary>The snapshot as a file: the same snapshot gives the same bytes, and what is not a whole snapshot is refused with its line.</summary>
public static class SnapshotJson
{
    private const int MostBytes = 512 * 1024 * 1024;

    // Names keep their own letters; the file is no part of a page.
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes the snapshot, a topic, group, ACL or transactional id a line.</summary>
    public static void Write(Snapshot snapshot, Stream stream)
    {
        using (var writer = new Utf8JsonWriter(stream, Layout))
        {
            SnapshotShapes.Create().Write(writer, snapshot);
        }

        stream.WriteByte((byte)'\n');
    }

    /// <summary>Reads a snapshot, or says what is wrong with the file and where.</summary>
    /// <param name="stream">The file's bytes; errors of reading them are the caller's.</param>
    /// <param name="path">The file's path, for the problem's location.</param>
    /// <param name="snapshot">The snapshot.</param>
    /// <param name="problem">What is wrong.</param>
    public static bool TryRead(Stream stream, string path, [NotNullWhen(true)] out Snapshot? snapshot, [NotNullWhen(false)] out ConfigProblem? problem)
    {
        (snapshot, problem) = (null, null);
        if (!TryReadAll(stream, out var bytes))
        {
            problem = new ConfigProblem($"The snapshot is larger than {MostBytes / 1024 / 1024} MiB.", Location.StartOf(path));
            return false;
        }

        // As PowerShell's '>' does it.
        if (bytes.Span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            problem = new ConfigProblem("The snapshot is saved as UTF-16. Save it as UTF-8.", Location.StartOf(path));
            return false;
        }

        var reader = new Utf8JsonReader(bytes.Span);
        try
        {
            problem = SnapshotVersion.Problem(bytes.Span, path);
            if (problem is not null)
            {
                return false;
            }

            reader.Read();
            var whole = SnapshotShapes.Create().Read(ref reader);

            // Text behind the end is refused by the reader here.
            reader.Read();
            snapshot = whole;
            return true;
        }
        catch (JsonException wrong)
        {
            problem = SnapshotProblem.Of(wrong, bytes.Span, reader.TokenStartIndex, path);
            return false;
        }
    }

    private static bool TryReadAll(Stream stream, out ReadOnlyMemory<byte> bytes)
    {
        bytes = default;
        if (stream.CanSeek && stream.Length > MostBytes)
        {
            return false;
        }

        var all = new MemoryStream(stream.CanSeek ? (int)(stream.Length - stream.Position) : 64 * 1024);
        var part = new byte[64 * 1024];
        for (int count; (count = stream.Read(part)) > 0;)
        {
            if (all.Length + count > MostBytes)
            {
                return false;
            }

            all.Write(part, 0, count);
        }

        bytes = all.GetBuffer().AsMemory(0, (int)all.Length);

        // Windows editors put a byte order mark in front.
        bytes = bytes.Span.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        return true;
    }
}
