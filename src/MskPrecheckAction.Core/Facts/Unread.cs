using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts;

/// <summary>Parts of a cluster that could not be read for one reason: told once, not ten thousand times.</summary>
/// <param name="Side">Of which cluster.</param>
/// <param name="What">What happened to what, such as <c>topic configs failed for 1 of 2</c>.</param>
/// <param name="Names">The names of the parts, where they are known.</param>
/// <param name="Gaps">At least one, all for the same reason.</param>
public sealed record Unread(Side Side, string What, IReadOnlyList<string> Names, IReadOnlyList<Gap> Gaps)
{
    private const int MostNames = 5;

    /// <summary>Something that misses as a whole.</summary>
    public static Unread Whole(Side side, string what, Gap gap) => new(side, what, [], [gap]);

    /// <summary>A list from which something misses, by reason.</summary>
    public static IEnumerable<Unread> Incomplete(Side side, string what, IReadOnlyList<Gap> gaps) =>
        gaps.GroupBy(gap => gap.Reason).Select(same => new Unread(side, what, [.. same.Select(gap => gap.Asked)], [.. same]));

    /// <summary>Those of many that could not be read, by what was asked of them and why it could not be had.</summary>
    public static IEnumerable<Unread> Group(Side side, int outOf, IEnumerable<(string What, string Name, Gap Gap)> parts)
    {
        foreach (var same in parts.GroupBy(part => (part.What, part.Gap.Cause, part.Gap.Reason, ForAny(part.Gap.Permission, part.Name))))
        {
            var (what, _, _, permission) = same.Key;
            string[] names = [.. same.Select(part => part.Name)];
            var first = same.First().Gap;
            yield return new Unread(side, $"{what} failed for {names.Length} of {outOf}", names,
            [
                first with
                {
                    Asked = $"{what} of the {side.Word()} cluster, {names.Length} of {outOf}{InBrackets(names)}",
                    Permission = names.Length == 1 ? first.Permission : permission,
                },
            ]);
        }
    }

    /// <summary>All of them as one reason of W04.</summary>
    public override string ToString() => $"{Side.Word()}: {What}{InBrackets(Names)}: {Gaps[0].Reason}";

    // A right on one topic or group is, for many of them, a right on *.
    private static string? ForAny(string? permission, string name) =>
        permission?.EndsWith(" " + name, StringComparison.Ordinal) is true ? permission[..^name.Length] + "*" : permission;

    private static string InBrackets(IReadOnlyList<string> names) => names.Count == 0 ? "" : $" ({string.Join(", ", names.Capped(MostNames))})";
}
