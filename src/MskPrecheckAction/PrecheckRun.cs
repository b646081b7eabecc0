using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Engine;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Hosts;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.Reports;

namespace MskPrecheckAction;

/// <summary><c>run</c> and <c>demo</c> on one page: inputs, file, facts, checks, report, files, exit code.</summary>
internal sealed class PrecheckRun(Session session, CommandLine line)
{
    private readonly GivenInputs given = new(line.Verb.Name, line.Given, session.Environment.Variables);
    private Snapshot? recorded;

    /// <summary>Runs to its exit code; reports are written before, whatever happens.</summary>
    public async Task<int> RunAsync()
    {
        given.Problems.AddRange([.. session.Problems, .. line.Problems]);
        var inputs = RunInputs.Read(given, session.Workspace);
        Report report;
        try
        {
            report = await JudgeAsync(inputs);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            report = session.Defect(defect, session.Workspace.Shown(inputs.Config));
        }

        var files = new ReportDelivery(session.Files, session.Scrubber).Write(report, inputs, recorded);
        if (files.Problem is { } problem)
        {
            report = report.Undelivered(problem);
        }

        session.Host.End();
        return session.Host.Publish(new RunResult(report, inputs, files)) is { } undelivered ? Undelivered(undelivered, report) : report.ExitCode;
    }

    private int Undelivered(string problem, Report report)
    {
        session.Host.Complain(ReportBuilder.Invalid(ToolVersion.Current, report.ConfigPath, [new ConfigProblem(problem, null)]));
        return report.Undelivered(problem).ExitCode;
    }

    private async Task<Report> JudgeAsync(RunInputs inputs)
    {
        var source = line.Verb.Name == Verb.Demo ? Sources.Demo() : Sources.Of(inputs, session.Workspace, session.Environment.Variables);
        List<ConfigProblem> problems = [];
        var file = source.File(problems);
        var replayed = source.ReadSnapshot(file, problems);
        ConfigProblem[] all = [.. given.Problems.Select(problem => new ConfigProblem(problem, null)), .. problems];
        if (file is null || all.Length > 0)
        {
            return ReportBuilder.Invalid(ToolVersion.Current, source.Path, all);
        }

        var snapshot = replayed ?? (recorded = await session.CollectAsync(file.Plan, inputs.Timeout));
        var evidence = new Evidence(file.Plan, snapshot);
        var report = ReportBuilder.Build(ToolVersion.Current, file, evidence, Evaluation.Run(CheckCatalog.All, evidence, inputs.SkipChecks), inputs.Policy);
        return session.Environment.Stop.ExitCode is not { } stopped ? report : report with
        {
            // What was found stands; what was not looked at is no pass.
            Verdict = report.Verdict is Verdict.Ready ? Verdict.Incomplete : report.Verdict,
            ExitCode = stopped,
            CutShort = report.CutShort ?? $"stopped by {session.Environment.Stop.Name}",
        };
    }
}
