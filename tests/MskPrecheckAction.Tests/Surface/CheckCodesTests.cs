using MskPrecheckAction.Checks;
using MskPrecheckAction.Inputs;
using Xunit;
using static MskPrecheckAction.Tests.Surface.GivenInputsTests;

namespace MskPrecheckAction.Tests.Surface;

public sealed class CheckCodesTests
{
    [Theory]
    [InlineData("blocker", Level.Blocker, false, "")]
    [InlineData("Warning", Level.Warning, false, "")]
    [InlineData("NEVER", Level.Blocker, true, "")]
    [InlineData("blocker, W04, w10", Level.Blocker, false, "W04 W10")]
    [InlineData("never\nB13\n", Level.Blocker, true, "B13")]
    [InlineData("W04", Level.Blocker, false, "W04")]
    [InlineData("I01,,warning", Level.Warning, false, "I01")]
    public void What_fails_the_job(string text, Level threshold, bool never, string codes)
    {
        var given = From(("INPUT_FAILON", text));
        var policy = CheckCodes.Policy(given);

        Assert.Empty(given.Problems);
        Assert.Equal((threshold, never, codes), (policy.Threshold, policy.NeverByLevel, string.Join(' ', policy.Codes.Order())));
    }

    [Theory]
    [InlineData("blockr", "Input 'failOn' is 'blockr': blocker, warning, never and codes of checks are allowed, by comma. 'blockr' is no check's code; the nearest is blocker. 'msk-precheck codes' lists them all.")]
    [InlineData("info", "Input 'failOn' is 'info': blocker, warning, never and codes of checks are allowed, by comma. 'info' is no check's code. 'msk-precheck codes' lists them all.")]
    [InlineData("warning, never", "Input 'failOn' is 'warning, never': warning and never contradict each other. Write one of blocker, warning, never; codes may follow.")]
    public void What_does_not(string text, string problem)
    {
        var given = From(("INPUT_FAILON", text));
        CheckCodes.Policy(given);

        Assert.Equal([problem], given.Problems);
    }

    [Theory]
    [InlineData("B07, b08", "B07 B08")]
    [InlineData("B07\r\n  B08\r\n\r\n", "B07 B08")]
    [InlineData("", "")]
    public void Codes_to_skip_come_by_comma_or_line(string text, string codes)
    {
        var given = From(("INPUT_SKIPCHECKS", text));

        Assert.Equal(codes, string.Join(' ', CheckCodes.Skipped(given).Order()));
        Assert.Empty(given.Problems);
    }

    [Fact]
    public void Every_code_that_does_not_exist_is_named_with_the_nearest()
    {
        var given = From(("INPUT_SKIPCHECKS", "B99, W04, X1"));
        CheckCodes.Skipped(given);

        Assert.Equal(2, given.Problems.Count);
        Assert.StartsWith("Input 'skipChecks' is 'B99, W04, X1': 'B99' is no check's code; the nearest is B09.", given.Problems[0], StringComparison.Ordinal);
    }
}
