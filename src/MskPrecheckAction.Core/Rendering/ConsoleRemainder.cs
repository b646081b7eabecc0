using System.Globalization;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>What a console report says of the checks that did not fail.</summary>
internal static class ConsoleRemainder
{
    public static void NotDetermined(ConsolePage page, Report report)
    {
        var unknown = report.Checks.Where(check => check.Outcome is ReportedOutcome.Undetermined).ToList();
        page.Title("Not determined", unknown.Count, ConsoleColour.Yellow);
        foreach (var check in unknown)
        {
            page.Line(0, $"{check.Code}  {check.Check.Title} ({CheckReference.Word(check.Level)})");
        }

        var gaps = GapGroups.Of(report);
        if (gaps.Count > 0)
        {
            page.Blank();
            page.Line(0, "What could not be seen:", ConsoleColour.Yellow);
        }

        foreach (var (gap, checks) in gaps)
        {
            page.Line(2, $"- {gap.Asked}: {gap.Reason} [{string.Join(", ", checks.Select(check => check.Code))}]");
            if (gap.Permission is { } permission)
            {
                page.Line(4, $"needs {permission}", ConsoleColour.Cyan);
            }
        }
    }

    public static void Rest(ConsolePage page, Report report)
    {
        foreach (var (outcome, word, colour) in ((ReportedOutcome, string, ConsoleColour)[])
            [(ReportedOutcome.Passed, "Passed", ConsoleColour.Green), (ReportedOutcome.NotApplicable, "Not applicable", ConsoleColour.None), (ReportedOutcome.Skipped, "Skipped", ConsoleColour.Yellow)])
        {
            var checks = report.Checks.Where(check => check.Outcome == outcome).ToList();
            if (checks.Count > 0)
            {
                page.Blank();
                page.Line(0, $"{word} ({checks.Count.ToString(CultureInfo.InvariantCulture)}): {string.Join(", ", checks.Select(check => check.Code))}", colour);
            }

            foreach (var check in checks.Where(check => (check.Remark ?? check.Because) is not null))
            {
                page.Line(2, $"{check.Code}: {check.Remark ?? check.Because}", ConsoleColour.Dim);
            }
        }
    }
}
