using System.Globalization;
using System.Text;

namespace MskPrecheckAction.Rendering;

/// <summary>Makes any text from a cluster, a file or an exception safe to print: no CI takes it for a command, no terminal for a control sequence.</summary>
public static class HarmlessText
{
    private const char Replacement = '\uFFFD';

    /// <summary>One line: line breaks become blanks.</summary>
    public static string Line(string text) => Disarm(Visible(text));

    /// <summary>The same line by line; a lone CR ends a line too, as the CI's runners see it.</summary>
    public static string Lines(string text) =>
        string.Join('\n', text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r').Select(Line));

    /// <summary>One line in which every character can be seen: control and format characters (ANSI, right-to-left overrides) have their sign.</summary>
    public static string Visible(string text)
    {
        if (IsPlain(text))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length + 8);
        foreach (var rune in text.Replace("\r\n", "\n", StringComparison.Ordinal).EnumerateRunes())
        {
            _ = rune.Value is '\n' or '\r' or '\t' || Rune.GetUnicodeCategory(rune) is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
                ? visible.Append(' ')
                : Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format ? visible.Append(Replacement)
                : visible.Append(rune.ToString());
        }

        return visible.ToString();
    }

    private static bool IsPlain(string text)
    {
        foreach (var c in text)
        {
            if (c is < ' ' or > '~')
            {
                return false;
            }
        }

        return true;
    }

    // GitHub takes '::' at the start of a line and '##[' anywhere for a command, Azure '##vso[' and '##[' anywhere and
    // complains about any other '##vso': a blank takes the signs apart and leaves them readable.
    private static string Disarm(string line)
    {
        for (var at = line.IndexOf("##", StringComparison.Ordinal); at >= 0; at = line.IndexOf("##", at + 1, StringComparison.Ordinal))
        {
            var rest = line.AsSpan(at + 2);
            if (rest.StartsWith("[") || rest.StartsWith("vso", StringComparison.OrdinalIgnoreCase))
            {
                line = line.Insert(at + 1, " ");
            }
        }

        var start = line.Length - line.AsSpan().TrimStart().Length;
        return line.AsSpan(start).StartsWith("::") ? line.Insert(start + 1, " ") : line;
    }
}
