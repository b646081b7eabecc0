using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;
using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>The process on real brokers, stopped from outside: it ends soon, with its report, marked incomplete.</summary>
[Trait("Needs", "Kafka")]
public sealed class SignalTests(OwnKafka kafka) : IClassFixture<OwnKafka>
{
    // Five seconds are promised; a machine that runs other tests may take its time.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(15);

    [Theory]
    [InlineData(PosixSignal.SIGTERM, 143)]
    [InlineData(PosixSignal.SIGINT, 130)]
    public async Task Before_the_brokers_answer(PosixSignal signal, int exit)
    {
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        await using var proxy = Silent(program);
        using var running = program.Start(rig => rig.OnGitHub());
        await Eventually.TrueAsync(() => proxy.Accepted > 0, "a connection to the source");

        var run = await StopAsync(running, signal);

        Assert.Equal(exit, run.Exit);
        IsIncomplete(run, signal, exit);
        Assert.Equal("undetermined", run.Checks["B09"].Outcome);
    }

    [Theory]
    [InlineData(PosixSignal.SIGTERM, 143)]
    [InlineData(PosixSignal.SIGINT, 130)]
    public async Task While_a_question_is_open(PosixSignal signal, int exit)
    {
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        program.Aws.On(AwsAction.HeadBucket, "orders-backup", Answer.Bare(200) with { Delay = TimeSpan.FromMinutes(2) });
        using var running = program.Start(rig => rig.OnGitHub());
        await Eventually.TrueAsync(() => program.Aws.Requests.Any(request => request.Method == "HEAD"), "a question about a bucket");

        var run = await StopAsync(running, signal);

        Assert.Equal(exit, run.Exit);
        IsIncomplete(run, signal, exit);
        Assert.Equal("undetermined", run.Checks["B07"].Outcome);
    }

    [Theory]
    [InlineData(PosixSignal.SIGTERM, PosixSignal.SIGTERM, 143)]
    [InlineData(PosixSignal.SIGINT, PosixSignal.SIGTERM, 130)]
    public async Task A_second_one_right_after_the_first(PosixSignal first, PosixSignal second, int exit)
    {
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        await using var proxy = Silent(program);
        using var running = program.Start(rig => rig.OnGitHub());
        await Eventually.TrueAsync(() => proxy.Accepted > 0, "a connection to the source");

        running.Signal(first);
        var run = await StopAsync(running, second);

        // Whichever of the two was heard first; the report may be there or not.
        Assert.Contains(run.Exit, first == second ? [exit] : new[] { 130, 143 });
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_is_written_too()
    {
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        await using var proxy = Silent(program);
        using var running = program.Start(null, "collect");
        await Eventually.TrueAsync(() => proxy.Accepted > 0, "a connection to the source");

        var run = await StopAsync(running, PosixSignal.SIGTERM);

        Assert.Equal(143, run.Exit);
        Assert.Contains("It is incomplete: stopped by SIGTERM.", run.Out, StringComparison.Ordinal);
        Assert.Contains("\"cutShort\": \"stopped by SIGTERM\"", run.Everything, StringComparison.Ordinal);
    }

    private static TcpProxy Silent(WholeProgram program)
    {
        var port = int.Parse(program.Source.Bootstrap(broker: 1).Split(':')[1], CultureInfo.InvariantCulture);
        var proxy = new TcpProxy(port) { Behaviour = ProxyBehaviour.Blackhole };
        program.At(Side.Source, $"127.0.0.1:{proxy.Port}", "mode: plaintext");
        return proxy;
    }

    private static async Task<WholeRun> StopAsync(RunningProgram running, PosixSignal signal)
    {
        var clock = Stopwatch.StartNew();
        running.Signal(signal);
        var run = await running.EndAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{signal}: exit {run.Exit} after {clock.Elapsed.TotalSeconds:0.0} s");
        Assert.True(clock.Elapsed < Soon, $"{signal}: {clock.Elapsed}\n{run.Out}{run.Error}");
        return run;
    }

    private static void IsIncomplete(WholeRun run, PosixSignal signal, int exit)
    {
        using var report = JsonDocument.Parse(run.Json);
        Assert.Equal(("incomplete", exit), (report.RootElement.GetProperty("verdict").GetString(), report.RootElement.GetProperty("exitCode").GetInt32()));
        Assert.Contains($"stopped by {signal}", run.Out, StringComparison.Ordinal);
        // The recording, the outputs that later steps read, and no upload of a run that saw little.
        Assert.Contains($"\"cutShort\": \"stopped by {signal}\"", run.Everything, StringComparison.Ordinal);
        Assert.Matches("verdict<<(\\w+)\nincomplete\n\\1\n", run.Everything);
        Assert.Matches("sarifFile<<(\\w+)\n\n\\1\n", run.Everything);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }
}
