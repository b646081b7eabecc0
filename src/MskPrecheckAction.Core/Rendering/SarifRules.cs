using Microsoft.CodeAnalysis.Sarif;
using MskPrecheckAction.Checks;
using MskPrecheckAction.Engine;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>The checks as SARIF's rules: all of them, whatever came of them, so that a clean run shows what it looked at.</summary>
internal static class SarifRules
{
    public static ToolComponent Driver(Report report) => new()
    {
        Name = "msk-precheck",
        FullName = "msk-precheck " + report.ToolVersion,
        SemanticVersion = report.ToolVersion,
        InformationUri = new Uri("https://github.com/msk-precheck/msk-precheck-action"),
        Rules = [.. (report.Checks.Count > 0 ? report.Checks.Select(one => one.Check) : CheckCatalog.All).Select(Rule)],
    };

    public static FailureLevel Level(Level level) => level switch
    {
        Checks.Level.Blocker => FailureLevel.Error,
        Checks.Level.Warning => FailureLevel.Warning,
        _ => FailureLevel.Note,
    };

    private static ReportingDescriptor Rule(Check check)
    {
        var rule = new ReportingDescriptor
        {
            Id = check.Code,
            Name = string.Concat(check.Title.Where(char.IsAsciiLetterOrDigit)),
            ShortDescription = new MultiformatMessageString { Text = check.Title + "." },
            FullDescription = new MultiformatMessageString { Text = check.Cause },
            Help = new MultiformatMessageString { Text = $"{check.Cause}\n\n{check.Fix}", Markdown = Markdown(check) },
            HelpUri = check.Source,
            DefaultConfiguration = new ReportingConfiguration { Level = Level(check.Level) },
        };
        rule.Tags.Add("amazon-msk");
        rule.Tags.Add("kafka");
        rule.Tags.Add("kraft-migration");
        rule.SetProperty("precision", "very-high");
        rule.SetProperty("problem.severity", check.Level switch { Checks.Level.Blocker => "error", Checks.Level.Warning => "warning", _ => "recommendation" });
        return rule;
    }

    private static string Markdown(Check check) =>
        $"**Why it matters.** {MarkdownText.Of(check.Cause)}\n\n**{CheckReference.FixWord(check.Level)}.**\n\n{MarkdownText.Steps(check.Fix)}\n\n[Source]({check.Source.AbsoluteUri})";
}
