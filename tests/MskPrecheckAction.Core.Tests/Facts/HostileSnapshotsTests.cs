using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using FsCheck;
using FsCheck.Fluent;
using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Engine;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Facts.Json;
using MskPrecheckAction.Rendering;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.Tests.Configuration;
using Xunit;
using Replay = MskPrecheckAction.Engine.Replay;

namespace MskPrecheckAction.Tests.Facts;

/// <summary>Random and damaged recordings, down to the reports: 2,500 cases, or 250,000 with <c>MSK_PRECHECK_LONG=1</c>.</summary>
public sealed partial class HostileSnapshotsTests
{
    private static readonly int CasesEach = Environment.GetEnvironmentVariable("MSK_PRECHECK_LONG") == "1" ? 50_000 : 500;

    private static readonly string Demo = File.ReadAllText(Path.Combine(Golden.Root, "src/MskPrecheckAction/Demo/snapshot.json"));

    private static readonly MigrationFile DemoFile = ReadFile(File.ReadAllText(Path.Combine(Golden.Root, "src/MskPrecheckAction/Demo/migration.yaml")));

    private static readonly MigrationFile PairFile = ReadFile(Migration.Valid.Replace("mode: iam", "mode: tls", StringComparison.Ordinal)
        .Replace("arn:aws:kafka:eu-central-1:111122223333:cluster/orders/1f2e3d4c-0000-4000-8000-000000000001-7", Given.SourceArn, StringComparison.Ordinal)
        .Replace("arn:aws:kafka:eu-central-1:111122223333:cluster/orders-kraft/9a8b7c6d-0000-4000-8000-000000000002-7", Given.TargetArn, StringComparison.Ordinal));

