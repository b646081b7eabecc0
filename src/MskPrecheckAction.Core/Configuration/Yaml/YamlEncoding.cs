using System.Buffers;
using System.Text.Unicode;

namespace MskPrecheckAction.Configuration.Yaml;

/// <summary>From the bytes of a file to text: UTF-8 with or without a byte order mark, and nothing that YAML cannot hold.</summary>
internal static class YamlEncoding
{
    /// <summary>A thousand times what a migration file needs; what is larger is another file.</summary>
    public const int MaxBytes = 1 << 20;

    /// <summary>Reads the text, or says what keeps it from being read.</summary>
    public static (YamlSource? Source, ConfigProblem? Problem) Decode(string path, ReadOnlySpan<byte> bytes)
    {
        (YamlSource?, ConfigProblem?) Wrong(string message, Location? at = null) =>
            (null, new ConfigProblem(message, at ?? Location.StartOf(path)));

        if (bytes.Length > MaxBytes)
        {
            return Wrong($"The file has more than {MaxBytes >> 10} KiB, which a migration file never has. Check that it is the right file.");
        }

        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return Wrong("The file is saved as UTF-16. Save it as UTF-8.");
        }

        if (bytes is [0xEF, 0xBB, 0xBF, ..])
        {
            bytes = bytes[3..];
        }

        var characters = new char[bytes.Length];
        var state = Utf8.ToUtf16(bytes, characters, out _, out var written, replaceInvalidSequences: false);
        var source = new YamlSource(path, new string(characters, 0, written));
        if (Unprintable(source.Text) is { } at)
        {
            return Wrong(
                source.Text[at] is '\0'
                    ? "A NUL byte stands here: this is no text, or it is saved as UTF-16. Save the file as UTF-8 text."
                    : "A control character stands here, which YAML cannot hold. Remove it.",
                source.Between(at, at + 1));
        }

        return state is OperationStatus.Done
            ? (source, null)
            : Wrong("What stands here is not UTF-8. Save the file as UTF-8.", source.Between(written, written));
    }

    // The YAML specification's c-printable. Surrogates pass: strict decoding leaves only whole pairs.
    private static int? Unprintable(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is (< ' ' and not ('\t' or '\n' or '\r')) or (>= '\x7F' and <= '\x9F' and not '\x85') or >= '\uFFFE')
            {
                return at;
            }
        }

        return null;
    }
}
