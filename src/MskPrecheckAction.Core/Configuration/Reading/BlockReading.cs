using System.Globalization;
using MskPrecheckAction.Configuration.Yaml;

namespace MskPrecheckAction.Configuration.Reading;

/// <summary>What a reading of the block gathers on its way: problems, notes, and where each key stands.</summary>
internal sealed class BlockReading(YamlSource source, Func<string, string?> environment)
{
    // Beyond this nobody reads on; only a hostile file gets here.
    private const int MostKept = 200;

    private readonly List<(Location At, Func<string> Say)> problems = [];
    private readonly List<(Location At, Func<string> Say)> notes = [];

    /// <summary>The text that is read.</summary>
    public YamlSource Source { get; } = source;

    /// <summary>Looks up an environment variable; null where it is not set.</summary>
    public Func<string, string?> Environment { get; } = environment;

    /// <summary>Where each key stands, by its path in the block.</summary>
    public Dictionary<string, Location> Marks { get; } = [];

    /// <summary>Whether nothing was wrong so far.</summary>
    public bool IsSound => problems.Count == 0;

    /// <summary>All that is wrong, in the order of the file.</summary>
    public IReadOnlyList<ConfigProblem> Problems => Ordered(problems, "problems");

    /// <summary>All that is worth knowing, in the order of the file.</summary>
    public IReadOnlyList<ConfigProblem> Notes => Ordered(notes, "notes");

    /// <summary>Adds something that is wrong.</summary>
    public void Problem(Location at, string message) => problems.Add((at, () => message));

    /// <summary>Adds something that is worth knowing; it is put into words only if it will be shown.</summary>
    public void Note(Location at, Func<string> say) => notes.Add((at, say));

    private ConfigProblem[] Ordered(List<(Location At, Func<string> Say)> all, string what)
    {
        var shown = all.OrderBy(one => one.At.Line).ThenBy(one => one.At.Column).Take(MostKept).Select(one => new ConfigProblem(one.Say(), one.At));
        if (all.Count <= MostKept)
        {
            return [.. shown];
        }

        var more = string.Create(CultureInfo.InvariantCulture, $"{all.Count - MostKept:N0} more {what} are not shown.");
        return [.. shown, new ConfigProblem(more, Location.StartOf(Source.Path))];
    }
}
