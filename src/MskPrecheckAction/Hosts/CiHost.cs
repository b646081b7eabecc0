using MskPrecheckAction.Configuration;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Output;
using MskPrecheckAction.Rendering;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.World;

namespace MskPrecheckAction.Hosts;

/// <summary>What the two CIs have in common: one log on standard output, in groups, with commands between its lines.</summary>
internal abstract class CiHost(ProgramEnvironment environment, Workspace workspace, SecretScrubber scrubber) : IHost
{
    private readonly LineProgress progress = new();
    private readonly bool debugs = DebugMode.IsOn(environment.Variables);
    private bool inGroup;

    /// <summary>The world.</summary>
    protected ProgramEnvironment Environment { get; } = environment;

    /// <summary>The repository.</summary>
    protected Workspace Workspace { get; } = workspace;

    /// <summary>Knows the secrets.</summary>
    protected SecretScrubber Scrubber { get; } = scrubber;

    /// <summary>The log; commands are written to it as they are.</summary>
    protected ScrubbingWriter Log { get; } = new(environment.Out, scrubber);

    /// <inheritdoc/>
    public void Begin(string phase)
    {
        End();
        Log.WriteLine(Group(phase));
        inGroup = true;
    }

    /// <inheritdoc/>
    public void End()
    {
        if (inGroup) Log.WriteLine(EndGroup);
        inGroup = false;
    }

    /// <inheritdoc/>
    public void Say(string line) => Log.WriteLine(HarmlessText.Line(line));

    /// <inheritdoc/>
    public void Debug(string line)
    {
        if (debugs) Log.WriteLine(DebugCommand(line));
    }

    /// <inheritdoc/>
    public abstract void Mask(string secret);

    /// <inheritdoc/>
    public virtual void Progress(Side? side, string what, int? done, int? total)
    {
        if (progress.Line(side, what, done, total) is { } line) Say(line);
    }

    /// <inheritdoc/>
    public abstract string PathForLaterSteps(string absolutePath);

    /// <inheritdoc/>
    public void Complain(Report report) => Show(report, annotations: true);

    /// <inheritdoc/>
    public string? Publish(RunResult result)
    {
        Show(result.Report, result.Inputs.Annotations);
        return HandOver(result);
    }

    /// <summary>The command that opens a group.</summary>
    protected abstract string Group(string phase);

    /// <summary>The command that closes it.</summary>
    protected abstract string EndGroup { get; }

    /// <summary>The command for a line that only debuggers see.</summary>
    protected abstract string DebugCommand(string line);

    /// <summary>The commands that show findings and problems at their lines.</summary>
    protected abstract IEnumerable<string> Annotations(Report report);

    /// <summary>Outputs, summary and files; gives what could not be handed over, or null.</summary>
    protected abstract string? HandOver(RunResult result);

    private void Show(Report report, bool annotations)
    {
        Log.Write(ConsoleReport.Render(report, withColours: false));
        foreach (var command in annotations ? Annotations(report) : []) Log.WriteLine(command);
    }
}
