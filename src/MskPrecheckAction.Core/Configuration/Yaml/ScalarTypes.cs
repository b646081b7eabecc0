using System.Text.RegularExpressions;

namespace MskPrecheckAction.Configuration.Yaml;

/// <summary>What a value without quotes is to YAML 1.2's core schema.</summary>
internal enum ScalarType
{
    /// <summary>Text.</summary>
    Text,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Truth,

    /// <summary>A whole number or one with a fraction.</summary>
    Number,

    /// <summary>Nothing, <c>~</c> or <c>null</c>.</summary>
    Null,
}

/// <summary>Tells the types apart; <c>yes</c> and <c>on</c> are text, as in YAML 1.2.</summary>
internal static partial class ScalarTypes
{
    /// <summary>The type of a value without quotes.</summary>
    public static ScalarType Of(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => ScalarType.Null,
        "true" or "True" or "TRUE" or "false" or "False" or "FALSE" => ScalarType.Truth,
        _ => Number().IsMatch(text) ? ScalarType.Number : ScalarType.Text,
    };

    [GeneratedRegex(
        @"^([-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+|[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Number();
}
