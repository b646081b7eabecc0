namespace MskPrecheckAction.Inputs;

/// <summary>Resolves links, so that no path can claim to be where it is not.</summary>
internal static class RealPath
{
    // As many as Linux follows before it answers ELOOP.
    private const int MaxLinks = 40;

    /// <summary>The absolute path with every link in it followed; what does not exist yet stays as it is.</summary>
    /// <exception cref="IOException">Links that lead in a circle.</exception>
    public static string Of(string absolutePath)
    {
        var links = 0;
        return Resolve(absolutePath, ref links);
    }

    private static string Resolve(string absolutePath, ref int links)
    {
        var real = Path.GetPathRoot(absolutePath) ?? "/";
        foreach (var part in Path.GetFullPath(absolutePath)[real.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries))
        {
            var next = Path.Combine(real, part);
            if (new FileInfo(next).LinkTarget is { } target)
            {
                if (++links > MaxLinks)
                {
                    throw new IOException($"'{next}' is a link that leads in a circle.");
                }

                next = Resolve(Path.GetFullPath(target, real), ref links);
            }

            real = next;
        }

        return real;
    }
}
