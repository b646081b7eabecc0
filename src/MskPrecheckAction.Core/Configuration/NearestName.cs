namespace MskPrecheckAction.Configuration;

/// <summary>Guesses what somebody meant to write: keys, inputs, options and codes alike.</summary>
public static class NearestName
{
    /// <summary>The known name that is nearest, or null where none is near: at most a third of its letters may differ, and one always may.</summary>
    public static string? Of(string given, IEnumerable<string> known)
    {
        var text = given.ToUpperInvariant();
        return known
            .Select(name => (Name: name, Distance: Distance(text, name.ToUpperInvariant())))
            .Where(one => one.Distance <= Math.Max(1, one.Name.Length / 3))
            .OrderBy(one => one.Distance)
            .ThenBy(one => one.Name, StringComparer.Ordinal)
            .Select(one => one.Name)
            .FirstOrDefault();
    }

    // Letters to add, drop, replace or swap with their neighbour (optimal string alignment).
    private static int Distance(string from, string to)
    {
        // A text far longer than any name is near none; the table below must not grow with what a stranger wrote.
        if (from.Length > 2 * to.Length + 2)
        {
            return int.MaxValue;
        }

        var table = new int[from.Length + 1, to.Length + 1];
        for (var i = 0; i <= from.Length; i++)
        {
            for (var j = 0; j <= to.Length; j++)
            {
                table[i, j] = i == 0 ? j : j == 0 ? i : Math.Min(
                    Math.Min(table[i - 1, j], table[i, j - 1]) + 1,
                    table[i - 1, j - 1] + (from[i - 1] == to[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && from[i - 1] == to[j - 2] && from[i - 2] == to[j - 1])
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
            }
        }

        return table[from.Length, to.Length];
    }
}
