using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Hosts;

/// <summary>The kinds of place the program runs in.</summary>
internal enum HostKind
{
    /// <summary>A step of a GitHub workflow.</summary>
    GitHub,

    /// <summary>A step of an Azure pipeline.</summary>
    Azure,

    /// <summary>Anything else.</summary>
    Console,
}

/// <summary>Finds out where the program runs.</summary>
internal static class HostDetection
{
    /// <summary>The variable that decides, whatever the place says.</summary>
    public const string Variable = "MSK_PRECHECK_CI";

    private static readonly string[] Words = ["github", "azure", "none"];

    /// <summary>Our own variable decides, else GitHub's, else Azure's; with the problem where ours has no word that we know.</summary>
    public static (HostKind Kind, string? Problem) Detect(IReadOnlyDictionary<string, string> variables)
    {
        var ours = (variables.GetValueOrDefault(Variable) ?? "").Trim();
        return ours.ToLowerInvariant() switch
        {
            "github" => (HostKind.GitHub, null),
            "azure" => (HostKind.Azure, null),
            "none" => (HostKind.Console, null),
            "" => (Guess(variables), null),
            _ => (Guess(variables), $"The variable {Variable} is '{ours}': write {string.Join(", ", Words)} or leave it out{(NearestName.Of(ours, Words) is { } nearest ? $" (did you mean {nearest}?)" : "")}."),
        };
    }

    private static HostKind Guess(IReadOnlyDictionary<string, string> variables) =>
        IsTrue(variables.GetValueOrDefault("GITHUB_ACTIONS")) ? HostKind.GitHub
        : IsTrue(variables.GetValueOrDefault("TF_BUILD")) ? HostKind.Azure
        : HostKind.Console;

    private static bool IsTrue(string? value) => "true".Equals(value?.Trim(), StringComparison.OrdinalIgnoreCase);
}
