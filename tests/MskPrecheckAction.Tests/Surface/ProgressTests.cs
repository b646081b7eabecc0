using MskPrecheckAction.Configuration;
using MskPrecheckAction.Hosts;
using MskPrecheckAction.Output;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class ProgressTests
{
    [Fact]
    public void A_log_gets_one_line_for_the_question_and_one_for_the_answer()
    {
        var progress = new LineProgress();
        List<string?> lines = [];
        lines.Add(progress.Line(Side.Source, "topic configs", null, null));
        lines.Add(progress.Line(Side.Source, "topic configs", 500, 10_000));
        lines.Add(progress.Line(Side.Target, "broker configs", 0, 3));
        lines.Add(progress.Line(Side.Source, "topic configs", 10_000, 10_000));
        lines.Add(progress.Line(Side.Source, "topic configs", 10_000, 10_000));
        lines.Add(progress.Line(null, "bucket 'backup'", null, null));

        Assert.Equal(["source: topic configs", "target: broker configs", "source: 10,000 of 10,000 topic configs", "bucket 'backup'"], lines.OfType<string>());
    }

    [Fact]
    public void A_terminal_has_one_line_a_side_and_none_at_the_end()
    {
        var terminal = new StringWriter();
        var time = new StillTime();
        var progress = new LiveProgress(new ScrubbingWriter(terminal, new SecretScrubber()), 30, time);
        progress.Tell(Side.Source, "topics", 1_200, 10_000);
        progress.Tell(Side.Target, "too soon to be drawn", null, null);
        time.Now += TimeSpan.FromSeconds(1);
        progress.Tell(Side.Target, "a question that is longer than the terminal is wide", null, null);
        progress.Clear();
        progress.Clear();

        Assert.Equal(
            "source: 1,200 of 10,000 topic\n\x1b[1A\r\x1b[Jsource: 1,200 of 10,000 topic\ntarget: a question that is lo\n\x1b[2A\r\x1b[J",
            terminal.ToString());
    }

    [Fact]
    public void A_bar_follows_the_longest_question_in_steps_and_never_goes_back()
    {
        var progress = new TaskProgress();
        int?[] told =
        [
            progress.Percent(null, null), progress.Percent(1, 2), progress.Percent(10_000, 10_000), progress.Percent(0, 10_000), progress.Percent(900, 10_000), progress.Percent(1_000, 10_000), progress.Percent(5_000, 5_000),
            progress.Percent(1_900, 10_000), progress.Percent(6_500, 10_000), progress.Percent(20, 20_000), progress.Percent(20_000, 20_000), progress.Percent(20_000, 20_000),
        ];

        Assert.Equal([10, 65, 100], told.OfType<int>());
    }

    [Fact]
    public async Task An_Azure_agent_is_told_how_far_it_is()
    {
        using var rig = new ProgramRig().OnAzure();
        rig.Collector = new FakeCollector((_, log, _) =>
        {
            log.Progress(Side.Source, "topic configs", 500, 1_000);
            return Task.FromResult(Given.AllGreen.Snapshot);
        });

        Assert.Equal(0, await rig.RunAsync());
        Assert.Contains("##vso[task.setprogress value=50;]source: 500 of 1,000 topic configs\n", rig.Out, StringComparison.Ordinal);
    }

    private sealed class StillTime : TimeProvider
    {
        public TimeSpan Now { get; set; }

        public override long GetTimestamp() => Now.Ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;
    }
}
