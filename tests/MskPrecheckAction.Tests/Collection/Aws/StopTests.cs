using System.Diagnostics;
using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>The end of the run in the middle of everything: two seconds, gaps of their own kind, and silence afterwards.</summary>
public sealed class StopTests : CollectorTests
{
    [Theory]
    [InlineData(Delivery.Silence)]
    [InlineData(Delivery.StalledBody)]
    [InlineData(Delivery.Drip)]
    public async Task What_was_cut_off_is_cancelled_and_what_was_known_stays(Delivery delivery)
    {
        foreach (var action in new[] { AwsAction.DescribeClusterV2, AwsAction.GetBootstrapBrokers }) Aws.On(action, SourceArn, Answer.Empty() with { Delivery = delivery });
        Aws.On(AwsAction.HeadBucket, "backup-bucket", Answer.Bare(200) with { Delivery = Delivery.Silence });
        Brokers.Answer = async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            throw new UnreachableException();
        };

        using var stop = new CancellationTokenSource();
        var collecting = CollectAsync(stop.Token);
        await Eventually.TrueAsync(() => Aws.Requests.Count == 10 && Brokers.WasAsked(Side.Target), "everything asked");
        // The answers are on their way: a loaded machine takes its time to read them.
        await Task.Delay(TimeSpan.FromSeconds(1), Stop);
        await stop.CancelAsync();
        var watch = Stopwatch.StartNew();
        var snapshot = await collecting;
        Assert.InRange(watch.Elapsed.TotalSeconds, 0, 3);

        var gap = new Gap("DescribeClusterV2 of the source cluster", GapCause.Cancelled, "the run ended before the answer came");
        Assert.Equal(gap, Missing(snapshot.Source.Msk.Cluster));
        Assert.Equal(GapCause.Cancelled, Missing(snapshot.Source.Kafka.WayIn).Cause);
        Assert.Equal(GapCause.Cancelled, Missing(snapshot.Source.Kafka.Topics).Cause);
        Assert.Equal(GapCause.Cancelled, Missing(snapshot.Target.Kafka.WayIn).Cause);
        Assert.Equal(GapCause.Cancelled, Missing(snapshot.BackupBucket).Cause);
        Assert.Equal(3, Known(snapshot.Source.Msk.Nodes).Count);
        Assert.Null(Known(snapshot.EvidenceBucket).Error);

        var asked = Aws.Requests.Count;
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        Assert.Equal(asked, Aws.Requests.Count);
    }

    [Fact]
    public async Task Between_two_tries_of_a_throttled_call_the_end_is_the_end()
    {
        foreach (var action in new[] { AwsAction.DescribeClusterV2, AwsAction.ListNodes, AwsAction.GetBootstrapBrokers }) Aws.On(action, SourceArn, Answer.Throttled());
        WithSource(Plan.Source.Auth with { RoleArn = RoleArn });
        Aws.On(AwsAction.AssumeRole, RoleArn, Answer.XmlError(503, "ServiceUnavailable", "later"));
        using var stop = new CancellationTokenSource();
        var collecting = CollectAsync(stop.Token);
        await Eventually.TrueAsync(() => Aws.RequestsFor(RoleArn).Count > 0, "the role asked for");
        await stop.CancelAsync();
        Assert.Equal(GapCause.Cancelled, Missing((await collecting).Source.Msk.Cluster).Cause);
        await Task.Delay(100, Stop);
        var asked = Aws.Requests.Count;
        await Task.Delay(TimeSpan.FromSeconds(2), Stop);
        Assert.Equal(asked, Aws.Requests.Count);
    }

    [Fact]
    public async Task A_run_that_has_ended_before_it_began_asks_nobody()
    {
        var snapshot = await CollectAsync(new CancellationToken(canceled: true));
        Assert.All(
            new[] { Missing(snapshot.Source.Msk.Cluster), Missing(snapshot.Target.Msk.Nodes), Missing(snapshot.Target.Kafka.WayIn), Missing(snapshot.EvidenceBucket) },
            gap => Assert.Equal(GapCause.Cancelled, gap.Cause));
        Assert.Empty(Aws.Requests);
        Assert.False(Brokers.WasAsked(Side.Source));
    }
}
