namespace MskPrecheckAction.Inputs;

/// <summary>One output of the action and the task.</summary>
/// <param name="Name">In camelCase.</param>
/// <param name="Description">One sentence; the same words in action.yml, task.json and README.</param>
internal sealed record OutputDefinition(string Name, string Description);

/// <summary>The one list of outputs: numbers, paths and one word, never a name from a cluster.</summary>
internal static class OutputCatalog
{
    /// <summary>All of them, in the order in which they are set.</summary>
    public static IReadOnlyList<OutputDefinition> All { get; } =
    [
        new("verdict", "The answer in one word: ready, blocked, incomplete, invalid or error."),
        new("blockerCount", "How many blocker checks failed."),
        new("warningCount", "How many warning checks failed."),
        new("infoCount", "How many info checks failed."),
        new("undeterminedCount", "How many checks could not be determined."),
        new("sarifFile", "The path of the SARIF file; empty where an upload could close alerts that nobody looked at again."),
        new("reportFile", "The path of the JSON report."),
        new("summaryFile", "The path of the Markdown summary."),
        new("snapshotFile", "The path of the recording; empty for a replay."),
        new("exitCode", "The exit code: 0 ready, 1 blocked, 2 invalid, 3 incomplete, 4 error, 130 or 143 stopped."),
    ];
}
