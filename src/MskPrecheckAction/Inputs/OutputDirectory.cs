using MskPrecheckAction.Output;

namespace MskPrecheckAction.Inputs;

/// <summary>The folder of the reports: inside the workspace of a CI host, made where it is missing, tried before any cluster is asked.</summary>
internal static class OutputDirectory
{
    /// <summary>The folder, ready to be written to; null where it cannot be had, and the problem is noted.</summary>
    public static string? Prepare(GivenInputs given, Workspace workspace)
    {
        if (given.Text(InputCatalog.OutputDirectory) is not { } path)
        {
            return null;
        }

        try
        {
            var real = RealPath.Of(workspace.Absolute(path));
            if (workspace.IsBoundary && !workspace.Contains(real))
            {
                given.Wrong(InputCatalog.OutputDirectory, path, $"it leads to '{real}', which is outside the workspace '{workspace.Root}'. Write a folder inside it");
                return null;
            }

            if (File.Exists(real))
            {
                given.Wrong(InputCatalog.OutputDirectory, path, "it is a file. Write the path of a folder");
                return null;
            }

            var files = new FileWriter(workspace.Root);
            files.CreateFolder(real);
            files.Try(real);
            return real;
        }
        catch (Exception refused) when (FileWriter.IsRefusal(refused))
        {
            given.Wrong(InputCatalog.OutputDirectory, path, $"it cannot be written to ({FileWriter.Words(refused)}). Make it writable, or write another folder");
            return null;
        }
    }
}
