using System.Diagnostics;
using System.Runtime.InteropServices;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class StoppedRunTests : IDisposable
{
    private readonly ProgramRig rig = new ProgramRig().OnGitHub();

    [Theory]
    [InlineData(PosixSignal.SIGTERM, 143)]
    [InlineData(PosixSignal.SIGINT, 130)]
    public async Task A_signal_leaves_a_report_of_what_is_known(PosixSignal signal, int exitCode)
    {
        var watch = Stopwatch.StartNew();
        Stops(signal, Given.AllGreen.With((Snapshot seen) => seen with { BackupBucket = Fact<Reachability>.Missing(Given.Cancelled) }).Snapshot);

        Assert.Equal(exitCode, await rig.RunAsync());

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"{watch.Elapsed}");
        Assert.Equal(("incomplete", exitCode.ToString(), ""), (rig.Outputs()["verdict"], rig.Outputs()["exitCode"], rig.Outputs()["sarifFile"]));
        Assert.Contains($"stopped by {signal}", rig.Read("msk-precheck/snapshot.json"), StringComparison.Ordinal);
        Assert.Contains($"stopped by {signal}", rig.Read("msk-precheck/summary.md"), StringComparison.Ordinal);
        Assert.Contains($"stopped by {signal}", rig.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stopped_run_is_never_ready()
    {
        Stops(PosixSignal.SIGTERM, Given.AllGreen.Snapshot);

        Assert.Equal(143, await rig.RunAsync());
        Assert.Equal("incomplete", rig.Outputs()["verdict"]);
    }

    [Fact]
    public async Task A_stopped_collect_writes_what_it_has()
    {
        Stops(PosixSignal.SIGINT, Given.AllGreen.Snapshot);

        Assert.Equal(130, await rig.RunAsync("collect"));
        Assert.Contains("stopped by SIGINT", rig.Read("snapshot.json"), StringComparison.Ordinal);
        Assert.Contains("It is incomplete: stopped by SIGINT.", rig.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_its_own_limit_a_run_reports_and_exits_as_usual()
    {
        rig.Collector = new FakeCollector(async (_, _, stop) =>
        {
            await Task.WhenAny(Task.Delay(Timeout.Infinite, stop));
            return Given.AllGreen.With((Snapshot seen) => seen with { BackupBucket = Fact<Reachability>.Missing(Given.Cancelled) }).Snapshot;
        });

        Assert.Equal(3, await rig.RunAsync("run", "--timeout-seconds", "1"));
        Assert.Contains("the run's limit of 1 s (timeoutSeconds) was reached", rig.Read("msk-precheck/snapshot.json"), StringComparison.Ordinal);
    }

    public void Dispose() => rig.Dispose();

    private void Stops(PosixSignal signal, Snapshot known) => rig.Collector = new FakeCollector(async (_, log, stop) =>
    {
        log.Progress(Side.Source, "topics");
        rig.Stop.Raise(signal);
        await Task.WhenAny(Task.Delay(Timeout.Infinite, stop));
        return known;
    });
}
