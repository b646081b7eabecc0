using MskPrecheckAction.Output;

namespace MskPrecheckAction.Inputs;

/// <summary>Reads <c>template</c>.</summary>
internal static class TemplateFile
{
    /// <summary>The template's text; null where none was given or it cannot be read.</summary>
    public static string? Read(GivenInputs given, Workspace workspace)
    {
        if (given.Text(InputCatalog.Template) is not { } path)
        {
            return null;
        }

        try
        {
            return File.ReadAllText(workspace.Absolute(path));
        }
        catch (Exception refused) when (FileWriter.IsRefusal(refused))
        {
            given.Wrong(InputCatalog.Template, path, $"it cannot be read ({refused.Message.TrimEnd('.')}). Write the path of a Scriban template");
            return null;
        }
    }
}
