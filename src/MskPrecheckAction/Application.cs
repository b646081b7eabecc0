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
            var exitCode = await DoAsync(words, environment);
            return environment.OutLoss() is { } loss ? await UnheardAsync(loss, exitCode, environment) : exitCode;
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            return await Session.LastWordAsync(defect, environment);
        }
    }

    // Whoever reads what was written must not take what is missing for all there is; a code that says no already says more than that.
    private static async Task<int> UnheardAsync(string loss, int exitCode, ProgramEnvironment environment)
    {
        await environment.Error.WriteLineAsync($"Standard output cannot be written ({loss}): send it elsewhere, or to /dev/null.");
        await environment.Error.FlushAsync();
        return exitCode == ExitCode.Ready ? ExitCode.Invalid : exitCode;
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
