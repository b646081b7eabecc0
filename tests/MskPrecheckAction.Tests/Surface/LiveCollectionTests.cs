using System.Diagnostics;
using System.Runtime.InteropServices;
using MskPrecheckAction.Collection;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.World;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class LiveCollectionTests : IDisposable
{
    private readonly StopRequest stop = new();

    [Fact]
    public async Task What_comes_in_time_is_whole() => Assert.Null((await CollectAsync(60, (_, _) => Task.FromResult(Given.AllGreen.Snapshot))).CutShort);

    [Fact]
    public async Task At_the_limit_there_is_a_snapshot_with_time_left_for_the_report()
    {
        var watch = Stopwatch.StartNew();
        var snapshot = await CollectAsync(2, StopsWhenAsked);

        Assert.Equal("the run's limit of 2 s (timeoutSeconds) was reached", snapshot.CutShort);
        Assert.True(snapshot.BackupBucket.TryGet(out _, out _));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Fact]
    public async Task What_went_by_before_is_part_of_the_limit_and_the_limit_is_named_as_it_was_given() =>
        Assert.Equal("the run's limit of 60 s (timeoutSeconds) was reached", (await CollectAsync(60, StopsWhenAsked, secondsGone: 57)).CutShort);

    [Fact]
    public async Task A_collector_that_does_not_stop_is_left_behind()
    {
        var watch = Stopwatch.StartNew();
        var snapshot = await CollectAsync(2, async (_, _) =>
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            return Given.AllGreen.Snapshot;
        });

        Assert.NotNull(snapshot.CutShort);
        Assert.False(snapshot.BackupBucket.TryGet(out _, out var gap));
        Assert.Equal(GapCause.Cancelled, gap!.Cause);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(2), $"{watch.Elapsed}");
    }

    [Theory]
    [InlineData(PosixSignal.SIGTERM, "stopped by SIGTERM", 143)]
    [InlineData(PosixSignal.SIGINT, "stopped by SIGINT", 130)]
    public async Task A_signal_ends_it(PosixSignal signal, string reason, int exitCode)
    {
        var collected = CollectAsync(60, StopsWhenAsked);
        stop.Raise(signal);

        Assert.Equal(reason, (await collected).CutShort);
        Assert.Equal(exitCode, stop.ExitCode);
    }

    public void Dispose() => stop.Dispose();

    private static async Task<Snapshot> StopsWhenAsked(MigrationPlan plan, CancellationToken token)
    {
        try
        {
            await Task.Delay(Timeout.Infinite, token);
        }
        catch (OperationCanceledException)
        {
        }

        return Given.AllGreen.Snapshot;
    }

    private Task<Snapshot> CollectAsync(int seconds, Func<MigrationPlan, CancellationToken, Task<Snapshot>> collect, double secondsGone = 0) =>
        new LiveCollection(
            new FakeCollector((plan, _, token) => collect(plan, token)), stop, TimeProvider.System, TimeSpan.FromSeconds(seconds),
            Stopwatch.GetTimestamp() - (long)(secondsGone * Stopwatch.Frequency))
            .CollectAsync(Given.AllGreen.Plan, new DeafLog());

    private sealed class DeafLog : ICollectionLog
    {
        public void Progress(Side? side, string what, int? done = null, int? total = null)
        {
        }

        public void Debug(string line)
        {
        }

        public void Mask(Secret secret)
        {
        }
    }
}
