using System.Globalization;
using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Reporting;
using Scriban.Runtime;

namespace MskPrecheckAction.Rendering;

/// <summary>What a summary template can speak of. Every text in it is escaped for Markdown already: no template can forget it.</summary>
internal static class SummaryModel
{
    // More lines of evidence than a person reads fold away.
    private const int MostOpenDetails = 8;

    public static ScriptObject Of(Report report) => Map(
        ("verdict", report.Verdict.Word()),
        ("icon", report.Verdict switch { Verdict.Ready => "✅", Verdict.Blocked => "⛔", Verdict.Incomplete => "❓", Verdict.Invalid => "❌", _ => "💥" }),
        ("headline", $"{Headline.Name(report)}: {Headline.Explanation(report)}"),
        ("exit_code", report.ExitCode),
        ("tool_version", MarkdownText.Of(report.ToolVersion)),
        ("config", MarkdownText.Code(report.ConfigPath)),
        ("collected_at", report.CollectedAt is { } time ? Headline.Time(time) : null),
        ("cut_short", Text(report.CutShort)),
        ("clusters", report.Clusters is { } pair ? List(ClusterRows.Of(pair), Row) : null),
        ("blockers", Failed(report, Level.Blocker)),
        ("warnings", Failed(report, Level.Warning)),
        ("infos", Failed(report, Level.Info)),
        ("undetermined", List(With(report, ReportedOutcome.Undetermined), Bare)),
        ("gaps", List(GapGroups.Of(report), group => Gap(group.Gap, group.Checks))),
        ("passed", List(With(report, ReportedOutcome.Passed), Bare)),
        ("not_applicable", List(With(report, ReportedOutcome.NotApplicable), Bare)),
        ("skipped", List(With(report, ReportedOutcome.Skipped), Bare)),
        ("problems", List(report.Problems, Problem)),
        ("notes", List(report.Notes, Problem)));

    private static IEnumerable<ReportedCheck> With(Report report, ReportedOutcome outcome) => report.Checks.Where(check => check.Outcome == outcome);

    private static ScriptArray Failed(Report report, Level level) =>
        List(report.Checks.Where(check => check.Level == level && check.Outcome is ReportedOutcome.Failed), check =>
        {
            var map = Bare(check);
            map["cause"] = MarkdownText.Of(check.Check.Cause);
            map["fix_word"] = CheckReference.FixWord(check.Level);
            map["findings"] = List(check.Findings, Finding);
            return map;
        });

    private static ScriptObject Bare(ReportedCheck check) => Map(
        ("code", check.Code),
        ("level", CheckReference.Word(check.Level)),
        ("title", MarkdownText.Of(check.Check.Title)),
        ("remark", Text(check.Remark)),
        ("because", Text(check.Because)));

    private static ScriptObject Finding(ReportedFinding found) => Map(
        ("message", MarkdownText.Of(found.Finding.Message)),
        ("place", MarkdownText.Code(string.Create(CultureInfo.InvariantCulture, $"{found.Location.File}:{found.Location.Line}:{found.Location.Column}"))),
        ("path", MarkdownText.Code(found.Finding.Path)),
        ("details", List(found.Finding.Details.Select(MarkdownText.Of), detail => detail)),
        ("folds", found.Finding.Details.Count > MostOpenDetails),
        ("fix", (found.Finding.Fix.Steps[0].IsCommand ? "\n\n" : "") + MarkdownText.Steps(found.Finding.Fix)));

    private static ScriptObject Gap(Gap gap, IReadOnlyList<ReportedCheck> checks) => Map(
        ("asked", MarkdownText.Of(gap.Asked)),
        ("reason", MarkdownText.Of(gap.Reason)),
        ("permission", gap.Permission is { } permission ? MarkdownText.Code(permission) : null),
        ("codes", string.Join(", ", checks.Select(check => check.Code))));

    private static ScriptObject Problem(ConfigProblem problem) => Map(
        ("message", MarkdownText.Of(problem.Message)),
        ("place", problem.Location is { } at ? MarkdownText.Code(string.Create(CultureInfo.InvariantCulture, $"{at.File}:{at.Line}:{at.Column}")) : null));

    private static ScriptObject Row((string Label, string? Source, string? Target) row) => Map(
        ("label", row.Label),
        ("source", Cell(row.Source)),
        ("target", Cell(row.Target)));

    private static string Cell(string? value) => value is null ? "not known" : value.All(c => char.IsAsciiDigit(c) || c is ',') ? value : MarkdownText.Code(value);

    private static string? Text(string? text) => text is null ? null : MarkdownText.Of(text);

    private static ScriptArray List<T>(IEnumerable<T> items, Func<T, object> of)
    {
        var list = new ScriptArray();
        foreach (var item in items)
        {
            list.Add(of(item));
        }

        return list;
    }

    private static ScriptObject Map(params ReadOnlySpan<(string Name, object? Value)> members)
    {
        var map = new ScriptObject();
        foreach (var (name, value) in members)
        {
            map[name] = value!;
        }

        return map;
    }
}
