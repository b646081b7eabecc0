using System.Reflection;

namespace MskPrecheckAction;

/// <summary>This program's own version.</summary>
internal static class ToolVersion
{
    /// <summary>Where defects are reported.</summary>
    public const string Issues = "https://github.com/msk-precheck/msk-precheck-action/issues";

    /// <summary>Such as <c>0.1.0</c>.</summary>
    public static string Current =>
        typeof(ToolVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "0.0.0";
}
