using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MskPrecheckAction.Rendering;
using Xunit;

namespace MskPrecheckAction.Tests.Rendering;

/// <summary>What holds for every case, whatever the files say.</summary>
public sealed partial class RenderingRulesTests
{
    public static TheoryData<string> Cases => [.. SampleReports.All.Keys];

    public static TheoryData<string> Names => [.. SampleReports.HostileNames];

    [Theory, MemberData(nameof(Names))]
    public void A_line_of_any_text_is_one_harmless_line(string name)
    {
        foreach (var text in (string[])[name, "  " + name, "x" + name, name + name, "\u00A0" + name, "\u0085" + name, "\uFEFF" + name])
        {
            var line = HarmlessText.Line(text);
            AssertHarmless(line);
            Assert.DoesNotContain('\n', line);
            AssertHarmless(HarmlessText.Lines(text));
        }
    }

    [Fact]
    public void No_text_at_all_makes_a_command()
    {
        // Made of the parts of commands, for chance would hardly ever put them together.
        var part = Gen.Elements("#", "##", "[", "vso[", "VSO", "::", ":", " ", "\t", "\u00A0", "\u3000", "\r", "\n", "\u0085", "\u2028", "\u200B", "\u001b[2K", "error", "]", "x");
        Prop.ForAll(part.ListOf().Select(string.Concat).ToArbitrary(), text =>
        {
            AssertHarmless(HarmlessText.Line(text));
            AssertHarmless(HarmlessText.Lines(text));
            AssertHarmless(ConsoleReport.Render(SampleReports.All["skipped"] with { CutShort = text, ConfigPath = text }, withColours: false, width: 40));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_log_has_no_command_in_it(string name)
    {
        AssertHarmless(ConsoleReport.Render(SampleReports.All[name], withColours: false));
        AssertHarmless(Ansi().Replace(ConsoleReport.Render(SampleReports.All[name], withColours: true, width: 41), ""));
    }

    [Theory, MemberData(nameof(Cases))]
    public void At_most_ten_annotations_of_a_kind_and_one_a_line(string name)
    {
        var gitHub = GitHubWorkflowCommands.Annotations(SampleReports.All[name]);
        Assert.All(gitHub, line => Assert.Matches("^::(error|warning|notice) [^\r\n]*::[^\r\n]*$", line));
        Assert.All(gitHub.GroupBy(line => line.Split(' ')[0]), kind => Assert.InRange(kind.Count(), 1, 10));
        var azure = AzureLoggingCommands.Issues(SampleReports.All[name], path => path);
        Assert.All(azure, line => Assert.Matches(@"^##vso\[task\.logissue type=(error|warning);[^\]\r\n]*\][^\r\n\];]*$", line));
        Assert.All(azure.GroupBy(line => line.Split(';')[0]), kind => Assert.InRange(kind.Count(), 1, 10));
    }

    [Theory, MemberData(nameof(Names))]
    public void A_name_in_a_command_comes_back_as_it_was_made_harmless(string name)
    {
        var command = GitHubWorkflowCommands.Group(name);
        Assert.Equal("::group::" + HarmlessText.Line(name).Replace("%", "%25", StringComparison.Ordinal), command);
        var output = AzureLoggingCommands.SetOutput("x", name);
        var data = output[(output.IndexOf(']') + 1)..];
        Assert.DoesNotContain(']', data);
        Assert.Equal(
            name, data.Replace("%3B", ";").Replace("%5D", "]").Replace("%0A", "\n").Replace("%0D", "\r").Replace("%AZP25", "%"));
    }

    [Fact]
    public void An_output_ends_where_its_delimiter_stands_and_nowhere_else()
    {
        Assert.Equal("verdict<<d1\nready\nd1\n", GitHubWorkflowCommands.Output("verdict", "ready", "d1"));
        Assert.Throws<ArgumentException>(() => GitHubWorkflowCommands.Output("verdict", "x\nd1\nverdict=y", "d1"));
    }

    [Theory, MemberData(nameof(Cases))]
    public void A_summary_mentions_nobody_and_links_nothing(string name)
    {
        var text = CodeSpans().Replace(Fences().Replace(SummaryReport.Render(SampleReports.All[name]), ""), "");
        Assert.DoesNotMatch(@"@[A-Za-z0-9]", text);
        Assert.DoesNotMatch(@"(?<!&)#[0-9]", text);
        Assert.DoesNotMatch(@"(?i)(https?://|www\.[a-z]|<script)", text);
    }

    [Fact]
    public void Rows_of_tables_have_as_many_cells_as_their_head()
    {
        foreach (var row in SummaryReport.Render(SampleReports.All["hostile"]).Split('\n').Where(row => row.StartsWith("| ", StringComparison.Ordinal)))
        {
            Assert.Equal(4, Regex.Count(row, @"(?<!\\)\|"));
        }
    }

    [Fact]
    public void Json_has_all_checks_or_all_problems()
    {
        foreach (var report in SampleReports.All.Values)
        {
            var json = JsonNode.Parse(JsonReport.Render(report))!;
            Assert.Equal(report.Checks.Count > 0, json["checks"] is JsonArray { Count: > 0 });
            Assert.Equal(report.Checks.Count == 0, json["problems"] is JsonArray { Count: > 0 });
        }
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes()
    {
        foreach (var report in SampleReports.All.Values)
        {
            Assert.Equal(SarifReport.Render(report), SarifReport.Render(report));
            Assert.Equal(SummaryReport.Render(report), SummaryReport.Render(report));
        }
    }

    [Theory]
    [InlineData(2_000)]
    [InlineData(5_000)]
    [InlineData(20_000)]
    [InlineData(900 * 1024)]
    public void A_summary_is_cut_between_rows_and_closes_what_is_open(int limit)
    {
        foreach (var report in SampleReports.All.Values)
        {
            var (whole, cut) = (SummaryReport.Render(report, limit: int.MaxValue), SummaryReport.Render(report, limit: limit));
            Assert.InRange(Encoding.UTF8.GetByteCount(cut), 0, limit);
            if (cut != whole)
            {
                var rows = cut.Split('\n');
                Assert.Matches(@"\*\*[0-9]+ rows omitted\*\*", rows[^2]);
                Assert.Equal(rows.Count(row => row.StartsWith("<details", StringComparison.Ordinal)), rows.Count(row => row.StartsWith("</details", StringComparison.Ordinal)));
                Assert.Equal(0, rows.Count(row => row.StartsWith("```", StringComparison.Ordinal)) % 2);
            }
        }
    }

    [Fact]
    public void Without_room_a_summary_is_empty() => Assert.Equal("", SummaryReport.Render(SampleReports.All["blockers"], limit: -5));

    private static void AssertHarmless(string text)
    {
        Assert.DoesNotMatch(@"(?i)##(\[|vso)", text);
        Assert.DoesNotContain('\r', text);
        Assert.DoesNotContain('\u001b', text);
        Assert.DoesNotContain('\u202E', text);
        Assert.All(text.Split('\n'), line => Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line));
    }

    [GeneratedRegex(@"\x1b\[[0-9;]+m")]
    private static partial Regex Ansi();

    [GeneratedRegex("(?<!`|\\\\)`[^`\n]+`(?!`)")]
    private static partial Regex CodeSpans();

    [GeneratedRegex(@"^(`{3,})sh\n(.*?\n)*?\1$", RegexOptions.Multiline)]
    private static partial Regex Fences();
}
