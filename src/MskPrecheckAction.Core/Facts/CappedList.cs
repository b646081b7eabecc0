namespace MskPrecheckAction.Facts;

/// <summary>Lists for people: the first few, then how many more.</summary>
internal static class CappedList
{
    /// <summary>How many a message names.</summary>
    public const int InMessage = 10;

    /// <summary>How many the details name: enough to work with, and still a page where there are ten thousand.</summary>
    public const int InDetails = 100;

    /// <summary>The first entries, then <c>+k more</c> where there are more.</summary>
    public static IEnumerable<string> Capped(this IReadOnlyCollection<string> entries, int most) =>
        entries.Count <= most ? entries : entries.Take(most).Append($"+{entries.Count - most} more");
}
