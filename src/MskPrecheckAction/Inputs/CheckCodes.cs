using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Engine;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Inputs;

/// <summary>Reads what names checks: <c>failOn</c>, <c>skipChecks</c> and the code of <c>explain</c>.</summary>
internal static class CheckCodes
{
    private static readonly string[] Levels = ["blocker", "warning", "never"];

    // Whoever gave a file in a code's place needs no problem for each of its words.
    private const int MostUnknown = 10;

    /// <summary><c>skipChecks</c>: codes by comma or line.</summary>
    public static IReadOnlySet<string> Skipped(GivenInputs given)
    {
        var text = given.Text(InputCatalog.SkipChecks) ?? "";
        return Codes(given, InputCatalog.SkipChecks, text, Parts(text), []);
    }

    /// <summary><c>failOn</c> and <c>allowIncomplete</c>: a level, codes, or a level and codes.</summary>
    public static FailPolicy Policy(GivenInputs given)
    {
        var text = given.Text(InputCatalog.FailOn) ?? InputCatalog.FailOn.Default;
        var parts = Parts(text);
        var levels = parts.Where(part => Levels.Contains(part, StringComparer.OrdinalIgnoreCase)).Select(part => part.ToLowerInvariant()).Distinct().ToList();
        if (levels.Count > 1)
        {
            given.Wrong(InputCatalog.FailOn, text, $"{string.Join(" and ", levels)} contradict each other. Write one of blocker, warning, never; codes may follow");
        }

        var codes = Codes(given, InputCatalog.FailOn, text, [.. parts.Where(part => !Levels.Contains(part, StringComparer.OrdinalIgnoreCase))], Levels);
        var level = levels.FirstOrDefault() ?? Levels[0];
        return new FailPolicy(
            level == "warning" ? Level.Warning : Level.Blocker, NeverByLevel: level == "never", codes, given.Boolean(InputCatalog.AllowIncomplete));
    }

    /// <summary>What to say of a code that does not exist.</summary>
    public static string Unknown(string code, params IReadOnlyList<string> words)
    {
        var nearest = NearestName.Of(code, [.. words, .. CheckCatalog.All.Select(check => check.Code)]);
        return $"'{Excerpt.Of(code)}' is no check's code{(nearest is null ? "" : $"; the nearest is {nearest}")}. 'msk-precheck codes' lists them all";
    }

    private static HashSet<string> Codes(GivenInputs given, InputDefinition input, string text, string[] parts, string[] words)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var unknown = 0;
        foreach (var part in parts.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (CheckCatalog.Find(part) is { } check)
            {
                codes.Add(check.Code);
            }
            else if (++unknown <= MostUnknown)
            {
                given.Wrong(input, text, (words.Length == 0 ? "" : $"{string.Join(", ", words)} and codes of checks are allowed, by comma. ") + Unknown(part, words));
            }
        }

        if (unknown > MostUnknown) given.Wrong(input, text, $"{unknown - MostUnknown} more of its words are no check's code");
        return codes;
    }

    private static string[] Parts(string text) => text.Split([',', '\n', '\r'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
