
namespace MskPrecheckAction.Inputs;

/// <summary>The one list of inputs. Options, INPUT_ variables, help, README, action.yml and task.json follow it; tests hold them together.</summary>
internal static class InputCatalog
{
    /// <summary>The longest run that may be asked for.</summary>
    public const int MaxTimeoutSeconds = 3600;

    /// <summary><c>config</c>.</summary>
    public static InputDefinition Config { get; } = new(
        "config", InputKind.File, "migration.yaml", "The migration file.", Verb.Run, Verb.Collect);

    /// <summary><c>snapshot</c>.</summary>
    public static InputDefinition Snapshot { get; } = new(
        "snapshot", InputKind.File, "", "Replay this recording instead of asking clusters; no socket is opened.", Verb.Run);

    /// <summary><c>failOn</c>.</summary>
    public static InputDefinition FailOn { get; } = new(
        "failOn", InputKind.List, "blocker", "What fails the job: blocker, warning or never; codes may follow and fail it too, as in 'blocker, W04, W10'.", Verb.Run, Verb.Demo);

    /// <summary><c>allowIncomplete</c>.</summary>
    public static InputDefinition AllowIncomplete { get; } = new(
        "allowIncomplete", InputKind.Boolean, "false", "Whether a blocker check that could not be determined lets the job pass.", Verb.Run, Verb.Demo);

    /// <summary><c>outputDirectory</c>.</summary>
    public static InputDefinition OutputDirectory { get; } = new(
        "outputDirectory", InputKind.Folder, "msk-precheck", "Where the reports go: a folder inside the workspace, created where it is missing.", Verb.Run, Verb.Demo)
    {
        ShortOption = "--out",
    };

    /// <summary><c>sarif</c>.</summary>
    public static InputDefinition Sarif { get; } = new(
        "sarif", InputKind.Boolean, "true", "Whether to write msk-precheck.sarif, for code scanning.", Verb.Run, Verb.Demo);

    /// <summary><c>summary</c>.</summary>
    public static InputDefinition Summary { get; } = new(
        "summary", InputKind.Boolean, "true", "Whether to write summary.md and show it on the page of the run.", Verb.Run, Verb.Demo);

    /// <summary><c>annotations</c>.</summary>
    public static InputDefinition Annotations { get; } = new(
        "annotations", InputKind.Boolean, "true", "Whether to show findings at their lines of the migration file.", Verb.Run, Verb.Demo);

    /// <summary><c>skipChecks</c>.</summary>
    public static InputDefinition SkipChecks { get; } = new(
        "skipChecks", InputKind.List, "", "Codes of checks to leave out, by comma or line; they are shown as skipped, never as passed.", Verb.Run, Verb.Demo);

    /// <summary><c>template</c>.</summary>
    public static InputDefinition Template { get; } = new(
        "template", InputKind.File, "", "A Scriban template of your own for the summary.", Verb.Run, Verb.Demo);

    /// <summary><c>timeoutSeconds</c>.</summary>
    public static InputDefinition TimeoutSeconds { get; } = new(
        "timeoutSeconds", InputKind.Seconds, "300", "How many seconds the whole run may take, from 1 to 3600; what is not known by then is reported as undetermined.", Verb.Run, Verb.Collect);

    /// <summary><c>--output</c> of <c>collect</c>.</summary>
    public static InputDefinition Output { get; } = new(
        "output", InputKind.File, "snapshot.json", "Where the recording goes.", Verb.Collect);

    /// <summary><c>--format</c> of <c>codes</c>.</summary>
    public static InputDefinition Format { get; } = new(
        "format", InputKind.Text, "text", "text, markdown or json.", Verb.Codes);

    /// <summary>The inputs that the action and the task have in common, in the order of every table.</summary>
    public static IReadOnlyList<InputDefinition> All { get; } =
    [
        Config, Snapshot, FailOn, AllowIncomplete, OutputDirectory, Sarif, Summary, Annotations, SkipChecks, Template, TimeoutSeconds,
    ];

    /// <summary>What only the Azure launcher reads: there is no container handler that would know the image.</summary>
    public static IReadOnlyList<InputDefinition> LauncherOnly { get; } =
    [
        new("image", InputKind.Text, "the released image", "The container image that holds msk-precheck; Azure Pipelines only."),
        new("dockerOptions", InputKind.Text, "", "More options for docker run, such as --network host; Azure Pipelines only."),
    ];

    /// <summary>What a verb takes, in the order of help.</summary>
    public static IReadOnlyList<InputDefinition> Of(string verb) => [.. All.Append(Output).Append(Format).Where(input => input.Verbs.Contains(verb))];
}
