using MskPrecheckAction.Checks;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Engine;

public sealed class EvaluationTests
{
    private static readonly HashSet<string> Nothing = [];

    [Fact]
    public void A_check_that_throws_is_undetermined_and_the_others_still_run()
    {
        var results = Evaluation.Run([new Throws(), new ReverseReplicationIsOff()], new Evidence(Given.AllGreen.Plan, Given.AllGreen.Snapshot), Nothing);
        var gap = Assert.Single(results[0].Outcome!.IsUndetermined());
        Assert.Equal((GapCause.Defect, "check B99"), (gap.Cause, gap.Asked));
        Assert.Contains("please report this", gap.Reason, StringComparison.Ordinal);
        results[1].Outcome!.Passes();
    }

    [Fact]
    public void A_check_that_forgets_a_place_of_its_message_is_undetermined() => Evaluation
        .Run([new Forgets()], new Evidence(Given.AllGreen.Plan, Given.AllGreen.Snapshot), Nothing)[0].Outcome!.IsUndetermined();

    [Fact]
    public void A_check_that_is_skipped_has_no_outcome() =>
        Assert.Null(Evaluation.Run([new Throws()], new Evidence(Given.AllGreen.Plan, Given.AllGreen.Snapshot), new HashSet<string> { "B99" })[0].Outcome);

    [Fact]
    public void All_is_green_and_in_catalogue_order()
    {
        var results = Evaluation.Run(CheckCatalog.All, new Evidence(Given.AllGreen.Plan, Given.AllGreen.Snapshot), Nothing);
        Assert.Equal(CheckCatalog.All, results.Select(result => result.Check));
        Assert.All(results, result => result.Outcome!.Passes());
    }

    [Fact]
    public void Where_nothing_is_known_no_check_passes_but_those_that_read_the_plan_alone()
    {
        var nothing = NothingKnown.Of(Given.AllGreen.Plan, "0.1.0", Given.AllGreen.Snapshot.CollectedAt, "cut off");
        var passed = Evaluation.Run(CheckCatalog.All, new Evidence(Given.AllGreen.Plan, nothing), Nothing).Where(result => result.Outcome is Outcome.Passed);
        Assert.Equal(["B05", "B13", "W02", "W03", "W08", "I01"], passed.Select(result => result.Check.Code));
    }

    private sealed class Throws() : Check("B99", "t", "m", "c", "f", "https://example.com")
    {
        public override Outcome Evaluate(Evidence evidence) => throw new FormatException("no");
    }

    private sealed class Forgets() : Check("B98", "t", "{value} and {max}", "c", "f", "https://example.com")
    {
        public override Outcome Evaluate(Evidence evidence) => Failed(Finding("source", ("value", 1)));
    }
}
