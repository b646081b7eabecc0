namespace MskPrecheckAction.Configuration.Yaml;

/// <summary>The text of a YAML file, and the lines and columns of what stands in it.</summary>
internal sealed class YamlSource
{
    private readonly List<int> lineStarts = [0];

    /// <summary>Cuts the text into lines: LF, CRLF and a lone CR end one, as editors show it.</summary>
    public YamlSource(string path, string text)
    {
        (Path, Text) = (path, text);
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] is '\n' || (text[at] is '\r' && !(at + 1 < text.Length && text[at + 1] is '\n')))
            {
                lineStarts.Add(at + 1);
            }
        }
    }

    /// <summary>The path that locations carry.</summary>
    public string Path { get; }

    /// <summary>The whole text, without a byte order mark.</summary>
    public string Text { get; }

    /// <summary>The number of the line that holds an offset, from 1.</summary>
    public int LineOf(int offset)
    {
        var found = lineStarts.BinarySearch(Math.Clamp(offset, 0, Text.Length));
        return found >= 0 ? found + 1 : ~found;
    }

    /// <summary>The place from one offset to the one behind its last character.</summary>
    public Location Between(int start, int end)
    {
        // YamlDotNet counts past the end of the text when it stops there.
        start = Math.Clamp(start, 0, Text.Length);
        end = Math.Clamp(end, start, Text.Length);
        var (line, endLine) = (LineOf(start), LineOf(end));
        return new Location(Path, line, start - lineStarts[line - 1] + 1, endLine, end - lineStarts[endLine - 1] + 1);
    }

    /// <summary>Where an entry stands: its key, and its value too where that is one scalar on the key's line.</summary>
    public Location Of(YamlEntry entry)
    {
        var whole = entry.Value is YamlScalar { IsEmpty: false } or YamlAlias
            && LineOf(entry.Key.Start) == LineOf(entry.Value.Start)
            && LineOf(entry.Value.Start) == LineOf(entry.Value.End);
        return Between(entry.Key.Start, whole ? entry.Value.End : entry.Key.End);
    }

    /// <summary>The offset of the first tab among the blanks that a line begins with; null where there is none.</summary>
    public int? TabInIndentation(int line)
    {
        for (var at = lineStarts[Math.Clamp(line, 1, lineStarts.Count) - 1]; at < Text.Length && Text[at] is ' ' or '\t'; at++)
        {
            if (Text[at] is '\t')
            {
                return at;
            }
        }

        return null;
    }
}
