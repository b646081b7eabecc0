namespace MskPrecheckAction;

/// <summary>Where the process begins.</summary>
internal static class Program
{
    private static void Main() => Console.WriteLine($"msk-precheck {ToolVersion.Current}");
}
