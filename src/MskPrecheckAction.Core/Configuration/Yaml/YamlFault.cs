using YamlDotNet.Core;

namespace MskPrecheckAction.Configuration.Yaml;

/// <summary>Says in plain words why YAML cannot be read. Our own sentences only: no text of the file, which may be a password.</summary>
internal static class YamlFault
{
    private const string Otherwise = "YAML cannot be read from here on. Check indentation, quotes and colons in this line and the one above.";

    // What the parser's sentence holds, and what a person is told; the first that fits counts.
    private static readonly (string Says, string Means)[] Meanings =
    [
        ("unknown escape", "This text in double quotes has a backslash that begins no escape. Write two backslashes, or use single quotes."),
        ("hexadecimal", "This text in double quotes has a broken \\x, \\u or \\U escape. Write all its digits, or use single quotes."),
        ("Unicode", "This text in double quotes has an escape for a character that does not exist. Correct it, or use single quotes."),
        ("quoted scalar", "The quotation mark that opens here is not closed. Close it at the end of the value."),
        ("cannot start any token", "A value cannot begin with this character (@, `, %). Put the value in quotes."),
        ("block scalar", "The text block that begins here (| or >) is not indented evenly. Indent all its lines alike, with spaces."),
        ("invalid mapping", "A colon stands where no key can be. Put a value that holds ': ' in quotes, write a blank behind each key's colon, and indent keys of one level alike."),
        ("Mapping values", "A colon stands where no key can be. Put a value that holds ': ' in quotes, write a blank behind each key's colon, and indent keys of one level alike."),
        ("expected ':'", "A key without a colon stands here. Write 'key: value', with a blank behind the colon."),
        ("Block sequence", "A list cannot begin here. Put each '- ' on a line of its own below the key."),
        ("flow ", "A comma or a closing bracket is missing here. Put values that hold { } [ ] or a comma in quotes, \"${NAME}\" too."),
        ("%TAG", "A directive (a line that begins with %) is wrong here. Remove it."),
        ("%YAML", "A directive (a line that begins with %) is wrong here. Remove it."),
        ("incompatible", "The %YAML line asks for a version that is not known. Remove it."),
        ("directive", "A directive (a line that begins with %) is wrong here. Remove it."),
        ("nchor", "An anchor or alias is wrong here. Put text that begins with & or * in quotes."),
        (" tag", "A tag is wrong here. Put text that begins with ! in quotes."),
        ("expected key", "This does not fit what stands before it. Indent keys of one level alike, with spaces; text that begins with [ { & or * needs quotes."),
        ("'-' indicator", "This does not fit the list above. Indent it like the list's other entries, or like the key it belongs to."),
        ("<document", "This does not fit the lines above. Indent keys of one level alike, with spaces, and write a blank behind each colon."),
    ];

    /// <summary>The problem behind a fault of the parser.</summary>
    /// <param name="source">The text.</param>
    /// <param name="fault">What the parser said; null where it broke down without a word.</param>
    /// <param name="reached">The offset that was being read.</param>
    /// <param name="openBracket">The offset of the innermost bracket that is still open.</param>
    public static ConfigProblem Explain(YamlSource source, YamlException? fault, int reached, int? openBracket)
    {
        // Some faults carry no place, which looks like the start of the text; where reading stopped is the best there is then.
        var isAtStart = fault?.Message.Contains("incompatible", StringComparison.Ordinal) is true;
        var at = isAtStart || fault is { Start.Index: > 0 } ? (int)fault!.Start.Index : reached;
        foreach (var line in new[] { source.LineOf(at), source.LineOf(reached), source.LineOf(at) + 1 })
        {
            if (source.TabInIndentation(line) is { } tab)
            {
                var message = "This line is indented with a tab. YAML takes only spaces: replace it.";
                return new ConfigProblem(message, source.Between(tab, tab + 1));
            }
        }

        if (openBracket is { } bracket && (fault is null || at >= source.Text.Length))
        {
            var message = "The bracket that opens here is not closed. Close it, indent what is in it deeper than its key, and put values that hold { } [ ] or a comma in quotes.";
            return new ConfigProblem(message, source.Between(bracket, bracket + 1));
        }

        var meaning = Meanings.FirstOrDefault(one => fault?.Message.Contains(one.Says, StringComparison.Ordinal) is true).Means ?? Otherwise;
        return new ConfigProblem(meaning, source.Between(at, at + 1));
    }
}
