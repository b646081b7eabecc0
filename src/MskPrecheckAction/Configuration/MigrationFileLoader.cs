namespace MskPrecheckAction.Configuration;

/// <summary>Reads a migration file from disk.</summary>
internal static class MigrationFileLoader
{
    private const int MostNamed = 5;

    /// <summary>The file, when nothing is wrong; else null, and everything that is wrong is added to the problems.</summary>
    /// <param name="shown">The path as messages and reports show it.</param>
    /// <param name="absolute">Where the file is.</param>
    /// <param name="environment">Looks up the variable behind <c>${NAME}</c>; null where it is not set.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static MigrationFile? Load(string shown, string absolute, Func<string, string?> environment, List<ConfigProblem> problems)
    {
        try
        {
            if (Directory.Exists(absolute))
            {
                problems.Add(new ConfigProblem($"'{shown}' is a folder. Write the path of the migration file{Nearby(absolute, "")}.", null));
                return null;
            }

            MigrationFileReader.TryRead(shown, Bytes(absolute), environment, out var file, out var wrong);
            problems.AddRange(wrong);
            return file;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or ArgumentException)
        {
            problems.Add(new ConfigProblem(Explain(shown, absolute, refused), null));
            return null;
        }
    }

    private static ReadOnlySpan<byte> Bytes(string absolute)
    {
        // One byte more than may be, and never the whole of a device or of somebody's 40 GB.
        using var stream = InputFile.Open(absolute);
        var bytes = new byte[MigrationFileReader.MaxBytes + 1];
        return bytes.AsSpan(0, stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false));
    }

    private static string Explain(string shown, string absolute, Exception refused)
    {
        var folder = Path.GetDirectoryName(absolute);
        return refused switch
        {
            UnauthorizedAccessException => $"'{shown}' may not be read by this user. Give it read permission.",
            FileNotFoundException or DirectoryNotFoundException when Directory.Exists(folder) =>
                $"'{shown}' does not exist. Write the path of the migration file{Nearby(folder, Path.GetFileName(absolute))}.",
            FileNotFoundException or DirectoryNotFoundException => $"'{shown}' does not exist, nor does its folder. Write the path of the migration file.",
            _ => $"'{shown}' cannot be read ({refused.Message.TrimEnd('.')}). Write the path of the migration file.",
        };
    }

    // What the user may have meant: the name most alike, else what YAML there is.
    private static string Nearby(string folder, string wanted)
    {
        try
        {
            if (!Directory.EnumerateFileSystemEntries(folder).Any())
            {
                return "; its folder is empty, so a step that checks out the repository may be missing";
            }

            var names = Directory.EnumerateFiles(folder)
                .Where(path => Path.GetExtension(path).ToUpperInvariant() is ".YAML" or ".YML")
                .Select(path => Path.GetFileName(path))
                .Order(StringComparer.Ordinal)
                .ToArray();
            return NearestName.Of(wanted, names) is { } near ? $"; its folder has '{near}'"
                : names.Length > 0 ? $"; its folder has {string.Join(", ", names.Take(MostNamed).Select(name => $"'{name}'"))}{(names.Length > MostNamed ? " and more" : "")}"
                : "; its folder has no .yaml and no .yml file";
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
