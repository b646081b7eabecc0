using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection;

/// <summary>Reads both clusters and the buckets. Every failure is a gap in the snapshot, never a throw.</summary>
public interface ICollector
{
    /// <summary>Asks everything, both sides at the same time.</summary>
    /// <param name="plan">Whom to ask, and how to get in.</param>
    /// <param name="log">Told what is going on.</param>
    /// <param name="stop">Cancelled at the run's limit or from outside: what is not known by then becomes gaps, and the snapshot comes within two seconds.</param>
    Task<Snapshot> CollectAsync(MigrationPlan plan, ICollectionLog log, CancellationToken stop);
}
