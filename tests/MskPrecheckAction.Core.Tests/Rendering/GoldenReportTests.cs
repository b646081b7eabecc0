using MskPrecheckAction.Engine;
using MskPrecheckAction.Rendering;
using MskPrecheckAction.Reporting;
using Xunit;

namespace MskPrecheckAction.Tests.Rendering;

/// <summary>Every renderer on every case, against files that a person has read.</summary>
public sealed class GoldenReportTests
{
    public static TheoryData<string> Cases => [.. SampleReports.All.Keys];

    [Theory, MemberData(nameof(Cases))]
    public void Json(string name) => Matches(name + ".json", JsonReport.Render(Report(name)));

    [Theory, MemberData(nameof(Cases))]
    public void Sarif(string name) => Matches(name + ".sarif", SarifReport.Render(Report(name)));

    [Theory, MemberData(nameof(Cases))]
    public void Summary(string name) => Matches(name + ".md", SummaryReport.Render(Report(name)));

    [Theory, MemberData(nameof(Cases))]
    public void Log(string name) => Matches(name + ".log.txt", ConsoleReport.Render(Report(name), withColours: false));

    [Theory, MemberData(nameof(Cases))]
    public void Terminal(string name) => Matches(name + ".terminal.txt", ConsoleReport.Render(Report(name), withColours: true, width: 100));

    [Theory, MemberData(nameof(Cases))]
    public void GitHub(string name) => Matches(name + ".github.txt", string.Concat(GitHubWorkflowCommands.Annotations(Report(name)).Select(line => line + "\n")));

    [Theory, MemberData(nameof(Cases))]
    public void Azure(string name) =>
        Matches(name + ".azure.txt", string.Concat(AzureLoggingCommands.Issues(Report(name), path => "/agent/_work/1/s/" + path).Select(line => line + "\n")));

    [Fact]
    public void Codes()
    {
        Matches("codes.txt", CheckReference.Text(CheckCatalog.All));
        Matches("codes.json", CheckReference.Json(CheckCatalog.All));
        Matches("explain-B11.txt", CheckReference.Explain(CheckCatalog.Find("b11")!));
    }

    [Fact]
    public void The_check_reference_in_docs_is_current() => Golden.Matches("docs/checks.md", CheckReference.Markdown(CheckCatalog.All));

    private static Report Report(string name) => SampleReports.All[name];

    private static void Matches(string name, string actual) => Golden.Matches("tests/MskPrecheckAction.Core.Tests/Rendering/Golden/" + name, actual);
}
