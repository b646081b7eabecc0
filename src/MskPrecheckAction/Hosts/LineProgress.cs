using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Hosts;

/// <summary>Progress for a log that keeps every line: one when a question is first asked, one when all of it is answered.</summary>
internal sealed class LineProgress
{
    private readonly Lock gate = new();
    private readonly HashSet<(Side?, string)> begun = [];
    private readonly HashSet<(Side?, string)> answered = [];

    /// <summary>The line that is worth keeping, or null where it says nothing new.</summary>
    public string? Line(Side? side, string what, int? done, int? total)
    {
        lock (gate)
        {
            if (done is not null && done == total)
            {
                begun.Add((side, what));
                return answered.Add((side, what)) ? ProgressText.Of(side, what, done, total) : null;
            }

            return begun.Add((side, what)) ? ProgressText.Of(side, what, null, null) : null;
        }
    }
}
