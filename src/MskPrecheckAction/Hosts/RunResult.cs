using MskPrecheckAction.Inputs;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.Reports;

namespace MskPrecheckAction.Hosts;

/// <summary>What a run came to.</summary>
/// <param name="Report">The report.</param>
/// <param name="Inputs">What was wanted.</param>
/// <param name="Files">The files that were written.</param>
internal sealed record RunResult(Report Report, RunInputs Inputs, WrittenReports Files)
{
    /// <summary>Whether code scanning may close alerts by this run's SARIF: not where the run saw less than it had to.</summary>
    public bool SawEnough =>
        Report.Verdict is not (Verdict.Invalid or Verdict.Error) && Report.CutShort is null && !Judgement.HasUnseenBlocker(Report.Checks);

    /// <summary>The outputs of the action and the task, in the catalogue's order: numbers, paths and one word.</summary>
    /// <param name="path">Turns an absolute path into one that later steps can use.</param>
    public IReadOnlyList<(string Name, string Value)> Outputs(Func<string, string> path)
    {
        string Path(string? file) => file is null ? "" : path(file);
        return
        [
            ("verdict", Verdicts.Word(Report.Verdict)),
            ("blockerCount", Number(Report.Failed(Checks.Level.Blocker))),
            ("warningCount", Number(Report.Failed(Checks.Level.Warning))),
            ("infoCount", Number(Report.Failed(Checks.Level.Info))),
            ("undeterminedCount", Number(Report.Count(ReportedOutcome.Undetermined))),
            ("sarifFile", SawEnough ? Path(Files.Sarif) : ""),
            ("reportFile", Path(Files.Report)),
            ("summaryFile", Path(Files.Summary)),
            ("snapshotFile", Path(Files.Snapshot)),
            ("exitCode", Number(Report.ExitCode)),
        ];
    }

    private static string Number(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
