using MskPrecheckAction.Output;

namespace MskPrecheckAction.Inputs;

/// <summary>The file of <c>collect --output</c>: its folder is made and tried before any cluster is asked.</summary>
internal static class OutputFile
{
    /// <summary>The absolute path; null where it cannot be written, and the problem is noted.</summary>
    public static string? Prepare(GivenInputs given, Workspace workspace, FileWriter files)
    {
        if (given.Text(InputCatalog.Output) is not { } path)
        {
            return null;
        }

        try
        {
            // Through a link, such as /dev/stdout: the file goes by a rename, which would else take the link's own place, or a device's.
            var absolute = RealPath.Of(workspace.Absolute(path));
            if (Directory.Exists(absolute))
            {
                given.Wrong(InputCatalog.Output, path, "it is a folder. Write the path of a file");
                return null;
            }

            if (LinuxFile.IsSpecial(absolute))
            {
                given.Wrong(InputCatalog.Output, path, "it is a device or a pipe. Write the path of a file");
                return null;
            }

            var folder = Path.GetDirectoryName(absolute)!;
            files.CreateFolder(folder);
            files.Try(folder);
            return absolute;
        }
        catch (Exception refused) when (FileWriter.IsRefusal(refused))
        {
            given.Wrong(InputCatalog.Output, path, $"it cannot be written ({FileWriter.Words(refused)}). Write a path that can be");
            return null;
        }
    }
}
