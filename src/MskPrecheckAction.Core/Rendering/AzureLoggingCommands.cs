using System.Globalization;
using System.Text;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>The protocol of an Azure Pipelines agent: commands on standard output. There is no notice: an info stands in the log only.</summary>
public static class AzureLoggingCommands
{
    /// <summary>Closes the group.</summary>
    public const string EndGroup = "##[endgroup]";

    /// <summary>Opens a group.</summary>
    public static string Group(string title) => "##[group]" + HarmlessText.Line(title);

    /// <summary>A line that shows only where System.Debug is on.</summary>
    public static string Debug(string line) => "##vso[task.debug]" + Escaped(HarmlessText.Lines(line));

    /// <summary>Hides a value from here on; the agent takes one line at a time.</summary>
    public static string SetSecret(string secret) => "##vso[task.setsecret]" + Escaped(secret);

    /// <summary>An output that later steps, jobs and stages can read.</summary>
    public static string SetOutput(string name, string value) => $"##vso[task.setvariable variable={Escaped(name)};isoutput=true]{Escaped(value)}";

    /// <summary>How far the task is.</summary>
    public static string SetProgress(int percent, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"##vso[task.setprogress value={Math.Clamp(percent, 0, 100)};]{Escaped(HarmlessText.Line(what))}");

    /// <summary>Shows a Markdown file on the run's page.</summary>
    /// <param name="path">As the agent sees it, absolute.</param>
    public static string UploadSummary(string path) => "##vso[task.uploadsummary]" + Escaped(path);

    /// <summary>Puts a file into an artifact; the Scans tab reads <c>CodeAnalysisLogs</c>.</summary>
    public static string UploadArtifact(string artifact, string path) =>
        $"##vso[artifact.upload containerfolder={Escaped(artifact)};artifactname={Escaped(artifact)}]{Escaped(path)}";

    /// <summary>The errors and warnings of a report: at most ten of each, the tenth a roll-up.</summary>
    /// <param name="report">The report.</param>
    /// <param name="path">Turns a file of the report into the path under which the agent finds it.</param>
    public static IReadOnlyList<string> Issues(Report report, Func<string, string> path) =>
        [.. Issue.Of(report).Where(issue => issue.Kind is not IssueKind.Notice).Select(issue => LogIssue(issue, path))];

    private static string LogIssue(Issue issue, Func<string, string> path)
    {
        var type = issue.Kind is IssueKind.Error ? "error" : "warning";
        var place = issue.Location is { } at
            ? string.Create(CultureInfo.InvariantCulture, $"sourcepath={Escaped(HarmlessText.Line(path(at.File)))};linenumber={at.Line};columnnumber={at.Column};")
            : "";
        var code = issue.Code is { } known ? $"code={Escaped(known)};" : "";
        return $"##vso[task.logissue type={type};{place}{code}]{Escaped(HarmlessText.Lines($"{issue.Title}: {issue.Message}"))}";
    }

    // The percent sign first, or the agent would decode what was never encoded.
    private static string Escaped(string text) => new StringBuilder(text)
        .Replace("%", "%AZP25").Replace("\r", "%0D").Replace("\n", "%0A").Replace("]", "%5D").Replace(";", "%3B").ToString();
}
