using System.Diagnostics.CodeAnalysis;
using MskPrecheckAction.Configuration.Reading;
using MskPrecheckAction.Configuration.Yaml;

namespace MskPrecheckAction.Configuration;

/// <summary>Reads a migration file: the plan it holds, or everything that is wrong with it at once.</summary>
public static class MigrationFileReader
{
    /// <summary>The most bytes a migration file may have.</summary>
    public const int MaxBytes = YamlEncoding.MaxBytes;

    /// <summary>Reads the bytes of a file.</summary>
    /// <param name="path">The file's path as it was given; it is only shown.</param>
    /// <param name="bytes">What is in it.</param>
    /// <param name="environment">Looks up the variable behind <c>${NAME}</c>; null where it is not set.</param>
    /// <param name="file">The file, when nothing is wrong.</param>
    /// <param name="problems">All that is wrong, in the order of the file, each with its place.</param>
    public static bool TryRead(
        string path,
        ReadOnlySpan<byte> bytes,
        Func<string, string?> environment,
        [NotNullWhen(true)] out MigrationFile? file,
        out IReadOnlyList<ConfigProblem> problems)
    {
        file = null;
        var shown = path.Replace(Path.DirectorySeparatorChar, '/');
        var (source, unreadable) = YamlEncoding.Decode(shown, bytes);
        if (source is null)
        {
            problems = [unreadable!];
            return false;
        }

        var (documents, fault) = YamlTree.Parse(source);
        if (fault is not null)
        {
            problems = [fault];
            return false;
        }

        var reading = new BlockReading(source, environment);
        file = Read(reading, documents);
        problems = reading.Problems;
        return file is not null;
    }

    private static MigrationFile? Read(BlockReading reading, IReadOnlyList<YamlDocument> documents)
    {
        if (BlockSearch.Find(reading, documents) is not var (entry, block))
        {
            return null;
        }

        var at = reading.Source.Of(entry);
        reading.Marks[""] = at;
        PlainBlock.Check(reading, entry);
        return PlanReader.Read(reading, new Section(reading, "", at, block)) is { } plan
            ? new MigrationFile(reading.Source.Path, plan, reading.Marks, reading.Notes)
            : null;
    }
}
