using MskPrecheckAction.Checks;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>The verdict in one line, in the same words everywhere.</summary>
internal static class Headline
{
    /// <summary>The verdict's name, such as <c>Blocked</c>.</summary>
    public static string Name(Report report) => report.Verdict.ToString();

    /// <summary>What follows the name: what was found, and whether it fails the job.</summary>
    public static string Explanation(Report report) => report.Verdict switch
    {
        // What was found stands below; only its way to the reader is broken.
        Verdict.Invalid when report.Checks.Count > 0 => $"not every file could be written ({Counts(report)})",
        Verdict.Invalid => Many(report.Problems.Count, "problem") + " in inputs or files; no cluster was asked",
        Verdict.Error => "a defect of msk-precheck, please report it",
        Verdict.Incomplete => Counts(report) + Unseen(report) + Leniency(report),
        Verdict.Blocked => Counts(report) + Leniency(report),
        _ => Counts(report),
    };

    /// <summary>Such as <c>2 blockers, 1 warning, 3 not determined</c>.</summary>
    public static string Counts(Report report)
    {
        var (blockers, warnings, infos) = (report.Failed(Level.Blocker), report.Failed(Level.Warning), report.Failed(Level.Info));
        List<string> parts = [blockers == 0 ? "no blockers" : Many(blockers, "blocker")];
        parts.AddRange(warnings > 0 ? [Many(warnings, "warning")] : []);
        parts.AddRange(infos > 0 ? [Many(infos, "info")] : []);
        parts.AddRange(report.Count(ReportedOutcome.Undetermined) is > 0 and var unknown ? [$"{unknown} not determined"] : []);
        return string.Join(", ", parts);
    }

    /// <summary>Such as <c>1 check</c> or <c>2 checks</c>.</summary>
    public static string Many(int count, string what) => $"{count} {what}{(count == 1 ? "" : "s")}";

    /// <summary>Such as <c>2026-11-22 19:30:00 UTC</c>.</summary>
    public static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", System.Globalization.CultureInfo.InvariantCulture);

    private static string Unseen(Report report)
    {
        var unseen = report.Checks.Count(check => check.Level is Level.Blocker && check.Outcome is ReportedOutcome.Undetermined);
        var all = report.Count(ReportedOutcome.Undetermined);
        return all == 1 ? ", which could block" : unseen == all ? ", all of which could block" : $", {unseen} of which could block";
    }

    private static string Leniency(Report report) => report.ExitCode == ExitCode.Ready ? " (this does not fail the job)" : "";
}
