using MskPrecheckAction.Collection.Kafka.Apart;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.World;

namespace MskPrecheckAction;

/// <summary>Where the process begins.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] words)
    {
        var exitCode = words is [ClusterReader.Word] ? await ClusterReader.RunAsync(Console.OpenStandardInput(), Console.OpenStandardOutput()) : await RunAsync(words);
        ProcessEnd.Now(exitCode);
        return exitCode;
    }

    private static async Task<int> RunAsync(string[] words)
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

        var exitCode = await Application.RunAsync(words, environment);
        await environment.Out.FlushAsync();
        await environment.Error.FlushAsync();
        return exitCode;
    }
}
