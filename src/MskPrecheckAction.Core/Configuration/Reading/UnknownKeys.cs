using System.Text.RegularExpressions;
using MskPrecheckAction.Configuration.Yaml;

namespace MskPrecheckAction.Configuration.Reading;

/// <summary>What is said of a key that nobody knows: newer versions of the migrator may, so it is no error.</summary>
internal static partial class UnknownKeys
{
    /// <summary>The note: what was meant perhaps, else what may stand there.</summary>
    public static string Note(string section, YamlEntry entry)
    {
        var hint = KnownKeys.Meant(section, entry.Name!) is { } meant
            ? $"Did you mean {meant}?"
            : $"The keys here are {string.Join(", ", KnownKeys.Of(section))}.";
        return $"{Shown(section, entry)} is no known key {(section.Length == 0 ? "of the block" : "of " + section)} and is left alone. {hint}";
    }

    /// <summary>The key as messages show it. Not every key is shown: <c>{password:hunter2}</c> without a blank is a key too.</summary>
    public static string Shown(string section, YamlEntry entry)
    {
        var mayBeSecret = section.EndsWith("auth", StringComparison.Ordinal) && entry.Value is YamlScalar { IsEmpty: true };
        return !mayBeSecret && Ordinary().IsMatch(entry.Name!) ? $"'{entry.Name}'" : "What stands here";
    }

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_.-]{0,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Ordinary();
}
