using System.Text.Json;
using System.Text.RegularExpressions;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>What came of a run.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Everything">Every byte that was written, mask commands excepted.</param>
/// <param name="Json">msk-precheck.json.</param>
internal sealed partial record WholeRun(int Exit, TimeSpan Took, string Out, string Error, string Everything, string Json)
{
    /// <summary>The checks of the report by code.</summary>
    public IReadOnlyDictionary<string, JudgedCheck> Checks { get; } = Read(Json);

    /// <summary>One check in words, for a test's failure.</summary>
    public string Words => string.Join('\n', Checks.Values) + "\n" + Out + Error;

    /// <summary>Whether a user would see where in the program something was thrown.</summary>
    public bool ShowsStackTrace => StackTrace().IsMatch(Everything);

    [GeneratedRegex(@"(?m)^\s+at \S+\(")]
    private static partial Regex StackTrace();

    private static Dictionary<string, JudgedCheck> Read(string json)
    {
        using var report = JsonDocument.Parse(json);
        return report.RootElement.TryGetProperty("checks", out var checks)
            ? checks.EnumerateArray().Select(Judged).ToDictionary(check => check.Code)
            : [];
    }

    private static JudgedCheck Judged(JsonElement check) => new(
        check.GetProperty("code").GetString()!,
        check.GetProperty("outcome").GetString()!,
        [.. check.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("message").GetString()!)],
        check.TryGetProperty("gaps", out var gaps) ? [.. gaps.EnumerateArray().Select(gap => (Text(gap, "asked"), Text(gap, "reason"), Text(gap, "permission")))] : [],
        Text(check, "remark"));

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";
}

/// <summary>A check as the report has it.</summary>
internal sealed record JudgedCheck(string Code, string Outcome, string[] Messages, (string Asked, string Reason, string Permission)[] Gaps, string Remark)
{
    /// <summary>Outcome and messages: what a right that is missing elsewhere must not change.</summary>
    public string Verdict => $"{Code} {Outcome} {string.Join(" | ", Messages)}";

    public override string ToString() => $"{Verdict} {string.Join(" | ", Gaps.Select(gap => $"[{gap.Asked}: {gap.Reason} ({gap.Permission})]"))} {Remark}";
}
