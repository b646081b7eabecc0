using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Engine;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>A report that has something of everything: a template that can show it will not fail after the clusters were read.</summary>
internal static class SummarySample
{
    public static Report Report { get; } = Make();

    private static Report Make()
    {
        var gap = new Gap("something", GapCause.AccessDenied, "not authorized", "kafka:ListNodes");
        var location = Location.StartOf("migration.yaml");
        var cluster = new ClusterSummary("arn", "name", "region", "iam") { Version = "3.9.x", MetadataMode = "KRAFT", Brokers = 3, Topics = new SeenCount(1), Groups = new SeenCount(1) };
        var finding = new ReportedFinding(new Finding("message", "path", new Fix([new FixStep("step", false), new FixStep("command", true)])) { Details = ["detail"] }, location);
        ReportedOutcome[] outcomes = Enum.GetValues<ReportedOutcome>();
        return new Report
        {
            ToolVersion = "0.0.0",
            ConfigPath = "migration.yaml",
            Verdict = Verdict.Blocked,
            ExitCode = ExitCode.Blocked,
            CollectedAt = DateTimeOffset.UnixEpoch,
            CutShort = "reason",
            Clusters = new ClusterPair(cluster, cluster),
            Problems = [new ConfigProblem("problem", location)],
            Notes = [new ConfigProblem("note", null)],
            Checks =
            [
                .. CheckCatalog.All.SelectMany(check => outcomes.Select(outcome => new ReportedCheck(check, outcome)
                {
                    Remark = outcome is ReportedOutcome.Passed ? "remark" : null,
                    Because = outcome is ReportedOutcome.NotApplicable ? "because" : null,
                    Gaps = outcome is ReportedOutcome.Undetermined ? [gap] : [],
                    Findings = outcome is ReportedOutcome.Failed ? [finding] : [],
                })),
            ],
        };
    }
}
