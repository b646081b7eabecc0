using System.Globalization;
using System.Text.RegularExpressions;
using MskPrecheckAction.Configuration.Yaml;

namespace MskPrecheckAction.Configuration.Shapes;

/// <summary>The shapes of switches, whole numbers and durations.</summary>
internal static partial class Measures
{
    /// <summary><c>true</c> or <c>false</c>, in no other spelling: a <c>yes</c> that is taken for false would hide a blocker.</summary>
    public static readonly Shape<bool> Switch = new("Write true or false", ReadSwitch) { Type = ScalarType.Truth };

    /// <summary>A length of time.</summary>
    public static readonly Shape<TimeSpan> Duration =
        new("Write a whole number and one of ms, s, m, h, d, w, y, such as 30m", ReadDuration);

    private static readonly Dictionary<string, TimeSpan> Units = new()
    {
        ["ms"] = TimeSpan.FromMilliseconds(1),
        ["s"] = TimeSpan.FromSeconds(1),
        ["m"] = TimeSpan.FromMinutes(1),
        ["h"] = TimeSpan.FromHours(1),
        ["d"] = TimeSpan.FromDays(1),
        ["w"] = TimeSpan.FromDays(7),
        ["y"] = TimeSpan.FromDays(365),
    };

    /// <summary>A whole number, from the given one on.</summary>
    public static Shape<long> WholeFrom(long least) =>
        new($"Write a whole number from {least} on, such as {Math.Max(least, 100)}", (string text, out long value) => ReadWhole(text, least, out value))
        {
            Type = ScalarType.Number,
        };

    private static string? ReadSwitch(string text, out bool value) => bool.TryParse(text, out value) ? null : "is neither true nor false";

    private static string? ReadWhole(string text, long least, out long value)
    {
        value = 0;
        return !Whole().IsMatch(text) ? "is no whole number"
            : !long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) ? "is out of range"
            : value < least ? $"is less than {least}"
            : null;
    }

    private static string? ReadDuration(string text, out TimeSpan value)
    {
        value = default;
        var match = Parts().Match(text);
        if (!match.Success)
        {
            return "is no duration";
        }

        var written = match.Groups["unit"].Value;
        if (!Units.TryGetValue(written, out var unit))
        {
            return written.Length == 0 ? "has no unit" : "has a unit that is not known";
        }

        if (!long.TryParse(match.Groups["count"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            || count > TimeSpan.MaxValue.Ticks / unit.Ticks)
        {
            return "is too long";
        }

        value = new TimeSpan(count * unit.Ticks);
        return match.Groups["sign"].Length > 0 ? "is negative" : null;
    }

    [GeneratedRegex(@"^[-+]?[0-9]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Whole();

    [GeneratedRegex(@"^(?<sign>-?)(?<count>[0-9]+)(?<unit>[A-Za-z]*)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Parts();
}
