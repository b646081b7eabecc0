using MskPrecheckAction.Reporting;
using MskPrecheckAction.World;

namespace MskPrecheckAction;

/// <summary>Where the process begins.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] words)
    {
        ProgramEnvironment environment;
        try
        {
            environment = ProgramEnvironment.OfThisProcess();
        }
        catch (FileNotFoundException)
        {
            await Console.Error.WriteLineAsync("The working directory does not exist any more: change to one that does.");
            return ExitCode.Invalid;
        }

        return await Application.RunAsync(words, environment);
    }
}
