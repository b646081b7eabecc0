using MskPrecheckAction.Commands;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.World;

namespace MskPrecheckAction;

/// <summary>Takes the command line to what it asks for. The seam of the whole program: tests come in here.</summary>
internal static class Application
{
    /// <summary>Does what the words say and gives the exit code; whatever a verb did not catch ends here.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> words, ProgramEnvironment environment)
    {
        try
        {
            return await DoAsync(words, environment);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            return await Session.LastWordAsync(defect, environment);
        }
    }

    private static Task<int> DoAsync(IReadOnlyList<string> words, ProgramEnvironment environment)
    {
        // First, for whoever asks a version must not wait for a table of options.
        if (CommandLine.WantsVersion(words)) return Print(environment, $"msk-precheck {ToolVersion.Current}\n");
        if (CommandLine.WantsOverview(words)) return Print(environment, HelpText.Overview());

        var line = CommandLine.Parse(words);
        if (line.WantsHelp && line.Problems.Count == 0) return Print(environment, HelpText.Of(line.Verb));
        if (!line.HasVerb) return Task.FromResult(ReferenceCommands.Refuse(line.Problems, environment));
        return line.Verb.Name switch
        {
            Verb.Explain => Task.FromResult(ReferenceCommands.Explain(line, environment)),
            Verb.Codes => Task.FromResult(ReferenceCommands.Codes(line, environment)),
            Verb.Collect => new CollectCommand(new Session(environment), line).RunAsync(),
            _ => new PrecheckRun(new Session(environment), line).RunAsync(),
        };
    }

    private static Task<int> Print(ProgramEnvironment environment, string text)
    {
        environment.Out.Write(text);
        environment.Out.Flush();
        return Task.FromResult(ExitCode.Ready);
    }
}
