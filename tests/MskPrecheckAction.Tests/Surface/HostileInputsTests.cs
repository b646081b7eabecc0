using System.Text.Json;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MskPrecheckAction.Inputs;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

/// <summary>Words, INPUT_ variables and what a runner sets, at random: 700 cases, or 60,000 with <c>MSK_PRECHECK_LONG=1</c>.</summary>
public sealed partial class HostileInputsTests
{
    private static readonly int CasesEach = Environment.GetEnvironmentVariable("MSK_PRECHECK_LONG") == "1" ? 50_000 : 500;

    // Every one writes its reports to a disk.
    private static readonly int RunsEach = CasesEach / (CasesEach > 500 ? 10 : 5);

    // No path among them leads out of the rig's folder: a run at a console writes wherever it is told to.
    private static readonly string[] Values =
    [
        "", " ", "\n", "true", "FALSE", "yes", "0", "1", "-1", "3600", "99999999999999999999", "1e3", "\u0663", "blocker", "Warning", "never", "never,blocker", "W04", "w04,B11\nI01", "W99", ",,,", "blocker\r\nW04",
        "migration.yaml", "./migration.yaml", "nowhere.yaml", "folder", "folder/", "folder/../migration.yaml", ".", "~", "a\nb", "\u001b[31m", "::error::x", "##vso[task.complete]x",
        "%0A::error::x", "$(undefined)", "${HOME}", "`id`", "$(id)", "'", "\"", "\\", "\u202e", "\ud83d\ude00", "\ufeff", "ü", "\ud800", "--config", "-", "--", "=", "a=b", "<!-- -->", "*", "out", "out/deeper", "github", "azure", "none",
        new('x', 300), new('x', 70_000), string.Concat(Enumerable.Repeat("folder/../", 200)), string.Join(',', Enumerable.Repeat("W04", 5000)), string.Join(',', Enumerable.Range(0, 20_000)),
    ];

    private static readonly string[] Names =
    [
        .. InputCatalog.All.SelectMany(input => new[] { "INPUT_" + input.Name.ToUpperInvariant(), "INPUT_" + input.Option[2..].ToUpperInvariant(), "input_" + input.Name }),
        "INPUT_", "INPUT_ ", "INPUT_IMAGE", "MSK_PRECHECK_CI", "GITHUB_ACTIONS", "TF_BUILD", "SYSTEM_JOBID", "SYSTEM_JOBATTEMPT", "SYSTEM_HOSTTYPE",
        "RUNNER_DEBUG", "SYSTEM_DEBUG", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN",
    ];

    private static readonly string[] Words =
    [
        "run", "demo", "codes", "explain", "collect", "help", "version", "--help", "-h", "--version", "B11", "--nonsense", .. InputCatalog.All.Select(input => input.Option), "--out", "--output", "--format",
    ];

    private static readonly Gen<(List<(string Name, string Value)> Variables, List<string> Words)> Cases = Gen.Elements(Names).Zip(Gen.Elements(Values)).ListOf()
        .Zip(Gen.Frequency((3, Gen.Elements(Words)), (1, Gen.Elements(Values)), (1, Gen.Elements(Words).Zip(Gen.Elements(Values)).Select(one => $"{one.Item1}={one.Item2}"))).ListOf());

    [Fact]
    public void A_live_run_ends_as_it_should_whatever_it_is_given() => Check([]);

    [Fact]
    public void A_replay_ends_as_it_should_whatever_it_is_given() => Check(["run", "--snapshot", "snapshot.json"]);

    [Fact]
    public void Inputs_are_taken_or_refused_in_few_words() => Prop.ForAll(Cases.ToArbitrary(), one =>
    {
        var line = CommandLine.Parse([.. one.Words]);
        var variables = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in one.Variables) variables[name] = value;
        var given = new GivenInputs(line.Verb.Name, line.Given, variables);
        _ = (CheckCodes.Policy(given), CheckCodes.Skipped(given), RunLimit.Read(given), given.Boolean(InputCatalog.Sarif), given.Text(InputCatalog.Config));
        Assert.All([.. line.Problems, .. given.Problems], problem => Assert.True(problem[^1] is '.' && problem.Length < 4000, problem));
        Assert.True(given.Problems.Count < 40, $"{given.Problems.Count} problems");
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(CasesEach));

    private static void Check(string[] first)
    {
        using var rig = new ProgramRig();
        Directory.CreateDirectory(Path.Combine(rig.Folder, "folder"));
        Assert.Equal(0, rig.RunAsync("collect").GetAwaiter().GetResult());
        Prop.ForAll(Cases.ToArbitrary(), one => EndsWell(first, one.Variables, one.Words)).Check(Config.QuickThrowOnFailure.WithMaxTest(RunsEach));
    }

    private static void EndsWell(string[] first, List<(string Name, string Value)> variables, List<string> words)
    {
        using var rig = new ProgramRig();
        Directory.CreateDirectory(Path.Combine(rig.Folder, "folder"));
        File.Copy(Path.Combine(Golden.Root, "src/MskPrecheckAction/Demo/snapshot.json"), Path.Combine(rig.Folder, "snapshot.json"));
        foreach (var (name, value) in variables.Take(6)) rig.Variables[name] = value;

        var exit = rig.RunAsync([.. first, .. words.Take(6)]).GetAwaiter().GetResult();

        var said = rig.Out + rig.Error;
        Assert.True(exit is 0 or 1 or 2 or 3, $"exit {exit}: {said}");
        Assert.DoesNotContain("System.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("has a defect", said, StringComparison.Ordinal);
        if (exit == 2) Assert.NotEmpty(said);
        if (rig.Has("msk-precheck/msk-precheck.json")) Assert.Equal(exit, ExitOf(rig.Read("msk-precheck/msk-precheck.json")));
        // What a host would take for a command is there only where the program means it.
        Assert.DoesNotMatch(Command(), said);
    }

    private static int ExitOf(string report)
    {
        using var json = JsonDocument.Parse(report);
        return json.RootElement.GetProperty("exitCode").GetInt32();
    }

    [GeneratedRegex(@"\x1b|(^|[\r\n])\s*::error::x|##vso\[task\.complete\]x")]
    private static partial Regex Command();
}
