namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>One thing that goes wrong on the way to a cluster: a row of docs/faults.md.</summary>
/// <param name="Name">What goes wrong.</param>
/// <param name="Words">What the user must be told.</param>
/// <param name="Break">Brings it about.</param>
internal sealed record Fault(string Name, string Words, Func<BrokenSide, Task> Break)
{
    public Fault(string name, string words, Action<BrokenSide> @break)
        : this(name, words, side =>
        {
            @break(side);
            return Task.CompletedTask;
        })
    {
    }

    /// <summary>The check that tells of it when it is the source's; B09 stands for the way in, B10 then for the target's, and so do B07 and B08 for the buckets. Empty where the report is as ever.</summary>
    public string Code { get; init; } = "B09";

    /// <summary>The exit code.</summary>
    public int Exit { get; init; } = 1;

    /// <summary>More words for the command line.</summary>
    public string[] Options { get; init; } = [];

    /// <summary>Whether one run with both sides broken will do: each is told for itself all the same.</summary>
    public bool SidesAtOnce { get; init; }
}
