using MskPrecheckAction.Output;

namespace MskPrecheckAction.Inputs;

/// <summary>The checked-out repository: paths are shown relative to it.</summary>
/// <param name="Root">Its folder, links resolved.</param>
/// <param name="WorkingDirectory">What relative paths are relative to.</param>
/// <param name="IsBoundary">Whether a CI host gave it: then reports stay inside. At a console it is the working directory, and people write where they like.</param>
internal sealed record Workspace(string Root, string WorkingDirectory, bool IsBoundary)
{
    private static readonly string[] RootVariables = ["GITHUB_WORKSPACE", "BUILD_SOURCESDIRECTORY"];

    /// <summary>GitHub's workspace, else Azure's sources, else the working directory; a variable that names no folder here is not believed.</summary>
    public static Workspace Of(IReadOnlyDictionary<string, string> variables, string workingDirectory)
    {
        var root = RootVariables
            .Select(name => variables.GetValueOrDefault(name))
            .FirstOrDefault(path => !string.IsNullOrWhiteSpace(path) && Directory.Exists(path));
        return new Workspace(RealPath.Of(root ?? workingDirectory), workingDirectory, IsBoundary: root is not null);
    }

    /// <summary>The absolute path of what was given.</summary>
    public string Absolute(string path) => Path.GetFullPath(path, WorkingDirectory);

    /// <summary>As a reader of the repository knows it: relative to its root with forward slashes where it is inside, else as given.</summary>
    public string Shown(string path)
    {
        try
        {
            var real = RealPath.Of(Absolute(path));
            return Contains(real) ? Path.GetRelativePath(Root, real) : path;
        }
        catch (Exception refused) when (FileWriter.IsRefusal(refused))
        {
            // Whoever reads the file will say what is wrong with its path.
            return path;
        }
    }

    /// <summary>The absolute path of one that is shown.</summary>
    public string FromRoot(string shown) => Path.GetFullPath(shown, Root);

    /// <summary>Whether a path with its links resolved is the workspace or in it.</summary>
    public bool Contains(string realPath) => realPath == Root || realPath.StartsWith(Root.TrimEnd('/') + "/", StringComparison.Ordinal);
}
