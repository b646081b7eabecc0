using MskPrecheckAction.Configuration;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Output;
using MskPrecheckAction.Rendering;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.World;

namespace MskPrecheckAction.Hosts;

/// <summary>A step of an Azure pipeline: everything by logging commands, and every path absolute, for the agent reads them outside of the container.</summary>
internal sealed class AzureHost(ProgramEnvironment environment, Workspace workspace, SecretScrubber scrubber) : CiHost(environment, workspace, scrubber)
{
    private const string ScansArtifact = "CodeAnalysisLogs";

    // An artifact takes each file name once, and a job that is tried again does not replace what the first try left: the name is particular to all of these.
    private static readonly string[] AttemptVariables = ["SYSTEM_JOBID", "SYSTEM_JOBATTEMPT", "SYSTEM_TASKINSTANCEID"];

    private readonly TaskProgress progress = new();

    /// <inheritdoc/>
    protected override string EndGroup => AzureLoggingCommands.EndGroup;

    /// <inheritdoc/>
    public override void Mask(string secret)
    {
        // The agent refuses a secret of several lines, so each line is one.
        foreach (var line in secret.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            Log.WriteUnscrubbed(AzureLoggingCommands.SetSecret(line) + "\n");
        }
    }

    /// <inheritdoc/>
    public override void Progress(Side? side, string what, int? done, int? total)
    {
        base.Progress(side, what, done, total);
        if (progress.Percent(done, total) is { } percent) Log.WriteLine(AzureLoggingCommands.SetProgress(percent, ProgressText.Of(side, what, done, total)));
    }

    /// <inheritdoc/>
    public override string PathForLaterSteps(string absolutePath) => absolutePath;

    /// <inheritdoc/>
    protected override string Group(string phase) => AzureLoggingCommands.Group(phase);

    /// <inheritdoc/>
    protected override string DebugCommand(string line) => AzureLoggingCommands.Debug(line);

    /// <inheritdoc/>
    // The agent shows a path relative to the repository only where it finds the file: absolute, then.
    protected override IEnumerable<string> Annotations(Report report) => AzureLoggingCommands.Issues(report, Workspace.FromRoot);

    /// <inheritdoc/>
    protected override string? HandOver(RunResult result)
    {
        foreach (var (name, value) in result.Outputs(PathForLaterSteps)) Log.WriteLine(AzureLoggingCommands.SetOutput(name, value));
        if (result.Files.Summary is { } summary) Log.WriteLine(AzureLoggingCommands.UploadSummary(summary));
        return result.Files.Sarif is { } sarif && result.SawEnough && IsBuild() ? UploadForScansTab(sarif) : null;
    }

    // A classic release knows no build artifacts and fails the task that uploads one.
    private bool IsBuild() => Environment.Variables.GetValueOrDefault("SYSTEM_HOSTTYPE") is null or "" or "build";

    private string? UploadForScansTab(string sarif)
    {
        string[] parts = [.. AttemptVariables.Select(name => Environment.Variables.GetValueOrDefault(name)).OfType<string>().Where(part => part.Length > 0)];
        var name = $"msk-precheck-{(parts.Length > 0 ? string.Join('-', parts) : Environment.NewDelimiter())}.sarif";
        var temporary = Environment.Variables.GetValueOrDefault("AGENT_TEMPDIRECTORY");
        var copy = Path.Combine(Directory.Exists(temporary) ? temporary : Path.GetDirectoryName(sarif)!, name);
        try
        {
            new FileWriter(Workspace.Root).Write(copy, File.ReadAllBytes(sarif));
            Log.WriteLine(AzureLoggingCommands.UploadArtifact(ScansArtifact, copy));
            return null;
        }
        catch (Exception refused) when (FileWriter.IsRefusal(refused))
        {
            return $"'{copy}' cannot be written for the Scans tab ({FileWriter.Words(refused)}).";
        }
    }
}
