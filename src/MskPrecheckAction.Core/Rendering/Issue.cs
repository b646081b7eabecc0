using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>How loudly a CI shows an issue.</summary>
internal enum IssueKind
{
    Error,
    Warning,
    Notice,
}

/// <summary>One thing that a CI shows at a line of a file: at most ten of a kind, for neither CI keeps more.</summary>
/// <param name="Kind">How loudly.</param>
/// <param name="Code">The check's code, where it is one check's.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Location">Where.</param>
internal sealed record Issue(IssueKind Kind, string? Code, string Title, string Message, Location? Location)
{
    private const int MostOfAKind = 10;

    /// <summary>One a failed check, problem and note; the tenth of a kind stands for all that are left.</summary>
    public static IReadOnlyList<Issue> Of(Report report) =>
        [.. All(report).GroupBy(issue => issue.Kind).OrderBy(kind => kind.Key).SelectMany(kind => Capped([.. kind]))];

    private static IEnumerable<Issue> All(Report report) =>
    [
        .. report.Problems.Select(problem => new Issue(IssueKind.Error, null, "Precheck " + report.Verdict.Word(), problem.Message, problem.Location)),
        .. report.Checks.Where(check => check.Findings.Count > 0).Select(Of),
        .. report.Verdict is Verdict.Incomplete ? [Incomplete(report)] : Array.Empty<Issue>(),
        .. report.Notes.Select(note => new Issue(IssueKind.Notice, null, "Note", note.Message, note.Location)),
    ];

    private static Issue Of(ReportedCheck check)
    {
        var first = check.Findings[0];
        var kind = check.Level switch { Level.Blocker => IssueKind.Error, Level.Warning => IssueKind.Warning, _ => IssueKind.Notice };
        var more = check.Findings.Count > 1 ? $"\n(and {Headline.Many(check.Findings.Count - 1, "finding")} more)" : "";
        return new Issue(kind, check.Code, $"{check.Code} {check.Check.Title}", $"{first.Finding.Message}{more}\n{first.Finding.Fix}", first.Location);
    }

    // Without it a job would fail and nothing on the page would say why.
    private static Issue Incomplete(Report report)
    {
        var unseen = report.Checks.Where(check => check.Level is Level.Blocker && check.Outcome is ReportedOutcome.Undetermined).ToList();
        var gaps = unseen.SelectMany(check => check.Gaps).Distinct().Select(gap => $"{gap.Asked}: {gap.Reason}{(gap.Permission is { } right ? $" (needs {right})" : "")}");
        return new Issue(
            report.ExitCode == ExitCode.Ready ? IssueKind.Warning : IssueKind.Error,
            null,
            "Precheck incomplete",
            $"Not determined: {string.Join(", ", unseen.Select(check => check.Code))}.\n{string.Join('\n', gaps)}",
            Location.StartOf(report.ConfigPath));
    }

    private static IEnumerable<Issue> Capped(IReadOnlyList<Issue> kind)
    {
        if (kind.Count <= MostOfAKind)
        {
            return kind;
        }

        var rest = kind.Skip(MostOfAKind - 1).ToList();
        var names = rest.Select(issue => issue.Location is { } at && issue.Code is null ? $"{at.File}:{at.Line}: {issue.Message}" : issue.Title);
        return [.. kind.Take(MostOfAKind - 1), rest[0] with { Code = null, Title = $"{rest.Count} more", Message = string.Join('\n', names) }];
    }
}