    // What a damaged byte, a careless hand or another program may leave in a place.
    private static readonly string[] Tokens =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u0000", "\\ud800", "\\u202e", "\\\"", "null", "true", "false", "0", "-1", "1e400", "99999999999999999999", "0.5", "00", "\"\"", "\"a\"", "{}", "[]",
        "{\"value\":null}", "{\"gap\":{}}", "{\"gap\":null}", "\"value\":", "\"gap\":", "\"error\":null,", "\"schemaVersion\":2,", "\"coverage\":\"complete\",", "\"items\":[],", "\n", "\r\n", "\t", "//", "/*", "\0",
        "\u001b[31m", "\u2028", "\uFEFF", "\ud83d\ude00", "ü", "NaN", "::error::x\n", "##vso[task.complete]", "<!-- -->", "@all", "|", "`", new string('9', 400), new string('[', 200), new string('x', 2000),
    ];

    private static readonly string[] Garbage = ["\"\"", "\" \"", "\"?\"", "\"-\"", "\"NaN\"", "\"1e6\"", "\"0x7fffffff\"", "\"99999999999999999999\"", "\"-99\"", "\"\u0661\u0662\"", "\"3.\"", "\".kraft\"", "\"999999999999.9\"", "\"unbekannt\"", "\"\\u0000\""];

    private static readonly (MigrationFile File, string Text, string[] Acquitted)[] Wholes =
    [
        .. new[] { (DemoFile, Demo), (PairFile, Written(Given.AllGreen.Snapshot)), (PairFile, Written(RemovedFactsTests.EverythingWrong().Snapshot)) }
            .Select(one => (one.Item1, one.Item2, Acquitted(Survives(one.Item1, Encoding.UTF8.GetBytes(one.Item2))!))),
    ];

    [Fact]
    public void Random_bytes_are_refused_with_a_place() =>
        Check(Gen.Choose(0, 255).ListOf().Select(bytes => bytes.Select(one => (byte)one).ToArray()), bytes => Survives(DemoFile, bytes));

    [Fact]
    public void Random_pieces_of_JSON_are_read_or_refused_with_a_place() =>
        Check(Gen.Elements(Tokens).ListOf().Zip(Gen.Elements("", "{\"schemaVersion\":1,", "{\"schemaVersion\":1,\"source\":")).Select(
            one => Encoding.UTF8.GetBytes(one.Item2 + string.Concat(one.Item1))), bytes => Survives(DemoFile, bytes));

    [Fact]
    public void A_damaged_recording_is_refused_with_a_place_or_judged_whole()
    {
        var edit = Gen.Choose(0, Demo.Length).Zip(Gen.Choose(0, 4)).Zip(Gen.Elements(Tokens));
        Check(
            edit.NonEmptyListOf().Select(edits => Encoding.UTF8.GetBytes(edits.Take(4).Aggregate(Demo, (text, one) => Damage(text, one.Item1.Item1, one.Item1.Item2, one.Item2)))),
            bytes => Survives(DemoFile, bytes));
    }

    [Fact]
    public void What_is_nested_however_deep_is_refused_with_a_place()
    {
        var opener = Gen.Elements("[", "{\"a\":", "[{\"a\":", "{\"value\":", "{\"gap\":", "[[", "{\"value\":[");
        Check(
            opener.Zip(Gen.Choose(1, 20_000)).Zip(Gen.Choose(0, Demo.Length)).Select(one => Encoding.UTF8.GetBytes(Demo.Insert(one.Item2, string.Concat(Enumerable.Repeat(one.Item1.Item1, one.Item1.Item2))))),
            bytes => Survives(DemoFile, bytes));
    }

    /// <summary>The property the program stands for, at every place of a recording: what is taken away, of the wrong type or without sense is refused or not known, and never a pass.</summary>
    [Fact]
    public void What_is_damaged_never_makes_a_check_pass()
    {
        var edit = Gen.Choose(0, int.MaxValue - 1).Zip(Gen.Choose(0, 12)).Zip(Gen.Elements(Garbage));
        Check(Gen.Choose(0, Wholes.Length - 1).Zip(edit.NonEmptyListOf()), one =>
        {
            var (file, text, acquitted) = Wholes[one.Item1];
            var root = JsonNode.Parse(text)!;
            foreach (var ((place, kind), garbage) in one.Item2.Take(3)) Spoil(root, place, kind, garbage);
            var damaged = root.ToJsonString();
            if (Survives(file, Encoding.UTF8.GetBytes(damaged)) is not { } after) return;

            var began = Acquitted(after).Except(acquitted).ToList();
            Assert.True(began.Count == 0, $"{string.Join(", ", began)}: {Difference(text, damaged)}");
        });
    }

    private static string[] Acquitted(Report report) =>
        [.. report.Checks.Where(check => check.Outcome is ReportedOutcome.Passed or ReportedOutcome.NotApplicable).Select(check => check.Code)];

    private static string Difference(string text, string damaged)
    {
        var whole = JsonNode.Parse(text)!.ToJsonString();
        var same = whole.Zip(damaged).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"'{whole.Substring(Math.Max(0, same - 120), Math.Min(240, whole.Length - Math.Max(0, same - 120)))}' became '{damaged.Substring(Math.Max(0, same - 120), Math.Min(240, damaged.Length - Math.Max(0, same - 120)))}'";
    }

    // Takes knowledge away at one place, whatever stands there.
    private static void Spoil(JsonNode root, int place, int kind, string garbage)
    {
        List<(JsonNode Parent, string? Name, int Index)> places = [];
        Collect(root, places);
        if (places.Count == 0) return;
        var (parent, name, index) = places[place % places.Count];
        var old = name is null ? parent[index] : parent[name];
        // A wrong type is nearly always refused at once: most cases keep the type, so that checks get to see them.
        var changed = JsonNode.Parse((kind, old) switch
        {
            (1, _) => "{}",
            (2, _) => "[]",
            (_, JsonObject { Count: 1 } fact) when fact.ContainsKey("value") => "{\"gap\":{\"asked\":\"something\",\"cause\":\"timeout\",\"reason\":\"no answer\"}}",
            (_, JsonArray) => "[]",
            (_, JsonValue value) when value.GetValueKind() is JsonValueKind.Number => kind % 2 == 0 ? "0" : "-1",
            (_, not null) when name == "coverage" => "\"unknown\"",
            // No policy at all is one that a topic may have.
            _ when string.IsNullOrWhiteSpace(garbage.Trim('"')) && parent.Parent is JsonObject && parent.GetPropertyName() == "cleanup.policy" => "\"?\"",
            _ => garbage,
        });
        if (kind == 0 && name is not null)
        {
            ((JsonObject)parent).Remove(name);
        }
        else if (name is not null)
        {
            parent[name] = changed;
        }
        else
        {
            parent[index] = changed;
        }
    }

    // All places but those where any text has a sense of its own: names, and what a gap or an error says.
    private static void Collect(JsonNode? node, List<(JsonNode Parent, string? Name, int Index)> places)
    {
        if (node is JsonObject members)
        {
            foreach (var (name, value) in members)
            {
                if (name is "asked" or "reason" or "permission" or "error" or "remark" or "gap" or "name" or "groupId" or "id") continue;
                if (node is JsonObject acl && acl.ContainsKey("principal")) return;
                // An empty list of theirs is what a cluster without any has.
                if (name is not ("items" or "bindings" or "staticInstanceIds")) places.Add((node, name, -1));
                Collect(value, places);
            }
        }
        else if (node is JsonArray list)
        {
            for (var at = 0; at < list.Count; at++)
            {
                places.Add((node, null, at));
                Collect(list[at], places);
            }
        }
    }

    private static string Damage(string text, int place, int kind, string piece)
    {
        var at = Math.Min(place, text.Length);
        var line = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        return kind switch
        {
            0 => text[..at] + piece + text[at..],
            1 => text[..at] + text[Math.Min(text.Length, at + piece.Length)..],
            2 => text[..at] + piece + text[Math.Min(text.Length, at + piece.Length)..],
            3 => text[..line] + text[at..],
            _ => text[..at] + text[line..],
        };
    }

    private static void Check<T>(Gen<T> cases, Action<T> holds) => Prop.ForAll(cases.ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(CasesEach));

    private static void Check(Gen<byte[]> files, Func<byte[], Report?> survives) => Check(files, bytes =>
    {
        survives(bytes);
    });

    // The report, in every form; null where the file is refused, in words that can be shown.
    private static Report? Survives(MigrationFile file, byte[] bytes)
    {
        if (!SnapshotJson.TryRead(new MemoryStream(bytes), "s.json", out var recorded, out var problem))
        {
            var lines = bytes.Count(one => one == (byte)'\n') + 1;
            Assert.True(problem.Location is { File: "s.json", Line: > 0, Column: > 0 } at && at.Line <= lines, problem.ToString());
            Plain(problem);
            return null;
        }

        var (snapshot, others) = Replay.Fit(file, recorded);
        if (snapshot is null)
        {
            Assert.NotEmpty(others);
            Assert.All(others, Plain);
            return null;
        }

        var evidence = new Evidence(file.Plan, snapshot);
        var report = ReportBuilder.Build("0.1.0", file, evidence, Evaluation.Run(CheckCatalog.All, evidence, new HashSet<string>()), FailPolicy.Default);
        Assert.Equal(CheckCatalog.All.Count, report.Checks.Count);
        Assert.All(report.Checks, check => Assert.DoesNotContain(check.Gaps, gap => gap.Reason.StartsWith("the check itself failed", StringComparison.Ordinal)));
        JsonDocument.Parse(JsonReport.Render(report)).Dispose();
        JsonDocument.Parse(SarifReport.Render(report)).Dispose();
        Assert.NotEmpty(SummaryReport.Render(report));
        Assert.DoesNotMatch(Command(), ConsoleReport.Render(report, withColours: false));
        Assert.All(GitHubWorkflowCommands.Annotations(report), line => Assert.DoesNotContain('\n', line));
        Assert.All(AzureLoggingCommands.Issues(report, path => path), line => Assert.DoesNotContain('\n', line));
        return report;
    }

    private static void Plain(ConfigProblem problem)
    {
        Assert.True(problem.Message[^1] is '.' or '?', problem.Message);
        Assert.DoesNotContain(problem.Message, letter => char.IsControl(letter));
        Assert.DoesNotContain("System.", problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Message.Length < 1000, problem.Message);
    }

    private static MigrationFile ReadFile(string yaml) =>
        MigrationFileReader.TryRead("m.yaml", Encoding.UTF8.GetBytes(yaml), _ => null, out var file, out var problems) ? file : throw new InvalidOperationException(string.Join('\n', problems));

    private static string Written(Snapshot snapshot)
    {
        using var stream = new MemoryStream();
        SnapshotJson.Write(snapshot, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    [GeneratedRegex(@"(^|[\r\n])\s*::|##\[|##vso\[|\x1b")]
    private static partial Regex Command();
}
