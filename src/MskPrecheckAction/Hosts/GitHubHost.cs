using System.Text;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Output;
using MskPrecheckAction.Rendering;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.World;

namespace MskPrecheckAction.Hosts;

/// <summary>A step of a GitHub workflow: outputs and summary go into the files that the runner names.</summary>
internal sealed class GitHubHost(ProgramEnvironment environment, Workspace workspace, SecretScrubber scrubber) : CiHost(environment, workspace, scrubber)
{
    /// <inheritdoc/>
    protected override string EndGroup => GitHubWorkflowCommands.EndGroup;

    /// <inheritdoc/>
    public override void Mask(string secret) => Log.WriteUnscrubbed(GitHubWorkflowCommands.Mask(secret) + "\n");

    /// <inheritdoc/>
    // Steps after this one do not know the container's /github/workspace.
    public override string PathForLaterSteps(string absolutePath) => Workspace.Shown(absolutePath);

    /// <inheritdoc/>
    protected override string Group(string phase) => GitHubWorkflowCommands.Group(phase);

    /// <inheritdoc/>
    protected override string DebugCommand(string line) => GitHubWorkflowCommands.Debug(line);

    /// <inheritdoc/>
    protected override IEnumerable<string> Annotations(Report report) => GitHubWorkflowCommands.Annotations(report);

    /// <inheritdoc/>
    protected override string? HandOver(RunResult result)
    {
        // The summary first: where it cannot be shown the outputs have to say so too.
        var unshown = result.Inputs.Summary
            ? Append("GITHUB_STEP_SUMMARY", used => SummaryReport.Render(result.Report, result.Inputs.Template, SummaryReport.GitHubLimit - used))
            : null;
        var told = unshown is null ? result : result with { Report = result.Report.Undelivered(unshown) };
        var untold = Append("GITHUB_OUTPUT", _ => string.Concat(told.Outputs(PathForLaterSteps).Select(one => GitHubWorkflowCommands.Output(one.Name, one.Value, Environment.NewDelimiter()))));
        return unshown is null ? untold : untold is null ? unshown : $"{unshown} {untold}";
    }

    // The runner makes the file before the step begins; outside of a runner there is none, and nobody waits for it.
    private string? Append(string variable, Func<int, string> text)
    {
        if (Environment.Variables.GetValueOrDefault(variable) is not { Length: > 0 } path) return null;
        try
        {
            var used = File.Exists(path) ? (int)Math.Min(int.MaxValue, new FileInfo(path).Length) : 0;
            File.AppendAllText(path, Scrubber.CleanOutput(text(used)), new UTF8Encoding(false));
            return null;
        }
        catch (Exception refused) when (FileWriter.IsRefusal(refused))
        {
            return $"The file of {variable} cannot be written ({FileWriter.Words(refused)}).{(refused is UnauthorizedAccessException && !Directory.Exists(path) ? " A container action has to run as root." : "")}";
        }
    }
}
