using System.Text.RegularExpressions;
using MskPrecheckAction.Tests.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

/// <summary>The process in surroundings that nobody wishes for: one sentence and the right exit code, never a stack trace and never a wait without end.</summary>
public sealed partial class SurroundingsTests : IDisposable
{
    private const string Replay = "$PRECHECK run --snapshot snapshot.json";

    private readonly ProgramInShell program = new();

    [Fact]
    public async Task A_pipe_in_a_files_place_is_not_waited_for()
    {
        NamedPipe.Make(program.Path("pipe"));

        var (exit, _, error) = await program.ShellAsync(Replay + " --config pipe");

        Assert.Equal(2, exit);
        Assert.Contains("'pipe' cannot be read (nothing came from it for 10 s, as from a pipe that nobody writes to).", error, StringComparison.Ordinal);
        Assert.Contains("\"verdict\": \"invalid\"", program.Read("msk-precheck/msk-precheck.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signal_ends_what_waits_for_something_that_never_comes()
    {
        (program.Variables["GITHUB_ACTIONS"], program.Variables["GITHUB_OUTPUT"]) = ("true", NamedPipe.Make(program.Path("pipe")));

        // The report is there before the outputs are handed over.
        var (exit, _, _) = await program.ShellAsync($"{Replay} & until [ -e msk-precheck/summary.md ]; do sleep 0.1; done; kill -TERM $!; wait $!");

        Assert.Equal(143, exit);
    }

    [Fact]
    public async Task Files_may_come_by_pipes_that_bring_something()
    {
        var (exit, output, error) = await program.ShellAsync("$PRECHECK run --config <(cat migration.yaml) --snapshot /dev/stdin < snapshot.json");

        Assert.Equal((1, ""), (exit, error));
        Assert.StartsWith("BLOCKED: 2 blockers", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Replay + " >&-", 1, "Standard output cannot be written (")]
    [InlineData(Replay + " >/dev/full", 1, "Standard output cannot be written (No space left on device)")]
    [InlineData(Replay + " --fail-on never >/dev/full", 2, "Standard output cannot be written (No space left on device)")]
    [InlineData("$PRECHECK codes --format json >/dev/full", 2, "Standard output cannot be written (No space left on device)")]
    [InlineData("$PRECHECK --help >/dev/full", 2, "Standard output cannot be written (No space left on device)")]
    public async Task Words_that_are_lost_change_no_verdict_and_are_no_pass(string line, int code, string said)
    {
        var (exit, _, error) = await program.ShellAsync(line);

        Assert.Equal((code, true), (exit, error.StartsWith(said, StringComparison.Ordinal)));
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Theory]
    [InlineData(Replay + " >&- 2>&-", 1)]
    [InlineData(Replay + " >&- 2>&- <&-", 1)]
    [InlineData(Replay + " --nonsense 2>&-", 2)]
    [InlineData(Replay + " --nonsense 2>/dev/full", 2)]
    [InlineData(Replay + " | head -1 >/dev/null; exit ${PIPESTATUS[0]}", 1)]
    [InlineData(Replay + " | true; exit ${PIPESTATUS[0]}", 1)]
    public async Task Nobody_has_to_listen(string line, int code)
    {
        var (exit, _, error) = await program.ShellAsync(line);

        Assert.Equal((code, ""), (exit, error));
        Assert.Contains($"\"exitCode\": {code}", program.Read("msk-precheck/msk-precheck.json"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_whose_log_is_lost_hands_its_outputs_over_all_the_same()
    {
        (program.Variables["GITHUB_ACTIONS"], program.Variables["GITHUB_OUTPUT"]) = ("true", program.Path("outputs"));

        var (exit, _, _) = await program.ShellAsync(Replay + " >/dev/full");

        Assert.Equal(1, exit);
        Assert.Contains("\nblocked\n", program.Read("outputs"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("demo")]
    [InlineData("codes")]
    public async Task A_working_directory_that_is_gone_is_told(string verb)
    {
        var (exit, output, error) = await program.ShellAsync($"mkdir gone && cd gone && rmdir ../gone && $PRECHECK {verb}");

        Assert.Equal((2, "", "The working directory does not exist any more: change to one that does.\n"), (exit, output, error));
    }

    [Theory]
    [InlineData("env -u HOME TMPDIR=/nowhere")]
    [InlineData("env -i \"DOTNET_ROOT=$DOTNET_ROOT\" \"PATH=$PATH\"")]
    [InlineData("env TZ=Nowhere/Land LANG=xx_YY.UTF-99 LC_ALL=tr_TR.UTF-8")]
    [InlineData("env TZ=Asia/Kolkata LANG=de_DE.UTF-8 DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=0")]
    [InlineData("env 'A B=c' 'INPUT_=x' 'INPUT_ =y' AWS_PROFILE=nowhere AWS_REGION=nowhere-9 HTTPS_PROXY=http://127.0.0.1:1")]
    [InlineData("env DOTNET_gcServer=1 DOTNET_PROCESSOR_COUNT=1 DOTNET_TieredCompilation=0 DOTNET_EnableDiagnostics=0")]
    public async Task The_same_files_give_the_same_bytes_wherever_the_process_runs(string surroundings)
    {
        var usual = await program.ShellAsync(Replay);
        string[] names = ["msk-precheck.json", "msk-precheck.sarif", "summary.md"];
        string[] files = [.. names.Select(name => program.Read("msk-precheck/" + name))];

        Assert.Equal(usual, await program.ShellAsync($"{surroundings} {Replay}"));

        Assert.Equal((1, ""), (usual.Exit, usual.Error));
        Assert.Equal(files, names.Select(name => program.Read("msk-precheck/" + name)));
    }

    [Theory]
    [InlineData("mkdir -p msk-precheck/msk-precheck.json", "msk-precheck.json' cannot be written (")]
    [InlineData("touch msk-precheck", "Input 'outputDirectory' is 'msk-precheck': it is a file.")]
    public async Task What_is_in_the_reports_way_is_told(string before, string said)
    {
        var (exit, _, error) = await program.ShellAsync($"{before}; {Replay}");

        Assert.Equal(2, exit);
        Assert.Contains(said, error, StringComparison.Ordinal);
        Assert.DoesNotMatch(StackTrace(), error);
    }

    [Fact]
    public async Task A_link_in_a_reports_place_is_replaced_and_not_followed()
    {
        var (exit, _, _) = await program.ShellAsync($"echo precious > mine; mkdir msk-precheck; ln -s ../mine msk-precheck/msk-precheck.json; {Replay}");

        Assert.Equal((1, "precious\n"), (exit, program.Read("mine")));
        Assert.StartsWith("{", program.Read("msk-precheck/msk-precheck.json"), StringComparison.Ordinal);
    }

    public void Dispose() => program.Dispose();

    [GeneratedRegex(@"^ +at \w+(\.\w+)+\(", RegexOptions.Multiline)]
    private static partial Regex StackTrace();
}
