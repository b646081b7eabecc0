using System.Text;

namespace MskPrecheckAction.Rendering;

/// <summary>Follows what is open in a Markdown text, so that it can be closed where the text is cut.</summary>
internal sealed class OpenBlocks
{
    private string? fence;
    private int folds;

    /// <summary>Takes notice of a row.</summary>
    public void Pass(string row)
    {
        var run = row[..(row.Length - row.AsSpan().TrimStart('`').Length)];
        if (run.Length >= 3 && (fence is null || run.Length >= fence.Length))
        {
            fence = fence is null ? run : null;
        }
        else if (fence is null)
        {
            folds += row.StartsWith("<details", StringComparison.Ordinal) ? 1 : row.StartsWith("</details", StringComparison.Ordinal) ? -1 : 0;
        }
    }

    /// <summary>What closes all that is open.</summary>
    public string Close()
    {
        var close = new StringBuilder();
        close.Append(fence is null ? "" : fence + "\n");
        for (; folds > 0; folds--)
        {
            close.Append("\n</details>\n");
        }

        return close.ToString();
    }
}
