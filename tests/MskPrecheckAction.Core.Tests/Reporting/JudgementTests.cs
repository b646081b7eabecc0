using MskPrecheckAction.Checks;
using MskPrecheckAction.Engine;
using Xunit;

namespace MskPrecheckAction.Reporting;

public sealed class JudgementTests
{
    [Theory]
    [InlineData("blocker", "", Verdict.Ready, 0)]
    [InlineData("blocker", "B04!", Verdict.Blocked, 1)]
    [InlineData("blocker", "B04! B06?", Verdict.Blocked, 1)]
    [InlineData("blocker", "B06?", Verdict.Incomplete, 3)]
    [InlineData("blocker", "B06? W01!", Verdict.Incomplete, 3)]
    [InlineData("blocker", "W01! I01!", Verdict.Ready, 0)]
    [InlineData("blocker", "W05?", Verdict.Ready, 0)]
    [InlineData("blocker", "B06-", Verdict.Ready, 0)]
    [InlineData("warning", "W01!", Verdict.Blocked, 1)]
    [InlineData("warning", "I01!", Verdict.Ready, 0)]
    [InlineData("warning", "W05?", Verdict.Ready, 0)]
    [InlineData("never", "B04!", Verdict.Blocked, 0)]
    [InlineData("never", "B06?", Verdict.Incomplete, 0)]
    [InlineData("never", "W01!", Verdict.Ready, 0)]
    [InlineData("never W01", "W01!", Verdict.Blocked, 1)]
    [InlineData("never W01", "B04!", Verdict.Blocked, 0)]
    [InlineData("blocker W10", "W10!", Verdict.Blocked, 1)]
    [InlineData("blocker I01", "I01!", Verdict.Blocked, 1)]
    [InlineData("blocker W10", "W09!", Verdict.Ready, 0)]
    [InlineData("incomplete", "B06?", Verdict.Incomplete, 0)]
    [InlineData("incomplete", "B06? B04!", Verdict.Blocked, 1)]
    [InlineData("blocker", "B11? B12? W04!", Verdict.Ready, 0)]
    [InlineData("blocker", "B11? W04!", Verdict.Ready, 0)]
    [InlineData("blocker", "B11? B12?", Verdict.Incomplete, 3)]
    [InlineData("blocker", "B11? W04?", Verdict.Incomplete, 3)]
    [InlineData("blocker", "B10? B11? W04!", Verdict.Incomplete, 3)]
    [InlineData("blocker W04", "B11? B12? W04!", Verdict.Blocked, 1)]
    [InlineData("warning", "B11? B12? W04!", Verdict.Blocked, 1)]
    public void Verdict_and_exit_code(string policy, string outcomes, Verdict verdict, int exitCode) =>
        Assert.Equal((verdict, exitCode), Judgement.Of(Checks(outcomes), Policy(policy)));

    private static List<ReportedCheck> Checks(string outcomes) =>
    [
        .. CheckCatalog.All.Select(check => new ReportedCheck(check, outcomes.Split(' ').FirstOrDefault(one => one.StartsWith(check.Code, StringComparison.Ordinal)) switch
        {
            null => ReportedOutcome.Passed,
            [.., '!'] => ReportedOutcome.Failed,
            [.., '?'] => ReportedOutcome.Undetermined,
            _ => ReportedOutcome.Skipped,
        })),
    ];

    private static FailPolicy Policy(string text) => new(
        text.StartsWith("warning", StringComparison.Ordinal) ? Level.Warning : Level.Blocker,
        NeverByLevel: text.StartsWith("never", StringComparison.Ordinal),
        text.Split(' ').Skip(1).ToHashSet(),
        AllowIncomplete: text == "incomplete");
}
