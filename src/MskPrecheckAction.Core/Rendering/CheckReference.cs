using System.Text;
using MskPrecheckAction.Checks;

namespace MskPrecheckAction.Rendering;

/// <summary>What the checks are, drawn from the checks: <c>explain</c>, <c>codes</c> and <c>docs/checks.md</c>.</summary>
public static class CheckReference
{
    /// <summary><c>blocker</c>, <c>warning</c> or <c>info</c>.</summary>
    public static string Word(Level level) => level switch { Level.Blocker => "blocker", Level.Warning => "warning", _ => "info" };

    /// <summary>The contract's heading of what to do.</summary>
    internal static string FixWord(Level level) => level is Level.Blocker ? "Fix" : "Action";

    /// <summary>One check for a person at a terminal.</summary>
    public static string Explain(Check check) =>
        $"{check.Code} ({Word(check.Level)}): {check.Title}\n\nMessage: {check.Message}\n\nCause: {check.Cause}\n\n{FixWord(check.Level)}:\n"
        + string.Concat(check.Fix.Steps.Select(step => $"  {(step.IsCommand ? "$ " : "")}{step.Text}\n"))
        + $"\nSource: {check.Source.AbsoluteUri}\n";

    /// <summary>All checks, a line each.</summary>
    public static string Text(IReadOnlyList<Check> checks) =>
        string.Concat(checks.Select(check => $"{check.Code}  {Word(check.Level),-7}  {check.Title}\n")) + "\nMore on one of them: msk-precheck explain B04\n";

    /// <summary>All checks as a page.</summary>
    public static string Markdown(IReadOnlyList<Check> checks)
    {
        var page = new StringBuilder("# The checks\n\n");
        page.Append("Written by `msk-precheck codes --format markdown` from the checks themselves: change those, not this page. ");
        page.Append("B blocks the migration, W warns, I informs; B01 was never given out.\n\n");
        page.Append(Table(checks));
        foreach (var check in checks)
        {
            page.Append($"\n## {check.Code} {MarkdownText.Of(check.Title)}\n\n");
            page.Append($"**Message.** {MarkdownText.Of(check.Message)}\n\n**Cause.** {MarkdownText.Of(check.Cause)}\n\n");
            page.Append($"**{FixWord(check.Level)}.** {MarkdownText.Steps(check.Fix)}\n\n**Source.** <{check.Source.AbsoluteUri}>\n");
        }

        return page.ToString();
    }

    /// <summary>The checks as a table, for the README too; <paramref name="page"/> stands before the anchors.</summary>
    public static string Table(IReadOnlyList<Check> checks, string page = "") =>
        "| code | level | fires when |\n|---|---|---|\n"
        + string.Concat(checks.Select(check => $"| [{check.Code}]({page}#{Anchor(check)}) | {Word(check.Level)} | {MarkdownText.Of(check.Title)} |\n"));

    /// <summary>All checks for programs.</summary>
    public static string Json(IReadOnlyList<Check> checks) => JsonReport.Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteStartArray("checks");
        foreach (var check in checks)
        {
            writer.WriteStartObject();
            writer.WriteString("code", check.Code);
            writer.WriteString("level", Word(check.Level));
            writer.WriteString("title", check.Title);
            writer.WriteString("message", check.Message);
            writer.WriteString("cause", check.Cause);
            writer.WriteString("fix", check.Fix.ToString());
            writer.WriteString("source", check.Source.AbsoluteUri);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    });

    // GitHub's own rule for the anchors of headings.
    private static string Anchor(Check check) =>
        string.Concat($"{check.Code} {check.Title}".ToLowerInvariant().Where(c => char.IsLetterOrDigit(c) || c is ' ' or '-' or '_')).Replace(' ', '-');
}
