using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts;

/// <summary>Parts of a cluster that could not be read for one reason: told once, not a thousand times.</summary>
/// <param name="Side">Of which cluster.</param>
/// <param name="What">What was asked, such as <c>topic configs</c>.</param>
/// <param name="Missing">How many are missing.</param>
/// <param name="OutOf">Out of how many.</param>
/// <param name="Names">The names of those that are missing, where they are known.</param>
/// <param name="Gap">The gap of the first of them.</param>
public sealed record Unread(Side Side, string What, int Missing, int OutOf, IReadOnlyList<string> Names, Gap Gap)
{
    /// <summary>The parts by what was asked and why it could not be had, in the order in which they come.</summary>
    public static IReadOnlyList<Unread> Group(Side side, int outOf, IEnumerable<(string What, string Name, Gap Gap)> parts) =>
        [.. parts.GroupBy(part => (part.What, part.Gap.Cause, part.Gap.Reason, part.Gap.Permission)).Select(same =>
            new Unread(side, same.Key.What, same.Count(), outOf, [.. same.Select(part => part.Name)], same.First().Gap))];

    /// <summary>Something that misses as a whole; <paramref name="what"/> says so, such as <c>topic list failed</c>.</summary>
    public static Unread Whole(Side side, string what, Gap gap) => new(side, what, 0, 0, [], gap);

    /// <summary>All of them as one gap.</summary>
    public Gap AsGap() => OutOf == 0 ? Gap : Gap with { Asked = $"{What} of the {Side.Word()} cluster, {Missing} of {OutOf}{NamesInBrackets()}" };

    /// <summary>All of them as one reason of W04.</summary>
    public override string ToString() =>
        $"{Side.Word()}: {What}{(OutOf == 0 ? "" : $" failed for {Missing} of {OutOf}{NamesInBrackets()}")}: {Gap.Reason}";

    private string NamesInBrackets() => Names.Count == 0 ? "" : $" ({string.Join(", ", Names.Capped(5))})";
}
