namespace MskPrecheckAction.Inputs;

/// <summary>What the program can be told to do.</summary>
/// <param name="Name">The first word of the command line.</param>
/// <param name="Usage">What may follow it.</param>
/// <param name="Summary">One line for the overview.</param>
/// <param name="About">What a reader of its help wants to know.</param>
internal sealed record Verb(string Name, string Usage, string Summary, string About)
{
    public const string Run = "run";
    public const string Collect = "collect";
    public const string Demo = "demo";
    public const string Explain = "explain";
    public const string Codes = "codes";

    private const string ExitCodes = """
        Exit codes: 0 ready, 1 blocked, 2 inputs or files are wrong, 3 a blocker check could
        not be determined, 4 a defect of this program, 130 and 143 stopped by SIGINT, SIGTERM.
        """;

    /// <summary>All of them; the first is meant where none is given.</summary>
    public static IReadOnlyList<Verb> All { get; } =
    [
        new(Run, "[--config FILE] [--snapshot FILE] [--out DIR] [options]", "check a migration and write the reports (the verb that is meant where none is given)", $"""
            Reads the migration file, asks both clusters (or replays a recording), judges the
            23 checks, writes the reports, prints what was found and exits. Strictly read-only.

            {ExitCodes}
            """),
        new(Collect, "[--config FILE] [--output FILE] [options]", "ask both clusters and write the recording only", """
            Asks both clusters and writes what was learnt, to be judged anywhere by
            'msk-precheck run --snapshot FILE'. Run it where the brokers can be reached; no
            credential is in the recording. Exit code 0 means that it was written: what could
            not be read is counted on the console.
            """),
        new(Demo, "[--out DIR] [options]", "check a recorded pair of clusters that the program carries with it", $"""
            Does what 'run' does on a recorded pair of clusters: no AWS, no Kafka and no files
            are needed. The pair has blockers, so it ends with exit code 1.

            {ExitCodes}
            """),
        new(Explain, "CODE", "say what a check means, why it matters and what to do", "Prints message, cause, fix and source of one check, such as B11."),
        new(Codes, "[--format text|markdown|json]", "list all checks", "Lists all checks; docs/checks.md is the Markdown form."),
    ];

    /// <summary>The verb of a name, or null.</summary>
    public static Verb? Find(string name) => All.FirstOrDefault(verb => verb.Name == name);
}
