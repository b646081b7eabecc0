using System.Net;
using System.Net.Sockets;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>Brokers that turn bad while they are read, and addresses that are not what they seem: what is hidden is undetermined with its cause, and all else stays as it was.</summary>
[Trait("Needs", "Kafka")]
public sealed class BadDayTests(BadDayClusters clusters) : IClassFixture<BadDayClusters>
{
    [Theory]
    [InlineData(KafkaRequest.DescribeConfigs, ProxyBehaviour.Blackhole, "B11 B12 W07 W10", "B11 B12 W04 W05 W06 W07 W09 W10")]
    [InlineData(KafkaRequest.DescribeGroups, ProxyBehaviour.Cut, "W05", "B11 B12 W04 W05 W06 W07 W09 W10")]
    [InlineData(KafkaRequest.ListOffsets, ProxyBehaviour.Cut, "W06", "B11 B12 W04 W05 W06 W07 W09 W10")]
    [InlineData(KafkaRequest.Fetch, ProxyBehaviour.Drip, "W06", "B11 B12 W04 W05 W06 W07 W09 W10")]
    public async Task All_brokers_turn_bad_in_the_middle(KafkaRequest at, ProxyBehaviour behaviour, string hidden, string mayBeHidden)
    {
        var (source, target) = await clusters.PairAsync();
        source.When(at, () => source.All(behaviour));
        var run = await clusters.RunAsync($"all brokers, {behaviour} at {at}", null);
        clusters.Judge(run, hidden, mayBeHidden);
    }

    [Fact]
    public async Task The_target_turns_bad_in_the_middle()
    {
        var (source, target) = await clusters.PairAsync();
        target.When(KafkaRequest.DescribeConfigs, () => target.All(ProxyBehaviour.Blackhole));
        var run = await clusters.RunAsync("the target", null);
        clusters.Judge(run, "B11 B12", "B11 B12 W04");
        Assert.Contains(target.Proxies.Values, proxy => run.Checks["W04"].Messages[0].Contains($"no answer from 127.0.0.1:{proxy.Port}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_broker_of_three_gives_no_answer()
    {
        var (source, target) = await clusters.PairAsync();
        var controller = await source.ControllerAsync();
        var one = source.BrokerIds.First(id => id != controller);
        source.Proxies[one].Behaviour = ProxyBehaviour.Blackhole;
        var run = await clusters.RunAsync("one broker of three", null);
        clusters.Judge(run, "B11 B12", "B11 B12 W04 W05 W06");
        Assert.Contains($"no answer from 127.0.0.1:{source.Proxies[one].Port}", run.Checks["B09"].Remark, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_run_comes_first()
    {
        var (source, target) = await clusters.PairAsync();
        source.When(KafkaRequest.DescribeConfigs, () => source.All(ProxyBehaviour.Drip));
        var run = await clusters.RunAsync("the limit", null, "--timeout-seconds", "12");
        Assert.All(run.Checks.Values.SelectMany(check => check.Gaps), gap => Assert.Equal("the run ended before the answer came", gap.Reason));
        // No W04 stands for what nobody has looked at.
        Assert.Equal((3, "undetermined", "undetermined"), (run.Exit, run.Checks["W04"].Outcome, run.Checks["W07"].Outcome));
    }

    [Theory]
    [InlineData(ProxyBehaviour.Refuse, "refused the connection: nobody listens there")]
    [InlineData(ProxyBehaviour.Blackhole, "no answer from")]
    public async Task Brokers_that_are_not_where_they_say_they_are_keep_us_out(ProxyBehaviour behaviour, string words)
    {
        var (source, target) = await clusters.PairAsync();
        await using var tunnel = source.TunnelTo(1);
        await source.All(behaviour);
        var run = await clusters.RunAsync($"a tunnel, {behaviour}", $"127.0.0.1:{tunnel.Port}");
        Assert.Equal(1, run.Exit);
        Assert.Matches($"127.0.0.1:{tunnel.Port} answered, but the brokers advertise addresses that cannot be reached from here: .*127.0.0.1:{source.Proxies[1].Port}", run.Checks["B09"].Messages.Single());
        Assert.Contains(words, run.Checks["B09"].Messages.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_IPv6_address_is_a_way_in()
    {
        Assert.SkipUnless(Socket.OSSupportsIPv6, "no IPv6 here");
        var (source, target) = await clusters.PairAsync();
        await using var tunnel = source.TunnelTo(1, IPAddress.IPv6Loopback);
        clusters.Judge(await clusters.RunAsync("IPv6", $"[::1]:{tunnel.Port}"), "", "");
    }

    [Fact]
    public async Task Addresses_of_two_clusters_are_not_taken_for_one()
    {
        var (source, target) = await clusters.PairAsync();
        var run = await clusters.RunAsync("two clusters", $"{source.Bootstrap(KafkaListener.Proxied)},{target.Bootstrap(KafkaListener.Proxied, 1)}");
        Assert.Equal(1, run.Exit);
        Assert.Contains("the bootstrap servers lead to more than one cluster: ", run.Checks["B09"].Messages.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_cluster_on_both_sides_is_found_out_and_swapped_ones_are_doubted()
    {
        var (source, target) = await clusters.PairAsync();
        var run = await clusters.RunAsync("one cluster", target.Bootstrap(KafkaListener.Proxied));
        Assert.Equal((1, "failed"), (run.Exit, run.Checks["B05"].Outcome));
        Assert.Contains("another cluster", run.Checks["B03"].Remark, StringComparison.Ordinal);
    }
}
