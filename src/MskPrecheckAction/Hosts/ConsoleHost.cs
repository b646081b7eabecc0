using MskPrecheckAction.Configuration;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Output;
using MskPrecheckAction.Rendering;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.World;

namespace MskPrecheckAction.Hosts;

/// <summary>A terminal, a script or a pipe: the report on standard output, everything else on standard error.</summary>
internal sealed class ConsoleHost : IHost
{
    private readonly ProgramEnvironment environment;
    private readonly Workspace workspace;
    private readonly ScrubbingWriter output;
    private readonly ScrubbingWriter asides;
    private readonly LiveProgress? live;
    private readonly bool debugs;

    /// <summary>Takes the streams of the environment.</summary>
    public ConsoleHost(ProgramEnvironment environment, Workspace workspace, SecretScrubber scrubber)
    {
        this.environment = environment;
        this.workspace = workspace;
        output = new ScrubbingWriter(environment.Out, scrubber);
        asides = new ScrubbingWriter(environment.Error, scrubber);
        live = environment.ErrorColumns is { } width ? new LiveProgress(asides, width, environment.Time) : null;
        debugs = DebugMode.IsOn(environment.Variables);
    }

    /// <inheritdoc/>
    public void Begin(string phase) => live?.Clear();

    /// <inheritdoc/>
    public void End() => live?.Clear();

    /// <inheritdoc/>
    public void Say(string line) => output.WriteLine(HarmlessText.Line(line));

    /// <inheritdoc/>
    public void Debug(string line)
    {
        if (!debugs) return;
        live?.Clear();
        asides.WriteLine(HarmlessText.Lines("debug: " + line));
    }

    /// <inheritdoc/>
    public void Mask(string secret)
    {
        // A console has nobody to tell; the scrubber knows already.
    }

    /// <inheritdoc/>
    public void Progress(Side? side, string what, int? done, int? total) => live?.Tell(side, what, done, total);

    /// <inheritdoc/>
    // A path that climbs out of the working directory is easier to read from the root.
    public string PathForLaterSteps(string absolutePath) =>
        workspace.Contains(absolutePath) ? Path.GetRelativePath(workspace.WorkingDirectory, absolutePath) : absolutePath;

    /// <inheritdoc/>
    public void Complain(Report report) => asides.Write(ConsoleReport.Render(report, environment.HasColours, environment.ErrorColumns));

    /// <inheritdoc/>
    public string? Publish(RunResult result)
    {
        if (result.Report.Verdict is Verdict.Invalid or Verdict.Error)
            Complain(result.Report);
        else
            output.Write(ConsoleReport.Render(result.Report, environment.HasColours, environment.OutColumns));
        if (result.Files.All.Count > 0) Say($"Reports: {string.Join(", ", result.Files.All.Select(PathForLaterSteps))}");
        return null;
    }
}
