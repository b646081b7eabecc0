using MskPrecheckAction.Engine;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Rendering;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.World;

namespace MskPrecheckAction.Commands;

/// <summary><c>explain</c> and <c>codes</c>: what the catalogue says.</summary>
internal static class ReferenceCommands
{
    private static readonly string[] Formats = ["text", "markdown", "json"];

    /// <summary>One check.</summary>
    public static int Explain(CommandLine line, ProgramEnvironment environment)
    {
        List<string> problems = [.. line.Problems];
        var check = line.Operand is null ? null : CheckCatalog.Find(line.Operand);
        if (check is null && problems.Count == 0)
        {
            problems.Add(line.Operand is null
                ? $"'{Verb.Explain}' takes a check's code, such as 'msk-precheck explain B11'."
                : CheckCodes.Unknown(line.Operand) + ".");
        }

        return Print(environment, problems, () => CheckReference.Explain(check!));
    }

    /// <summary>All checks.</summary>
    public static int Codes(CommandLine line, ProgramEnvironment environment)
    {
        // From the command line alone: INPUT_FORMAT would be somebody else's.
        var given = new GivenInputs(Verb.Codes, line.Given, new Dictionary<string, string>());
        var format = given.Text(InputCatalog.Format) ?? "";
        if (!Formats.Contains(format)) given.Wrong(InputCatalog.Format, format, "write text, markdown or json");
        return Print(environment, [.. line.Problems, .. given.Problems], () => format switch
        {
            "markdown" => CheckReference.Markdown(CheckCatalog.All),
            "json" => CheckReference.Json(CheckCatalog.All),
            _ => CheckReference.Text(CheckCatalog.All),
        });
    }

    /// <summary>Says what is wrong with a command line that names nothing to do.</summary>
    public static int Refuse(IReadOnlyList<string> problems, ProgramEnvironment environment) => Print(environment, problems, () => "");

    private static int Print(ProgramEnvironment environment, IReadOnlyList<string> problems, Func<string> text)
    {
        var writer = problems.Count > 0 ? environment.Error : environment.Out;
        writer.Write(problems.Count > 0 ? string.Concat(problems.Select(problem => HarmlessText.Line(problem) + "\n")) : text());
        writer.Flush();
        return problems.Count > 0 ? ExitCode.Invalid : ExitCode.Ready;
    }
}
