namespace MskPrecheckAction.Configuration;

/// <summary>A migration file that was read without a problem: the plan, and where each key stands.</summary>
/// <param name="Path">The file's path as it was given, with forward slashes.</param>
/// <param name="Plan">What it says.</param>
/// <param name="Marks">Where each key of the block stands, by its path such as <c>source.auth.mode</c>; the empty path is the block itself.</param>
/// <param name="Notes">What is worth knowing and is no error, such as unknown keys.</param>
public sealed record MigrationFile(string Path, MigrationPlan Plan, IReadOnlyDictionary<string, Location> Marks, IReadOnlyList<ConfigProblem> Notes)
{
    /// <summary>The line of a key; of the nearest key above it where the key itself is not written.</summary>
    public Location Locate(string path)
    {
        for (var at = path; ; at = at[..Math.Max(0, at.LastIndexOf('.'))])
        {
            if (Marks.TryGetValue(at, out var location))
            {
                return location;
            }

            if (at.Length == 0)
            {
                return Location.StartOf(Path);
            }
        }
    }
}
