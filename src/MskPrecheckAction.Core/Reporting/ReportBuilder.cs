using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Engine;

namespace MskPrecheckAction.Reporting;

/// <summary>Turns results into a report: paths become lines here, once and late.</summary>
public static class ReportBuilder
{
    /// <summary>The report of a run whose checks were judged.</summary>
    public static Report Build(string toolVersion, MigrationFile file, Evidence evidence, IReadOnlyList<CheckResult> results, FailPolicy policy)
    {
        ReportedCheck[] checks = [.. results.Select(result => Describe(result, file))];
        var (verdict, exitCode) = Judgement.Of(checks, policy);
        return new Report
        {
            ToolVersion = toolVersion,
            ConfigPath = file.Path,
            Verdict = verdict,
            ExitCode = exitCode,
            Checks = checks,
            Notes = file.Notes,
            Clusters = new ClusterPair(ClusterSummaries.Of(file.Plan.Source, evidence.Source), ClusterSummaries.Of(file.Plan.Target, evidence.Target)),
            CollectedAt = evidence.Snapshot.CollectedAt,
            CutShort = evidence.Snapshot.CutShort,
        };
    }

    /// <summary>The report of a run that ended before any cluster was asked.</summary>
    public static Report Invalid(string toolVersion, string configPath, IReadOnlyList<ConfigProblem> problems) => new()
    {
        ToolVersion = toolVersion,
        ConfigPath = configPath,
        Verdict = Verdict.Invalid,
        ExitCode = ExitCode.Invalid,
        Problems = problems,
    };

    private static ReportedCheck Describe(CheckResult result, MigrationFile file) => result.Outcome switch
    {
        null => new(result.Check, ReportedOutcome.Skipped),
        Outcome.Passed passed => new(result.Check, ReportedOutcome.Passed) { Remark = passed.Remark },
        Outcome.NotApplicable not => new(result.Check, ReportedOutcome.NotApplicable) { Because = not.Because },
        Outcome.Undetermined unknown => new(result.Check, ReportedOutcome.Undetermined) { Gaps = unknown.Gaps },
        Outcome.Failed failed => new(result.Check, ReportedOutcome.Failed)
        {
            Gaps = failed.Gaps,
            Findings = [.. failed.Findings.Select(finding => new ReportedFinding(finding, file.Locate(finding.Path)))],
        },
        _ => throw new InvalidOperationException($"{result.Check.Code}: a fifth outcome."),
    };
}
