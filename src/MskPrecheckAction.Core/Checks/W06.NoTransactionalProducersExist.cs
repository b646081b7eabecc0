using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>The source knows no transactional producer.</summary>
public sealed class NoTransactionalProducersExist() : Check(
    code: "W06",
    title: "Transactional Producers Detected",
    message: "source cluster has {total} transactional producer(s) — transactional state (producer ID + epoch) does not migrate, " +
        "so applications must call initTransactions() after reconnecting to the target",
    cause: "Transactional state (producer ID + epoch) does not migrate. Exactly-once guarantees do not span the cutover boundary.",
    fix: "Drain active transactions on the source before cutover, and have every application that uses transactions call initTransactions() " +
        "after it has reconnected to the target.",
    source: "https://kafka.apache.org/documentation/#producerconfigs_transactional.id")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        if (!evidence.Source.Kafka.Transactions.TryGet(out var listing, out var gap))
        {
            return Undetermined(gap);
        }

        TransactionalId[] producers = [.. listing.Items.Where(one => one.State is not TransactionState.Dead).OrderBy(one => one.Id, StringComparer.Ordinal)];
        var finding = Finding("source.cluster_arn", ("total", producers.Length)) with
        {
            Details =
            [
                .. producers.GroupBy(one => KindOf(one.State)).OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => Line(same.Key, [.. same])),
            ],
        };
        return Judged(producers.Length > 0 ? finding : null, listing.MissingFrom("transactional ids of the source cluster"), listing.Remark);
    }

    private static string KindOf(TransactionState state) => state switch
    {
        TransactionState.Ongoing or TransactionState.PrepareCommit or TransactionState.PrepareAbort or TransactionState.PrepareEpochFence => "active",
        TransactionState.Empty or TransactionState.CompleteCommit or TransactionState.CompleteAbort => "idle",
        _ => "state unknown",
    };

    private static string Line(string kind, IReadOnlyList<TransactionalId> producers) =>
        $"{kind}: {producers.Count} ({string.Join(", ", producers.Select(one => one.Id).ToList().Capped(CappedList.InMessage))})";
}
