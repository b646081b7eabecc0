using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Engine;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.Tests.Facts;

namespace MskPrecheckAction.Tests.Rendering;

/// <summary>A report for every case that the renderers have to show. What the checks would really say does not matter here.</summary>
internal static class SampleReports
{
    private const string Long = "a-name-of-249-characters-";

    /// <summary>Everything that could be mistaken for markup, a command or a control sequence.</summary>
    public static IReadOnlyList<string> HostileNames { get; } =
    [
        "a|b", "`x`", "``` ```", "@team", "me@example.com", "#123", "org/repo#1", "GH-12", "::error::x", " ::warning::x", "##vso[task.complete result=Failed;]", "##[error]x", "###[x",
        "]]>", "[text](1)", "[a](javascript:x)", "<script>alert(1)</script>", "<!-- x", "</details>", "&lt;", "$x$", "*bold* _em_ ~~gone~~", "two\nlines", "two\r\n::error::lines", "lone\rcarriage",
        "tab\tbed", "\u001b[31mred\u001b[0m", "\u202Egnp.exe", "zero\u200Bwidth", "topic-ü-日本語-العربية", "www.example.com", "https://example.com/x", ":boom:", "back\\slash", "{{ 1 + 1 }}", "%0A%AZP25%",
        "\ud800", "'quote'", string.Concat(Enumerable.Repeat(Long, 10))[..249],
    ];

    public static IReadOnlyDictionary<string, Report> All { get; } = new Dictionary<string, Report>
    {
        ["all-clear"] = AllClear(),
        ["blockers"] = Blockers(),
        ["undetermined"] = Undetermined(),
        ["many-blockers"] = ManyBlockers(),
        ["invalid"] = Invalid(),
        ["many-problems"] = ManyProblems(),
        ["skipped"] = Skipped(),
        ["hostile"] = Hostile(),
        ["defect"] = Invalid() with { Verdict = Verdict.Error, ExitCode = ExitCode.Error, Problems = [new("NullReferenceException in Evaluation: please report this.", null)] },
    };

    private static Report AllClear() => Judged(
        Passed("B12", "no topic overrides max.message.bytes; 1048576 is the broker's built-in default and followers take the first batch whole"),
        Not("I01", "the target's auth mode is plaintext"));

    private static Report Blockers() => Judged(
        Failed("B04", "target.cluster_arn", 12, ("mode", "ZOOKEEPER"), ("target_arn", SampleSnapshots.TargetArn), ("region", "eu-central-1")),
        Failed(
            "B11", "target.cluster_arn", 12, ("value", "1048588"), ("max", "2097152"), ("topic", "orders.v2"), ("target_arn", SampleSnapshots.TargetArn), ("region", "eu-central-1")),
        With("W10", "source.cluster_arn", 6, [.. Enumerable.Range(1, 300).Select(i => $"orders.topic-{i:D4}: retention.ms={i}000 (override)")],
            ("count", "300"), ("topics", "orders.topic-0001(1000ms), orders.topic-0002(2000ms), +298 more")),
        With("W05", "source.cluster_arn", 6, ["payments: payments-0, payments-1"], ("summary", "payments (2)")),
        Failed("I01", "target.auth.mode", 16),
        Unknown("W06", new Gap("__transaction_state of the source cluster", GapCause.AccessDenied, "TOPIC_AUTHORIZATION_FAILED", "READ on Topic __transaction_state")),
        Passed("W07", "judged on the 120 topics that this principal may describe"),
        Not("W08", "the target's auth mode is iam")) with
    { Notes = [new("'sorce' is not a key of this block; did you mean 'source'?", At(5, 5, 10))] };

    private static Report Undetermined()
    {
        var denied = new Gap("DescribeClusterV2 of the target cluster", GapCause.AccessDenied, "AccessDeniedException: not authorized", "kafka:DescribeClusterV2");
        return Judged(
            Unknown("B02", denied), Unknown("B04", denied), Unknown("B06", denied), Unknown("W01", denied),
            Unknown("B08", new Gap("HeadBucket of 'evidence'", GapCause.Cancelled, "the run was stopped before the answer came"))) with
        { CutShort = "the run's limit of 300 s was reached" };
    }

    private static Report ManyBlockers() => Judged([.. CheckCatalog.All.Where(check => check.Level is Level.Blocker).Select((check, at) =>
        Failed(check.Code, "source.cluster_arn", at + 3, ("error", "TCP: connection refused")))]);

