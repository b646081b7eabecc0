using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Inputs;

/// <summary>The inputs of <c>run</c> and <c>demo</c>, typed. Where a value is wrong its default stands here, so that the problem itself can be reported.</summary>
internal sealed record RunInputs
{
    /// <summary>The path of the migration file as it was given.</summary>
    public required string Config { get; init; }

    /// <summary>The path of the recording to replay; null asks the clusters.</summary>
    public string? Snapshot { get; init; }

    /// <summary>What fails the job.</summary>
    public required FailPolicy Policy { get; init; }

    /// <summary>The folder of the reports, ready to be written to; null where it cannot be had.</summary>
    public string? OutputDirectory { get; init; }

    /// <summary>Whether to write SARIF.</summary>
    public required bool Sarif { get; init; }

    /// <summary>Whether to write and show the summary.</summary>
    public required bool Summary { get; init; }

    /// <summary>Whether to annotate lines.</summary>
    public required bool Annotations { get; init; }

    /// <summary>Codes that are not looked at.</summary>
    public required IReadOnlySet<string> SkipChecks { get; init; }

    /// <summary>The text of the user's own template; null takes ours.</summary>
    public string? Template { get; init; }

    /// <summary>How long the run may take.</summary>
    public required TimeSpan Timeout { get; init; }

    /// <summary>Reads all of them; what is wrong gathers in <paramref name="given"/>.</summary>
    public static RunInputs Read(GivenInputs given, Workspace workspace) => new()
    {
        Config = given.Text(InputCatalog.Config) ?? InputCatalog.Config.Default,
        Snapshot = given.Text(InputCatalog.Snapshot),
        Policy = CheckCodes.Policy(given),
        OutputDirectory = Inputs.OutputDirectory.Prepare(given, workspace),
        Sarif = given.Boolean(InputCatalog.Sarif),
        Summary = given.Boolean(InputCatalog.Summary),
        Annotations = given.Boolean(InputCatalog.Annotations),
        SkipChecks = CheckCodes.Skipped(given),
        Template = TemplateFile.Read(given, workspace),
        Timeout = RunLimit.Read(given),
    };
}
