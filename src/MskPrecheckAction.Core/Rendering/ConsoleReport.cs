using System.Globalization;
using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>The report for a terminal or a log: verdict first and last, what to do in between.</summary>
public static class ConsoleReport
{
    // What goes on one screen; the files have it all.
    private const int MostDetails = 10;

    /// <summary>The text.</summary>
    /// <param name="report">The report.</param>
    /// <param name="withColours">Whether the reader understands ANSI colours.</param>
    /// <param name="width">The columns of the terminal; null leaves lines as long as they are, as logs want it.</param>
    public static string Render(Report report, bool withColours, int? width = null)
    {
        var page = new ConsolePage(withColours, width);
        Verdict(page, report);
        if (report.CollectedAt is { } time)
        {
            page.Line(0, $"Facts collected {Headline.Time(time)} for {report.ConfigPath} by msk-precheck {report.ToolVersion}");
        }

        if (report.CutShort is { } reason)
        {
            page.Line(0, $"Cut short: {reason}. What was not read by then is not determined.", ConsoleColour.Yellow);
        }

        Clusters(page, report);
        Problems(page, report.Problems, "", ConsoleColour.Red);
        Section(page, report, "Blockers", Level.Blocker, ConsoleColour.Red);
        Section(page, report, "Warnings", Level.Warning, ConsoleColour.Yellow);
        Section(page, report, "Infos", Level.Info, ConsoleColour.Cyan);
        ConsoleRemainder.NotDetermined(page, report);
        Problems(page, report.Notes, "note: ", ConsoleColour.None);
        ConsoleRemainder.Rest(page, report);
        if (report.Checks.Count > 0)
        {
            page.Blank();
            Verdict(page, report);
        }

        return page.ToString();
    }

    private static void Verdict(ConsolePage page, Report report)
    {
        var colour = report.Verdict switch
        {
            Reporting.Verdict.Ready => ConsoleColour.Green,
            Reporting.Verdict.Incomplete => ConsoleColour.Yellow,
            _ => ConsoleColour.Red,
        };
        page.Line(0, $"{Headline.Name(report).ToUpperInvariant()}: {Headline.Explanation(report)}", colour, isBold: true);
    }

    private static void Clusters(ConsolePage page, Report report)
    {
        if (report.Clusters is not { } pair)
        {
            return;
        }

        var rows = ClusterRows.Of(pair);
        var column = rows.Max(row => (row.Source ?? "").Length) + 2;
        page.Blank();
        page.Line(2, $"{"",-11}{"Source".PadRight(Math.Max(column, 11))}Target", ConsoleColour.Dim);
        foreach (var (label, source, target) in rows)
        {
            page.Line(2, $"{label,-11}{(source ?? "not known").PadRight(Math.Max(column, 11))}{target ?? "not known"}");
        }
    }

    private static void Problems(ConsolePage page, IReadOnlyList<ConfigProblem> problems, string kind, ConsoleColour colour)
    {
        if (problems.Count > 0)
        {
            page.Blank();
        }

        foreach (var problem in problems)
        {
            page.Line(0, $"{(problem.Location is { } at ? Place(at) + ": " : "")}{kind}{problem.Message}", colour, isLoose: true);
        }
    }

    private static void Section(ConsolePage page, Report report, string title, Level level, ConsoleColour colour)
    {
        var checks = report.Checks.Where(check => check.Level == level && check.Outcome is ReportedOutcome.Failed).ToList();
        page.Title(title, checks.Count, colour);
        foreach (var (check, found) in checks.SelectMany(check => check.Findings.Select(found => (check, found))))
        {
            page.Line(0, $"{check.Code}  {check.Check.Title}", colour, isBold: true);
            page.Line(5, found.Finding.Message);
            foreach (var detail in found.Finding.Details.Take(MostDetails))
            {
                page.Line(7, "- " + detail, ConsoleColour.Dim);
            }

            if (found.Finding.Details.Count > MostDetails)
            {
                page.Line(7, $"  {found.Finding.Details.Count - MostDetails} more in msk-precheck.json", ConsoleColour.Dim);
            }

            page.Line(5, $"at {Place(found.Location)} ({found.Finding.Path})", ConsoleColour.Dim);
            foreach (var (at, step) in found.Finding.Fix.Steps.Index())
            {
                page.Line(5, at == 0 ? $"{CheckReference.FixWord(level)}: {step.Text}" : step.IsCommand ? "  $ " + step.Text : step.Text, isLoose: step.IsCommand);
            }

            page.Blank();
        }
    }

    private static string Place(Location at) => string.Create(CultureInfo.InvariantCulture, $"{at.File}:{at.Line}:{at.Column}");
}