    private static Report Invalid() => ReportBuilder.Invalid("0.1.0", "ops/migration.yaml",
    [
        new("source.cluster_arn is not an MSK cluster's ARN: write arn:aws:kafka:<region>:<account>:cluster/<name>/<uuid>.", At(4, 18, 24)),
        new("failOn: 'blokker' is not one of blocker, warning, never.", null),
    ]);

    private static Report ManyProblems() =>
        ReportBuilder.Invalid("0.1.0", "ops/migration.yaml", [.. Enumerable.Range(1, 14).Select(i => new ConfigProblem($"Problem {i}.", At(i, 3, 9)))]);

    private static Report Skipped() => Judged(new("B07", check => new(check, ReportedOutcome.Skipped)), new("W02", check => new(check, ReportedOutcome.Skipped)));

    private static Report Hostile()
    {
        var names = HostileNames;
        var report = Judged(
            new("B09", check => new(check, ReportedOutcome.Failed)
            {
                Findings = [.. names.Select(name => new ReportedFinding(
                    new Finding($"source Kafka protocol not reachable: {name}", "source.cluster_arn", check.Fix.Fill([("source_arn", name), ("region", name), ("mode", name)])) { Details = [name, "x " + name] },
                    At(6, 5, 9) with { File = "ops/a b,c;d%:[x]#1.yaml" }))],
            }),
            With("W05", "source.cluster_arn", 6, names, ("summary", string.Join(", ", names))),
            new("W06", check => new(check, ReportedOutcome.Undetermined) { Gaps = [.. names.Select(name => new Gap($"configs of topic '{name}'", GapCause.AccessDenied, name, name))] }),
            Passed("W07", string.Join(' ', names)),
            Not("W08", string.Join(' ', names)));
        return report with
        {
            ConfigPath = "ops/a b,c;d%:[x]#1.yaml",
            CutShort = names[20],
            Notes = [.. names.Select(name => new ConfigProblem($"'{name}' is not a key of this block.", At(3, 3, 4)))],
            Clusters = new(report.Clusters!.Source with { Version = "3.6|`<b>@x", MetadataMode = names[^1] }, report.Clusters.Target),
        };
    }

    private static Report Judged(params IReadOnlyList<Judgement> judgements)
    {
        ReportedCheck[] checks = [.. CheckCatalog.All.Select(check =>
            judgements.FirstOrDefault(one => one.Code == check.Code)?.Make(check) ?? new ReportedCheck(check, ReportedOutcome.Passed))];
        var (verdict, exitCode) = Reporting.Judgement.Of(checks, FailPolicy.Default);
        return new Report
        {
            ToolVersion = "0.1.0",
            ConfigPath = "ops/migration.yaml",
            Verdict = verdict,
            ExitCode = exitCode,
            Checks = checks,
            CollectedAt = new DateTimeOffset(2026, 11, 22, 19, 30, 0, TimeSpan.Zero),
            Clusters = new(
                new(SampleSnapshots.SourceArn, "orders-zk", "eu-central-1", "scram-sha-512") { Version = "3.6.0", MetadataMode = "ZOOKEEPER", Brokers = 3, Topics = new SeenCount(1204), Groups = new SeenCount(57) },
                new(SampleSnapshots.TargetArn, "orders-kraft", "eu-central-1", "iam") { Version = "3.9.x.kraft", MetadataMode = "KRAFT", Brokers = 3, Topics = new SeenCount(0) }),
        };
    }

    private static Location At(int line, int column, int end) => new("ops/migration.yaml", line, column, line, end);

    private static Judgement Passed(string code, string remark) => new(code, check => new(check, ReportedOutcome.Passed) { Remark = remark });

    private static Judgement Not(string code, string because) => new(code, check => new(check, ReportedOutcome.NotApplicable) { Because = because });

    private static Judgement Unknown(string code, Gap gap) => new(code, check => new(check, ReportedOutcome.Undetermined) { Gaps = [gap] });

    private static Judgement Failed(string code, string path, int line, params IReadOnlyList<(string Name, string Value)> values) => With(code, path, line, [], values);

    private static Judgement With(string code, string path, int line, IReadOnlyList<string> details, params IReadOnlyList<(string Name, string Value)> values) =>
        new(code, check => new(check, ReportedOutcome.Failed)
        {
            Findings = [new(new Finding(Filled(check.Message, values), path, check.Fix.Fill(values)) { Details = details }, At(line, 5, 16))],
        });

    private static string Filled(string message, IReadOnlyList<(string Name, string Value)> values) =>
        values.Aggregate(message, (text, one) => text.Replace("{" + one.Name + "}", one.Value, StringComparison.Ordinal));

    private sealed record Judgement(string Code, Func<Check, ReportedCheck> Make);
}
