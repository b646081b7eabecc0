using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class NoTransactionalProducersExistTests
{
    [Fact]
    public void Fails_when_any_exists_and_splits_active_from_idle()
    {
        var finding = Given.AllGreen.Transactions([.. Enum.GetValues<TransactionState>().Select(state => new TransactionalId($"tx-{state}", state))])
            .Judge<NoTransactionalProducersExist>().Fails();
        Assert.Equal(
            "source cluster has 8 transactional producer(s) — transactional state (producer ID + epoch) does not migrate, " +
            "so applications must call initTransactions() after reconnecting to the target",
            finding.Message);
        Assert.Equal(
            [
                "active: 4 (tx-Ongoing, tx-PrepareAbort, tx-PrepareCommit, tx-PrepareEpochFence)",
                "idle: 3 (tx-CompleteAbort, tx-CompleteCommit, tx-Empty)",
                "state unknown: 1 (tx-Unknown)",
            ],
            finding.Details);
        Assert.Equal("source.cluster_arn", finding.Path);
    }

    [Fact]
    public void Fails_when_only_part_was_read_and_says_so() => Assert.Equal([Given.TimedOut], Given.AllGreen
        .Transactions(Listing.Partial([new TransactionalId("a", TransactionState.Empty)], Given.TimedOut)).Judge<NoTransactionalProducersExist>().FailsWithGaps());

    [Fact]
    public void Passes_when_there_is_none() => Assert.Null(Given.AllGreen.Judge<NoTransactionalProducersExist>().Passes());

    [Fact]
    public void Passes_when_all_are_dead() =>
        Given.AllGreen.Transactions(new TransactionalId("a", TransactionState.Dead)).Judge<NoTransactionalProducersExist>().Passes();

    [Fact]
    public void Is_undetermined_when_only_part_was_read_and_it_shows_none() =>
        Assert.Equal([Given.TimedOut], Given.AllGreen.Transactions(Listing.Partial<TransactionalId>([], Given.TimedOut))
            .Judge<NoTransactionalProducersExist>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_nothing_was_read() =>
        Given.AllGreen.NoWayIn(Configuration.Side.Source, "refused", "B09").Judge<NoTransactionalProducersExist>().IsUndetermined();
}
