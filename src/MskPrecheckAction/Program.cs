using MskPrecheckAction.World;

namespace MskPrecheckAction;

/// <summary>Where the process begins.</summary>
internal static class Program
{
    private static Task<int> Main(string[] words) => Application.RunAsync(words, ProgramEnvironment.OfThisProcess());
}
