using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.RegularExpressions;

namespace MskPrecheckAction.Facts;

/// <summary>A version of Kafka, ordered by its first two numbers as whole numbers: 3.10 comes after 3.7.</summary>
/// <param name="Text">As it was spelled, blanks around it left out.</param>
/// <param name="Major">The first number.</param>
/// <param name="Minor">The second number.</param>
/// <param name="Suffix"><c>kraft</c> or <c>tiered</c> in lower case, or null.</param>
public sealed partial record KafkaVersion(string Text, int Major, int Minor, string? Suffix = null)
{
    /// <summary>Whether this version runs without ZooKeeper: the suffix says so on MSK, and from 4.0 on there is nothing else.</summary>
    public bool IsKRaft() => Suffix == "kraft" || Major >= 4;

    /// <summary>Whether this version is older than the given one.</summary>
    public bool IsBelow(int major, int minor) => (Major, Minor).CompareTo((major, minor)) < 0;

    /// <summary>Reads a version as MSK spells it, such as <c>3.6.0.1</c>, <c>2.8.2.tiered</c> or <c>3.9.x.kraft</c>.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out KafkaVersion? version) => TryMatch(text, MskPattern(), out version);

    /// <summary>Reads a value of <c>inter.broker.protocol.version</c>, such as <c>2.8-IV1</c>, <c>3.6</c> or <c>0.11.0-IV2</c>.</summary>
    public static bool TryParseProtocol(string? text, [NotNullWhen(true)] out KafkaVersion? version) => TryMatch(text, ProtocolPattern(), out version);

    private static bool TryMatch(string? text, Regex pattern, [NotNullWhen(true)] out KafkaVersion? version)
    {
        version = null;
        var match = pattern.Match((text ?? "").Trim());
        if (!match.Success)
        {
            return false;
        }

        int Number(string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var suffix = match.Groups["suffix"];
        version = new KafkaVersion(match.Value, Number("major"), Number("minor"), suffix.Success ? suffix.Value.ToLowerInvariant() : null);
        return true;
    }

    [GeneratedRegex(
        @"^(?<major>[0-9]{1,4})\.(?<minor>[0-9]{1,4})(\.([0-9]{1,4}|x))?(\.[0-9]{1,4})?([.-](?<suffix>kraft|tiered))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex MskPattern();

    [GeneratedRegex(
        @"^(?<major>[0-9]{1,4})\.(?<minor>[0-9]{1,4})(\.[0-9]{1,4})*(-IV[0-9]{1,4})?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex ProtocolPattern();
}
