using System.Text;
using MskPrecheckAction.Checks;

namespace MskPrecheckAction.Rendering;

/// <summary>Text for Markdown that shows exactly what it says: no markup, no HTML, no table cells, nobody mentioned, nothing linked.</summary>
internal static class MarkdownText
{
    // Mentions, issue numbers, addresses and emoji are made of finished text, where no backslash is left: only a character
    // of no width keeps their parts apart.
    private const char Apart = '\u200B';

    private static readonly string[] Autolinks = ["://", "www."];

    /// <summary>A line of running text, also inside a table.</summary>
    public static string Of(string text)
    {
        text = HarmlessText.Visible(text);
        var escaped = new StringBuilder(text.Length + 16);
        for (var i = 0; i < text.Length; i++)
        {
            if (Array.Exists(Autolinks, link => text.AsSpan(i).StartsWith(link, StringComparison.OrdinalIgnoreCase)))
            {
                escaped.Append(text[i] is ':' ? ":" + Apart : "www" + Apart);
                i += text[i] is ':' ? 0 : 2;
                continue;
            }

            _ = text[i] switch
            {
                '<' => escaped.Append("&lt;"),
                '>' => escaped.Append("&gt;"),
                '&' => escaped.Append("&amp;"),
                '$' => escaped.Append("<span>$</span>"),
                '@' => escaped.Append('@').Append(Apart),
                '#' when IsWord(text, i + 1) => escaped.Append("\\#").Append(Apart),
                '-' when char.IsAsciiDigit(At(text, i + 1)) && text.AsSpan(0, i).EndsWith("GH", StringComparison.OrdinalIgnoreCase) => escaped.Append('-').Append(Apart),
                ':' when IsEmoji(text, i) => escaped.Append(':').Append(Apart),
                '_' when IsWord(text, i - 1) && IsWord(text, i + 1) => escaped.Append('_'),
                '\\' or '`' or '*' or '_' or '[' or ']' or '|' or '~' or '#' => escaped.Append('\\').Append(text[i]),
                _ => escaped.Append(text[i]),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A name in type of its own, also inside a table.</summary>
    public static string Code(string text)
    {
        // A code span shows anything as it is, save what ends it or the table's cell, and blanks at its ends.
        text = HarmlessText.Visible(text);
        return text.Length > 0 && !text.AsSpan().ContainsAny('`', '|') && text.AsSpan().Trim().Length == text.Length ? $"`{text}`" : $"<code>{Of(text)}</code>";
    }

    /// <summary>The steps of a fix: sentences as paragraphs, commands in blocks that they cannot leave.</summary>
    public static string Steps(Fix fix)
    {
        var blocks = new List<string>();
        for (var i = 0; i < fix.Steps.Count; i++)
        {
            if (!fix.Steps[i].IsCommand)
            {
                blocks.Add(Of(fix.Steps[i].Text));
                continue;
            }

            var commands = fix.Steps.Skip(i).TakeWhile(step => step.IsCommand).Select(step => HarmlessText.Visible(step.Text)).ToList();
            blocks.Add(Fenced(string.Join('\n', commands)));
            i += commands.Count - 1;
        }

        return string.Join("\n\n", blocks);
    }

    private static string Fenced(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var c in text)
        {
            run = c is '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        var fence = new string('`', Math.Max(3, longest + 1));
        return $"{fence}sh\n{text}\n{fence}";
    }

    private static bool IsEmoji(string text, int i)
    {
        var end = i + 1;
        while (IsWord(text, end) || At(text, end) is '_' or '+' or '-')
        {
            end++;
        }

        return end > i + 1 && At(text, end) is ':' && !IsWord(text, i - 1);
    }

    private static char At(string text, int i) => i >= 0 && i < text.Length ? text[i] : '\0';

    private static bool IsWord(string text, int i) => char.IsLetterOrDigit(At(text, i));
}
