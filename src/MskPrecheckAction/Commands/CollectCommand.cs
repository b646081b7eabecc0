using System.Globalization;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Facts.Json;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Output;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Commands;

/// <summary><c>collect</c>: asks both clusters and writes the recording only, to be judged anywhere.</summary>
internal sealed class CollectCommand(Session session, CommandLine line)
{
    private const int MostGapsShown = 20;

    private readonly GivenInputs given = new(Verb.Collect, line.Given, session.Environment.Variables);

    /// <summary>Runs to its exit code; a recording with gaps is a recording.</summary>
    public async Task<int> RunAsync()
    {
        var config = given.Text(InputCatalog.Config) ?? InputCatalog.Config.Default;
        var shown = session.Workspace.Shown(config);
        try
        {
            return await CollectAsync(config, shown);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            return Fail(session.Defect(defect, shown));
        }
    }

    private async Task<int> CollectAsync(string config, string shown)
    {
        given.Problems.AddRange([.. session.Problems, .. line.Problems]);
        var limit = RunLimit.Read(given);
        var output = OutputFile.Prepare(given, session.Workspace, session.Files);
        List<ConfigProblem> problems = [];
        var file = Sources.Load(config, session.Workspace, session.Environment.Variables, isLive: true, problems);
        problems.InsertRange(0, given.Problems.Select(problem => new ConfigProblem(problem, null)));
        if (file is null || output is null || problems.Count > 0)
        {
            return Fail(ReportBuilder.Invalid(ToolVersion.Current, shown, problems));
        }

        var snapshot = await session.CollectAsync(file.Plan, limit);
        session.Host.End();
        try
        {
            session.Files.Write(output, stream => SnapshotJson.Write(snapshot, stream));
        }
        catch (Exception refused) when (FileWriter.IsRefusal(refused))
        {
            given.Wrong(InputCatalog.Output, output, $"it cannot be written ({FileWriter.Words(refused)}). Make room, or write another path");
            return Fail(ReportBuilder.Invalid(ToolVersion.Current, shown, [new ConfigProblem(given.Problems[^1], null)]));
        }

        Tell(output, snapshot);
        return session.Environment.Stop.ExitCode ?? ExitCode.Ready;
    }

    private void Tell(string output, Snapshot snapshot)
    {
        var gaps = SnapshotGaps.Of(snapshot);
        session.Host.Say($"Wrote {session.Host.PathForLaterSteps(output)}: {(gaps.Count == 0 ? "everything could be read" : gaps.Count == 1 ? "one thing could not be read" : string.Create(CultureInfo.InvariantCulture, $"{gaps.Count:N0} things could not be read"))}.");
        if (snapshot.CutShort is { } reason) session.Host.Say($"It is incomplete: {reason}.");
        foreach (var gap in gaps.Take(MostGapsShown))
        {
            session.Host.Say($"  {gap.Asked}: {gap.Reason}{(gap.Permission is { } permission ? $" (it takes {permission})" : "")}");
        }

        if (gaps.Count > MostGapsShown) session.Host.Say(string.Create(CultureInfo.InvariantCulture, $"  and {gaps.Count - MostGapsShown:N0} more, in the file"));
    }

    private int Fail(Report report)
    {
        session.Host.End();
        session.Host.Complain(report);
        return report.ExitCode;
    }
}
