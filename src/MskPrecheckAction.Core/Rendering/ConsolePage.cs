using System.Globalization;
using System.Text;

namespace MskPrecheckAction.Rendering;

/// <summary>The few colours of a report.</summary>
internal enum ConsoleColour
{
    None = 0,
    Dim = 2,
    Red = 31,
    Green = 32,
    Yellow = 33,
    Cyan = 36,
}

/// <summary>Lines of text, made harmless, wrapped and coloured in that order: no text of others can bring colours of its own.</summary>
internal sealed class ConsolePage(bool withColours, int? width)
{
    private const int NarrowestWrap = 40;

    private readonly StringBuilder text = new();

    /// <summary>An empty line, never two.</summary>
    public void Blank()
    {
        if (text.Length > 0 && !(text.Length > 1 && text[^1] == '\n' && text[^2] == '\n'))
        {
            text.Append('\n');
        }
    }

    /// <summary>The head of a section, unless there is nothing in it.</summary>
    public void Title(string title, int count, ConsoleColour colour)
    {
        if (count > 0)
        {
            Blank();
            Line(0, string.Create(CultureInfo.InvariantCulture, $"{title} ({count})"), colour, isBold: true);
            Blank();
        }
    }

    /// <summary>One line, wrapped under its own beginning.</summary>
    /// <param name="indent">How far in.</param>
    /// <param name="line">The text.</param>
    /// <param name="colour">Its colour.</param>
    /// <param name="isBold">Whether it stands out.</param>
    /// <param name="isLoose">Never wrapped: somebody will copy it.</param>
    public void Line(int indent, string line, ConsoleColour colour = ConsoleColour.None, bool isBold = false, bool isLoose = false)
    {
        line = HarmlessText.Line(line);
        var (margin, room) = (new string(' ', indent), Math.Max(width ?? int.MaxValue, NarrowestWrap) - indent);
        var hang = line.StartsWith("- ", StringComparison.Ordinal) ? "  " : "";
        foreach (var (at, part) in (isLoose || line.Length <= room ? [line] : Wrapped(line, room - hang.Length)).Index())
        {
            text.Append(margin).Append(at == 0 ? "" : hang);
            var isStyled = withColours && (isBold || colour is not ConsoleColour.None);
            text.Append(isStyled ? $"\e[{(isBold ? "1;" : "")}{(int)colour}m" : "").Append(HarmlessText.Line(part.TrimEnd())).Append(isStyled ? "\e[0m" : "").Append('\n');
        }
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();

    private static IEnumerable<string> Wrapped(string line, int room)
    {
        while (line.Length > room)
        {
            var cut = line.LastIndexOf(' ', room);
            cut = cut > 0 ? cut : char.IsHighSurrogate(line[room - 1]) ? room - 1 : room;
            yield return line[..cut];
            line = line[cut..].TrimStart();
        }

        yield return line;
    }
}
