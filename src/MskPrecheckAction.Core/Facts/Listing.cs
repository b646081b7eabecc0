namespace MskPrecheckAction.Facts;

/// <summary>How much of a list was seen. Kafka leaves out what the caller may not describe, without an error.</summary>
public enum Coverage
{
    /// <summary>Proven: nothing is missing.</summary>
    Complete,

    /// <summary>Proven: something is missing.</summary>
    Partial,

    /// <summary>Nothing proves either.</summary>
    Unknown,
}

/// <summary>A list read from a cluster, and how much of the truth it is. Partial lists may convict; only complete ones may acquit.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record Listing<T>
{
    /// <summary>What was seen.</summary>
    public required IReadOnlyList<T> Items { get; init; }

    /// <summary>How much of it there is.</summary>
    public required Coverage Coverage { get; init; }

    /// <summary>Why it is not complete: at least one entry unless it is.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>What a reader should know of a complete list, such as the principal it was judged for.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether this list may acquit.</summary>
    public bool IsComplete() => Coverage is Coverage.Complete;

    /// <summary>What keeps this list from acquitting; nothing only where it is complete.</summary>
    /// <param name="asked">What was listed, for a list that does not say itself what is missing.</param>
    public IReadOnlyList<Gap> MissingFrom(string asked) =>
        IsComplete() ? [] : Gaps.Count > 0 ? Gaps : [new Gap(asked, GapCause.Filtered, "nothing proves that the list is complete")];
}

/// <summary>Short ways to make lists.</summary>
public static class Listing
{
    /// <summary>A list from which nothing is missing.</summary>
    public static Listing<T> Complete<T>(IReadOnlyList<T> items, string? remark = null) =>
        new() { Items = items, Coverage = Coverage.Complete, Remark = remark };

    /// <summary>A list from which something is missing.</summary>
    public static Listing<T> Partial<T>(IReadOnlyList<T> items, params IReadOnlyList<Gap> gaps) =>
        new() { Items = items, Coverage = Coverage.Partial, Gaps = gaps };

    /// <summary>A list of which nobody can say whether something is missing.</summary>
    public static Listing<T> Unknown<T>(IReadOnlyList<T> items, params IReadOnlyList<Gap> gaps) =>
        new() { Items = items, Coverage = Coverage.Unknown, Gaps = gaps };
}
