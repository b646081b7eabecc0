namespace MskPrecheckAction.Hosts;

/// <summary>Whether somebody debugs: GitHub and Azure each have a variable for it, and either is heard everywhere.</summary>
internal static class DebugMode
{
    /// <summary>Whether debug lines are wanted.</summary>
    public static bool IsOn(IReadOnlyDictionary<string, string> variables) =>
        variables.GetValueOrDefault("RUNNER_DEBUG") == "1" || "true".Equals(variables.GetValueOrDefault("SYSTEM_DEBUG"), StringComparison.OrdinalIgnoreCase);
}
