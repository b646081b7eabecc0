using MskPrecheckAction.Rendering;
using Xunit;

namespace MskPrecheckAction.Tests.Rendering;

/// <summary>A template of the user's: what it may do, and what it is told when it may not.</summary>
public sealed class SummaryTemplateTests
{
    [Fact]
    public void The_built_in_template_is_a_valid_template_of_a_user() =>
        Assert.Null(SummaryReport.TemplateProblem(File.ReadAllText(Path.Combine(Golden.Root, "templates", "summary.md")), "templates/summary.md"));

    [Fact]
    public void The_built_in_template_renders_the_same_when_it_is_the_users()
    {
        var template = File.ReadAllText(Path.Combine(Golden.Root, "templates", "summary.md"));
        Assert.All(SampleReports.All.Values, report => Assert.Equal(SummaryReport.Render(report), SummaryReport.Render(report, template)));
    }

    [Fact]
    public void A_template_has_pure_functions() => Assert.Equal(
        "BLOCKED 2 4", SummaryReport.Render(SampleReports.All["blockers"], "{{ verdict | string.upcase }} {{ blockers | array.size }} {{ 3.6 | math.round }}"));

    [Theory]
    [InlineData("a\n{{ if }}\n{{ end }}", 2, "if")]
    [InlineData("a\nb {{ for x in }}", 2, "for")]
    [InlineData("{{ end", 1, "")]
    [InlineData("a\n{{ for x in", 2, "for")]
    [InlineData("a\n\n{{ nobody }}", 3, "nobody")]
    [InlineData("{{ include 'x.md' }}", 1, "include")]
    [InlineData("{{ date.now }}", 1, "date")]
    [InlineData("{{ math.random 1 9 }}", 1, "random")]
    [InlineData("{{ math.uuid }}", 1, "uuid")]
    [InlineData("{{ 'x' | object.eval }}", 1, "object")]
    [InlineData("{{ while true }}{{ end }}", 1, "loop")]
    [InlineData("{{ func f; f; end; f }}", 1, "recursive")]
    [InlineData("{{ x = 'aaaaaaaaaa'; for i in 1..30; x = x + x; end; x }}", 1, "")]
    [InlineData("{{ func f(n); if n < 1; ret ''; end; x = f(n - 1); x = f(n - 1); ret ''; end; f 45 }}", 1, "longer than 5 s")]
    [InlineData("{{ for i in 1..90000; 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'; end }}", 1, "")]
    public void What_a_template_may_not_do_is_said_with_its_line(string template, int line, string word)
    {
        var problem = SummaryReport.TemplateProblem(template, "ops/summary.md");
        Assert.NotNull(problem);
        Assert.Contains(word, problem.Message, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(("ops/summary.md", line), (problem.Location!.File, problem.Location.Line));
        Assert.Contains("the built-in summary", SummaryReport.Render(SampleReports.All["blockers"], template), StringComparison.Ordinal);
    }
}
