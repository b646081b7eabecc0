namespace MskPrecheckAction.Configuration.Reading;

/// <summary>Finds the name that a misspelled one was meant to be.</summary>
internal static class NearestName
{
    private const int LongestCompared = 64;

    /// <summary>The name with the fewest slips of the pen, if it is about one in three letters at most; case, <c>-</c> and <c>_</c> do not count.</summary>
    public static string? Among(IEnumerable<string> names, string written)
    {
        var bare = Bare(written);
        if (bare.Length is 0 or > LongestCompared)
        {
            return null;
        }

        return names
            .Select(name => (Name: name, Slips: Slips(Bare(name), bare)))
            .Where(one => one.Slips <= Math.Max(1, Bare(one.Name).Length / 3))
            .OrderBy(one => one.Slips)
            .Select(one => one.Name)
            .FirstOrDefault();
    }

    private static string Bare(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    // Optimal string alignment: a letter too many, too few, another one, or two swapped.
    private static int Slips(string known, string written)
    {
        var cost = new int[known.Length + 1, written.Length + 1];
        for (var i = 0; i <= known.Length; i++)
        {
            for (var j = 0; j <= written.Length; j++)
            {
                if (i == 0 || j == 0)
                {
                    cost[i, j] = i + j;
                    continue;
                }

                var replaced = cost[i - 1, j - 1] + (known[i - 1] == written[j - 1] ? 0 : 1);
                cost[i, j] = Math.Min(replaced, 1 + Math.Min(cost[i - 1, j], cost[i, j - 1]));
                if (i > 1 && j > 1 && known[i - 1] == written[j - 2] && known[i - 2] == written[j - 1])
                {
                    cost[i, j] = Math.Min(cost[i, j], cost[i - 2, j - 2] + 1);
                }
            }
        }

        return cost[known.Length, written.Length];
    }
}
