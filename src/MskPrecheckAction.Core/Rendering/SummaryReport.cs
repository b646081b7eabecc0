using System.Text;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>The report for people: Markdown, by the program's own template or the user's.</summary>
public static class SummaryReport
{
    /// <summary>The most bytes that go into a summary of GitHub: above 1 MiB the runner drops all of it, just below it sometimes does (actions/runner#4337).</summary>
    public const int GitHubLimit = 900 * 1024;

    // Room for what is said in place of the rows that were cut.
    private const int Reserve = 200;

    /// <summary>The summary's text. Total: where the user's template fails, the program's own takes its place and says so.</summary>
    /// <param name="report">The report.</param>
    /// <param name="template">The text of a template of the user's; null for the program's own.</param>
    /// <param name="limit">The most bytes; what is too much is cut between rows.</param>
    public static string Render(Report report, string? template = null, int limit = GitHubLimit)
    {
        if (template is null)
        {
            return Cut(SummaryTemplate.Own().Render(report), limit);
        }

        var problem = SummaryTemplate.TryParse(template, out var parsed);
        var text = "";
        problem ??= parsed!.TryRender(report, out text);
        return Cut(
            problem is null ? text
            : $"{SummaryTemplate.Own().Render(report)}\n> The template failed, so this is the built-in summary. {MarkdownText.Of(problem.ToString())}\n",
            limit);
    }

    /// <summary>What is wrong with a template of the user's; null where nothing is. To be asked before any cluster is.</summary>
    /// <param name="template">The template's text.</param>
    /// <param name="path">Its path, for the problem's location.</param>
    public static ConfigProblem? TemplateProblem(string template, string path)
    {
        var problem = SummaryTemplate.TryParse(template, out var parsed) ?? parsed!.TryRender(SummarySample.Report, out _);
        return problem is null ? null : new ConfigProblem(
            "The summary template fails: " + problem.Message, new Location(path, problem.Line, problem.Column, problem.Line, problem.Column));
    }

    private static string Cut(string text, int limit)
    {
        if (Encoding.UTF8.GetByteCount(text) <= limit)
        {
            return text;
        }

        var kept = new StringBuilder();
        var (open, bytes, omitted) = (new OpenBlocks(), 0, 0);
        foreach (var row in text.TrimEnd('\n').Split('\n'))
        {
            bytes += Encoding.UTF8.GetByteCount(row) + 1;
            if (omitted > 0 || bytes > limit - Reserve)
            {
                omitted += row.Length > 0 ? 1 : 0;
                continue;
            }

            kept.Append(row).Append('\n');
            open.Pass(row);
        }

        return limit < Reserve ? "" : kept.Append(open.Close()).Append(Invariant($"\n**{omitted} rows omitted**: the file msk-precheck.json has them all.\n")).ToString();
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
