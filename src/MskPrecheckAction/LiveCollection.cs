using MskPrecheckAction.Collection;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.World;

namespace MskPrecheckAction;

/// <summary>Collects within the run's limit and until somebody stops it: whatever happens, a snapshot comes in time for the report.</summary>
/// <param name="collector">Asks.</param>
/// <param name="stop">Signals.</param>
/// <param name="time">The clock.</param>
/// <param name="limit">How long the whole run may take.</param>
/// <param name="started">When it began (<see cref="TimeProvider.GetTimestamp"/>).</param>
internal sealed class LiveCollection(ICollector collector, StopRequest stop, TimeProvider time, TimeSpan limit, long started)
{
    // What the end of a run needs after the last answer: two seconds that a collector may take to stop, and the time to judge and write.
    private static readonly TimeSpan LongestReserve = TimeSpan.FromSeconds(4);

    /// <summary>Asks; the snapshot says so where it was cut short.</summary>
    public async Task<Snapshot> CollectAsync(MigrationPlan plan, ICollectionLog log)
    {
        var reserve = limit * 0.4 < LongestReserve ? limit * 0.4 : LongestReserve;
        var left = limit - reserve - time.GetElapsedTime(started);
        using var limited = new CancellationTokenSource(left > TimeSpan.Zero ? left : TimeSpan.Zero, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limited.Token, stop.Token);

        var collected = collector.CollectAsync(plan, log, either.Token);
        var snapshot = await InTimeAsync(collected, reserve * 0.75, either.Token) ?? Unanswered(plan);
        return either.IsCancellationRequested ? snapshot with { CutShort = Reason() } : snapshot;
    }

    private string Reason() => stop.ExitCode is not null
        ? $"stopped by {stop.Name}"
        : $"the run's limit of {limit.TotalSeconds:0} s (timeoutSeconds) was reached";

    // A collector that does not keep its promise to stop must not keep the report from being written.
    private async Task<Snapshot?> InTimeAsync(Task<Snapshot> collected, TimeSpan grace, CancellationToken stopped)
    {
        var end = new TaskCompletionSource();
        await using var registration = stopped.Register(() => _ = EndLater());
        await Task.WhenAny(collected, end.Task);
        return collected.IsCompleted ? await collected : null;

        async Task EndLater()
        {
            await Task.Delay(grace, time, CancellationToken.None);
            end.TrySetResult();
        }
    }

    private Snapshot Unanswered(MigrationPlan plan) => NothingKnown.Of(plan, ToolVersion.Current, time.GetUtcNow(), Reason());
}
