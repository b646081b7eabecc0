using MskPrecheckAction.Engine;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Rendering;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

/// <summary>The README's tables are what the program says; <c>MSK_PRECHECK_ACCEPT=1</c> writes them between their markers.</summary>
public sealed class ReadmeTests
{
    [Fact]
    public void Inputs_are_those_of_the_program() => Between("inputs",
    [
        "| input | default | |",
        "|---|---|---|",
        .. InputCatalog.All.Concat(InputCatalog.LauncherOnly).Select(input => $"| `{input.Name}` | {Default(input)} | {Cell(input.Description)} |"),
    ]);

    [Fact]
    public void Outputs_are_those_of_the_program() => Between("outputs",
    [
        "| output | |",
        "|---|---|",
        .. OutputCatalog.All.Select(output => $"| `{output.Name}` | {Cell(output.Description)} |"),
    ]);

    [Fact]
    public void Checks_are_those_of_the_catalogue() => Between("checks",
        CheckReference.Table(CheckCatalog.All, "docs/checks.md").TrimEnd('\n').Split('\n'));

    [Fact]
    public async Task The_sample_is_what_the_demo_prints()
    {
        using var rig = new ProgramRig();
        Assert.Equal(1, await rig.RunAsync("demo"));

        Between("sample", ["```text", .. Beginning(rig.Out.TrimEnd('\n').Split('\n')), "```"]);
    }

    // The first finding whole, and how it ends: the rest is more of the same.
    private static IEnumerable<string> Beginning(string[] lines) =>
        [.. lines.TakeWhile(line => !line.StartsWith("B12", StringComparison.Ordinal)), "...", "", .. lines.SkipWhile(line => !line.StartsWith("Not determined", StringComparison.Ordinal))];

    private static string Default(InputDefinition input) =>
        input.Default.Length == 0 ? "" : InputCatalog.LauncherOnly.Contains(input) ? input.Default : $"`{input.Default}`";

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static void Between(string name, IEnumerable<string> lines)
    {
        var readme = File.ReadAllText(Path.Combine(Golden.Root, "README.md"));
        var (begin, end) = ($"<!-- begin {name} -->\n", $"<!-- end {name} -->");
        var (from, to) = (readme.IndexOf(begin, StringComparison.Ordinal), readme.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"README.md has lost its markers '{name}'.");

        Golden.Matches("README.md", string.Concat(readme.AsSpan(0, from + begin.Length), string.Concat(lines.Select(line => line + "\n")), readme.AsSpan(to)));
    }
}
