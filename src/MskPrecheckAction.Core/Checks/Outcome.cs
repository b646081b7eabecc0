using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>What came of one check. Closed: there is no fifth case, and none of the four can be mistaken for another.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>Looked at, and in order.</summary>
    /// <param name="Remark">What to know all the same.</param>
    public sealed record Passed(string? Remark = null) : Outcome;

    /// <summary>Looked at, and not in order.</summary>
    /// <param name="Findings">At least one.</param>
    /// <param name="Gaps">What could not be seen besides: there may be more of it.</param>
    public sealed record Failed(IReadOnlyList<Finding> Findings, IReadOnlyList<Gap> Gaps) : Outcome;

    /// <summary>The question does not arise here.</summary>
    /// <param name="Because">Why not.</param>
    public sealed record NotApplicable(string Because) : Outcome;

    /// <summary>Not known. Never green.</summary>
    /// <param name="Gaps">At least one: what is missing.</param>
    public sealed record Undetermined(IReadOnlyList<Gap> Gaps) : Outcome;
}

/// <summary>One thing that is not in order.</summary>
/// <param name="Message">The contract's message with its places filled; names stand as the cluster spells them.</param>
/// <param name="Path">The key of the migration file that it is about, such as <c>target.cluster_arn</c>.</param>
/// <param name="Fix">What to do, with the real names in it.</param>
public sealed record Finding(string Message, string Path, Fix Fix)
{
    /// <summary>The evidence, a line each.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];
}
