using System.Text.Json;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Engine;
using MskPrecheckAction.Output;
using MskPrecheckAction.Tests.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class VerbTests : IDisposable
{
    private readonly ProgramRig rig = new();

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("help-run", "run", "--help")]
    [InlineData("help-collect", "help", "collect")]
    [InlineData("help-demo", "demo", "-h")]
    [InlineData("help-explain", "explain", "--help")]
    [InlineData("help-codes", "codes", "--help")]
    public async Task Help_says_what_a_verb_takes(string golden, params string[] words)
    {
        Assert.Equal(0, await rig.RunAsync(words));
        Golden.Matches($"tests/MskPrecheckAction.Tests/Surface/Golden/{golden}.txt", rig.Out);
        Assert.All(rig.Out.Split('\n'), line => Assert.True(line.Length <= 100, line));
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("version")]
    public async Task The_version_is_one_line(string word)
    {
        Assert.Equal(0, await rig.RunAsync(word));
        Assert.Equal($"msk-precheck {ToolVersion.Current}\n", rig.Out);
    }

    [Theory]
    [InlineData("B04")]
    [InlineData("w10")]
    public async Task Explain_tells_all_of_a_check(string code)
    {
        Assert.Equal(0, await rig.RunAsync("explain", code));

        var check = CheckCatalog.Find(code)!;
        foreach (var part in new[] { check.Code, check.Title, check.Source.ToString() }) Assert.Contains(part, rig.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "'explain' takes a check's code, such as 'msk-precheck explain B11'.\n")]
    [InlineData("B99", "'B99' is no check's code; the nearest is B09. 'msk-precheck codes' lists them all.\n")]
    public async Task Explain_knows_its_codes(string code, string problem)
    {
        Assert.Equal(2, await rig.RunAsync(["explain", .. code.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));
        Assert.Equal(("", problem), (rig.Out, rig.Error));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("json")]
    public async Task Codes_lists_every_check(string format)
    {
        Assert.Equal(0, await rig.RunAsync("codes", "--format", format));
        Assert.All(CheckCatalog.All, check => Assert.Contains(check.Code, rig.Out, StringComparison.Ordinal));
        if (format == "json") JsonDocument.Parse(rig.Out).Dispose();
    }

    [Fact]
    public async Task Codes_knows_its_formats()
    {
        Assert.Equal(2, await rig.RunAsync("codes", "--format", "xml"));
        Assert.Equal("Input 'format' is 'xml': write text, markdown or json.\n", rig.Error);
    }

    [Fact]
    public async Task Collect_counts_what_it_could_not_read()
    {
        rig.Collector = FakeCollector.Of(Given.AllGreen.NoNodes(Side.Source).Topics(Given.UnreadTopic("a"), Given.UnreadTopic("b")).Snapshot);

        Assert.Equal(0, await rig.RunAsync("collect", "--output", "out/pair.json"));
        Assert.Equal(
            """
            Wrote out/pair.json: 3 things could not be read.
              ListNodes: access to ListNodes denied (it takes kafka:ListNodes)
              configs of 'a': TOPIC_AUTHORIZATION_FAILED (it takes DESCRIBE_CONFIGS on Topic)
              configs of 'b': TOPIC_AUTHORIZATION_FAILED (it takes DESCRIBE_CONFIGS on Topic)

            """,
            rig.Out);
    }

    [Theory]
    [InlineData("..", "it is a folder")]
    [InlineData("migration.yaml/x.json", "it cannot be written")]
    public async Task Collect_tries_its_file_before_it_asks(string output, string problem)
    {
        var collector = FakeCollector.Of(Given.AllGreen.Snapshot);
        rig.Collector = collector;

        Assert.Equal(2, await rig.RunAsync("collect", "--output", output));
        Assert.Contains(problem, rig.Error, StringComparison.Ordinal);
        Assert.Equal(0, collector.Calls);
    }

    [Fact]
    public async Task Collect_takes_no_devices_place()
    {
        NamedPipe.Make(Path.Combine(rig.Folder, "pipe"));

        Assert.Equal(2, await rig.RunAsync("collect", "--output", "pipe"));
        Assert.Contains("Input 'output' is 'pipe': it is a device or a pipe. Write the path of a file.", rig.Error, StringComparison.Ordinal);
        Assert.True(LinuxFile.IsSpecial(Path.Combine(rig.Folder, "pipe")));
    }

    [Fact]
    public async Task Collect_writes_through_a_link_and_leaves_it()
    {
        File.CreateSymbolicLink(Path.Combine(rig.Folder, "latest.json"), "pair.json");

        Assert.Equal(0, await rig.RunAsync("collect", "--output", "latest.json"));
        Assert.Equal("pair.json", new FileInfo(Path.Combine(rig.Folder, "latest.json")).LinkTarget);
        Assert.StartsWith("{", rig.Read("pair.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demo_shows_every_kind_of_outcome_and_ends_as_run_would()
    {
        Assert.Equal(1, await rig.RunAsync("demo"));

        using var report = JsonDocument.Parse(rig.Read("msk-precheck/msk-precheck.json"));
        var counts = report.RootElement.GetProperty("counts");
        Assert.All(["blocker", "warning", "info", "undetermined", "passed"], kind => Assert.NotEqual(0, counts.GetProperty(kind).GetInt32()));
        Assert.Contains(report.RootElement.GetProperty("checks").EnumerateArray(), check => check.GetProperty("outcome").GetString() == "passed" && check.TryGetProperty("remark", out _));
        Assert.Equal(["msk-precheck.json", "msk-precheck.sarif", "summary.md"], rig.Written().Keys);
        Assert.Equal("", rig.Error);
    }

    public void Dispose() => rig.Dispose();
}
