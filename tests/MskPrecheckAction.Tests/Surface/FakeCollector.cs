using MskPrecheckAction.Collection;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Tests.Surface;

/// <summary>Answers with facts that a test made up.</summary>
internal sealed class FakeCollector(Func<MigrationPlan, ICollectionLog, CancellationToken, Task<Snapshot>> collect) : ICollector
{
    /// <summary>How often it was asked.</summary>
    public int Calls { get; private set; }

    /// <summary>Answers at once.</summary>
    public static FakeCollector Of(Snapshot snapshot) => new((_, _, _) => Task.FromResult(snapshot));

    /// <inheritdoc/>
    public Task<Snapshot> CollectAsync(MigrationPlan plan, ICollectionLog log, CancellationToken stop)
    {
        Calls++;
        return collect(plan, log, stop);
    }
}
