using System.Text.Json;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class InvalidRunTests : IDisposable
{
    private readonly ProgramRig rig = new ProgramRig().OnGitHub();
    private readonly FakeCollector collector = FakeCollector.Of(Given.AllGreen.Snapshot);

    public InvalidRunTests() => rig.Collector = collector;

    [Fact]
    public async Task Everything_that_is_wrong_comes_at_once_and_no_cluster_is_asked()
    {
        rig.Write("migration.yaml", ProgramRig.GreenFile.Replace("mode: tls", "mode: tsl", StringComparison.Ordinal));
        (rig.Variables["INPUT_FAILON"], rig.Variables["INPUT_SARIF"], rig.Variables["INPUT_TEMPLATE"]) = ("blocer", "maybe", "nowhere.md");

        Assert.Equal(2, await rig.RunAsync("run", "--timeout-seconds=soon", "--nonsense"));

        Assert.Equal(0, collector.Calls);
        using var report = JsonDocument.Parse(rig.Read("msk-precheck/msk-precheck.json"));
        string[] problems = [.. report.RootElement.GetProperty("problems").EnumerateArray().Select(one => one.GetProperty("message").GetString()!)];
        Assert.Equal(7, problems.Length);
        foreach (var part in new[] { "--nonsense", "'failOn' is 'blocer'", "'sarif' is 'maybe'", "'template' is 'nowhere.md'", "'timeoutSeconds' is 'soon'", "source.auth.mode", "target.auth.mode" })
        {
            Assert.Contains(problems, problem => problem.Contains(part, StringComparison.Ordinal));
        }

        Assert.Equal(["msk-precheck.json", "msk-precheck.sarif", "summary.md"], rig.Written().Keys);
        Assert.Equal(("invalid", "2", ""), (rig.Outputs()["verdict"], rig.Outputs()["exitCode"], rig.Outputs()["sarifFile"]));
    }

    [Fact]
    public async Task No_file_is_written_where_the_folder_is_wrong()
    {
        Assert.Equal(2, await rig.RunAsync("run", "--out", "../elsewhere"));

        Assert.Contains("Input 'outputDirectory' is '../elsewhere'", rig.Out, StringComparison.Ordinal);
        Assert.Equal(("invalid", "", ""), (rig.Outputs()["verdict"], rig.Outputs()["reportFile"], rig.Outputs()["summaryFile"]));
        Assert.False(Directory.Exists(Path.Combine(rig.Folder, "../elsewhere")));
        Assert.Equal(0, collector.Calls);
    }

    [Fact]
    public async Task A_certificate_that_is_missing_stops_a_live_run_but_no_replay()
    {
        Assert.Equal(0, await rig.RunAsync("collect"));
        rig.Write("migration.yaml", ProgramRig.GreenFile.Replace("mode: tls", "mode: tls\n        ca_path: nowhere.pem", StringComparison.Ordinal));

        Assert.Equal(2, await rig.RunAsync());
        Assert.Equal(2, await rig.RunAsync("collect"));
        Assert.Equal(1, collector.Calls);
        Assert.Equal(0, await rig.RunAsync("run", "--snapshot", "snapshot.json"));
    }

    [Fact]
    public async Task A_disk_that_fills_up_late_is_no_pass()
    {
        rig.Collector = new FakeCollector((_, _, _) =>
        {
            // In the way of the report's name, since the folder was tried.
            Directory.CreateDirectory(Path.Combine(rig.Folder, "msk-precheck/msk-precheck.json"));
            return Task.FromResult(Given.AllGreen.Snapshot);
        });

        Assert.Equal(2, await rig.RunAsync());
        Assert.Contains("msk-precheck.json' cannot be written", rig.Out, StringComparison.Ordinal);
        // Clusters were asked, and what they said is not kept back.
        Assert.Contains("INVALID: not every file could be written (no blockers)", rig.Out, StringComparison.Ordinal);
        Assert.Equal(("invalid", "2", "", "msk-precheck/summary.md"), (rig.Outputs()["verdict"], rig.Outputs()["exitCode"], rig.Outputs()["reportFile"], rig.Outputs()["summaryFile"]));
    }

    [Theory]
    [InlineData("{{ for check in", "Input 'template' is 'mine.md': The summary template fails")]
    [InlineData("{{ nothing.of.the.kind }}", "Input 'template' is 'mine.md': The summary template fails")]
    public async Task A_template_that_fails_is_known_before_any_cluster_is_asked(string template, string problem)
    {
        rig.Write("mine.md", template);

        Assert.Equal(2, await rig.RunAsync("run", "--template", "mine.md"));
        Assert.Contains(problem, rig.Out, StringComparison.Ordinal);
        Assert.Equal(0, collector.Calls);
    }

    [Fact]
    public async Task A_template_of_ones_own_makes_the_summary()
    {
        rig.Write("mine.md", "{{ verdict }} by mine");

        Assert.Equal(0, await rig.RunAsync("run", "--template", "mine.md"));
        Assert.Contains("by mine", rig.Read("msk-precheck/summary.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GITHUB_OUTPUT")]
    [InlineData("GITHUB_STEP_SUMMARY")]
    public async Task A_runner_that_cannot_be_told_is_no_pass(string variable)
    {
        rig.Variables[variable] = rig.Folder;

        Assert.Equal(2, await rig.RunAsync());
        Assert.Contains($"The file of {variable} cannot be written", rig.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("root", rig.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_summary_that_cannot_be_shown_is_in_the_outputs_too()
    {
        rig.Variables["GITHUB_STEP_SUMMARY"] = "/dev/full";

        Assert.Equal(2, await rig.RunAsync());
        Assert.Contains("The file of GITHUB_STEP_SUMMARY cannot be written (No space left on device).", rig.Out, StringComparison.Ordinal);
        Assert.Equal(("invalid", "2", "", "msk-precheck/msk-precheck.json"), (rig.Outputs()["verdict"], rig.Outputs()["exitCode"], rig.Outputs()["sarifFile"], rig.Outputs()["reportFile"]));
    }

    [Fact]
    public async Task A_summary_is_shown_where_the_outputs_cannot_be_told()
    {
        rig.Variables["GITHUB_OUTPUT"] = "/dev/full";

        Assert.Equal(2, await rig.RunAsync());
        Assert.Contains("# ", rig.Handed("summary"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--snapshot", "Input 'snapshot' is 'folder': it cannot be read (it is a folder).")]
    [InlineData("--template", "Input 'template' is 'folder': it cannot be read (it is a folder).")]
    public async Task A_folder_is_called_one(string option, string words)
    {
        Directory.CreateDirectory(Path.Combine(rig.Folder, "folder"));

        Assert.Equal(2, await rig.RunAsync("run", option, "folder"));
        Assert.Contains(words, rig.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verb_that_does_not_exist_makes_no_folder()
    {
        Assert.Equal(2, await rig.RunAsync("colect"));
        Assert.Equal("'colect' is no command. Write one of run, collect, demo, explain, codes (did you mean collect?).\n", rig.Error);
        Assert.False(Directory.Exists(Path.Combine(rig.Folder, "msk-precheck")));
    }

    [Fact]
    public async Task Where_it_runs_must_be_a_word_that_is_known()
    {
        rig.Variables["MSK_PRECHECK_CI"] = "gitlab";

        Assert.Equal(2, await rig.RunAsync());
        Assert.Contains("MSK_PRECHECK_CI is 'gitlab'", rig.Out, StringComparison.Ordinal);
    }

    public void Dispose() => rig.Dispose();
}
