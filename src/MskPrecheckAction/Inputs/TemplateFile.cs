using System.Globalization;
using System.Text;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Output;
using MskPrecheckAction.Rendering;

namespace MskPrecheckAction.Inputs;

/// <summary>Reads <c>template</c>.</summary>
internal static class TemplateFile
{
    // More than any template has, and an end to a device that has none.
    private const int MostBytes = 1024 * 1024;

    /// <summary>The template's text; null where none was given or it cannot be read.</summary>
    public static string? Read(GivenInputs given, Workspace workspace)
    {
        if (given.Text(InputCatalog.Template) is not { } path)
        {
            return null;
        }

        try
        {
            var text = ReadSome(workspace.Absolute(path));
            if (SummaryReport.TemplateProblem(text, path) is not { } problem) return text;
            given.Wrong(InputCatalog.Template, path, string.Create(CultureInfo.InvariantCulture, $"{problem.Message.TrimEnd('.')} (line {problem.Location?.Line}, column {problem.Location?.Column})"));
            return null;
        }
        catch (Exception refused) when (FileWriter.IsRefusal(refused))
        {
            given.Wrong(InputCatalog.Template, path, $"it cannot be read ({InputFile.Words(refused)}). Write the path of a Scriban template");
            return null;
        }
    }

    private static string ReadSome(string path)
    {
        using var stream = InputFile.Open(path);
        var bytes = new byte[MostBytes + 1];
        var count = stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        return count <= MostBytes ? Encoding.UTF8.GetString(bytes, 0, count) : throw new IOException("it is larger than 1 MiB");
    }
}
