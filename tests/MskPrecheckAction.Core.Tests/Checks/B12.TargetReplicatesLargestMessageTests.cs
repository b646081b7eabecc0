using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class TargetReplicatesLargestMessageTests
{
    private const string TopicKey = "max.message.bytes";
    private const string BrokerKey = "message.max.bytes";
    private const string ReplicaKey = "replica.fetch.max.bytes";
    private const string Stock = "1048588";

    [Fact]
    public void Fails_when_a_topic_override_is_larger()
    {
        var finding = Given.AllGreen.Topics(Given.Topic("videos", (TopicKey, "10485760"))).Judge<TargetReplicatesLargestMessage>().Fails();
        Assert.Equal(
            "target broker replica.fetch.max.bytes=1048588 is below the largest source topic's effective max.message.bytes=10485760 (topic 'videos') " +
            "— replication would stall on oversized batches",
            finding.Message);
        Assert.Equal("target.cluster_arn", finding.Path);
    }

    [Theory]
    [InlineData("1048576", ConfigSource.StaticBroker)]
    [InlineData("1048576", ConfigSource.DynamicBroker)]
    [InlineData("1048576", ConfigSource.Unknown)]
    [InlineData("1048575", ConfigSource.Default)]
    [InlineData("1048580", ConfigSource.StaticBroker)]
    public void Fails_when_the_stock_maximum_meets_a_shortfall_that_is_not_stock(string replica, ConfigSource source) =>
        Assert.Contains(
            $"replica.fetch.max.bytes={replica} is below the largest source topic's effective max.message.bytes=1048588 (topic 'orders')",
            Replica(replica, source).Judge<TargetReplicatesLargestMessage>().Fails().Message, StringComparison.Ordinal);

    [Fact]
    public void Fails_when_the_stock_maximum_is_somebodys_override()
    {
        foreach (var topics in new Topic[][] { [Given.Topic("a"), Given.Topic("b", (TopicKey, Stock))], [Given.Topic("b", (TopicKey, Stock)), Given.Topic("a")] })
        {
            var finding = Replica("1048576", ConfigSource.Default).Topics(topics).Judge<TargetReplicatesLargestMessage>().Fails();
            Assert.Contains("(topic 'a')", finding.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(1_048_577)]
    [InlineData(1_048_587)]
    [InlineData(1_048_589)]
    public void Fails_when_the_stock_fetch_size_meets_a_maximum_that_is_not_stock(long maximum) => Replica("1048576", ConfigSource.Default)
        .Topics(Given.Topic("a", (TopicKey, $"{maximum}"))).Judge<TargetReplicatesLargestMessage>().Fails();

    [Fact]
    public void Fails_when_one_broker_is_stock_and_another_is_too_small() =>
        Assert.Contains("replica.fetch.max.bytes=1000000 is below", Replica("1048576", ConfigSource.Default)
            .BrokerConfig(Side.Target, ReplicaKey, new("1000000", ConfigSource.StaticBroker), id: 3)
            .Judge<TargetReplicatesLargestMessage>().Fails().Message, StringComparison.Ordinal);

    [Fact]
    public void Passes_when_both_are_stock_and_says_why() =>
        Assert.StartsWith("replica.fetch.max.bytes=1048576 is the brokers' built-in default", Replica("1048576", ConfigSource.Default)
            .Judge<TargetReplicatesLargestMessage>().Passes(), StringComparison.Ordinal);

    [Fact]
    public void Passes_when_it_is_as_large() => Assert.Null(Replica(Stock, ConfigSource.StaticBroker).Judge<TargetReplicatesLargestMessage>().Passes());

    [Fact]
    public void Passes_when_the_stock_maximum_is_set_on_brokers_and_by_no_topic() =>
        Assert.NotNull(Replica("1048576", ConfigSource.Default).BrokerConfig(Side.Source, BrokerKey, new(Stock, ConfigSource.StaticBroker))
            .Judge<TargetReplicatesLargestMessage>().Passes());

    [Fact]
    public void Does_not_apply_without_customer_topics() => Given.AllGreen.Topics().Judge<TargetReplicatesLargestMessage>().DoesNotApply();

    [Fact]
    public void Is_undetermined_when_both_are_stock_as_far_as_is_known() =>
        Assert.Equal(
            "topic configs of the source cluster, 1 of 2 (b)",
            Replica("1048576", ConfigSource.Default).Topics(Given.Topic("a"), Given.UnreadTopic("b"))
                .Judge<TargetReplicatesLargestMessage>().IsUndetermined()[0].Asked);

    [Fact]
    public void Is_undetermined_when_the_target_keeps_the_key_to_itself()
    {
        var given = Given.AllGreen.BrokerConfig(Side.Target, ReplicaKey, null);
        Assert.Equal("replica.fetch.max.bytes of the target cluster, 3 of 3 (1, 2, 3)", given.Judge<TargetReplicatesLargestMessage>().IsUndetermined()[0].Asked);
        given.Judge<TargetAcceptsLargestMessage>().Passes();
    }

    [Theory]
    [InlineData(Side.Source, "B09")]
    [InlineData(Side.Target, "B10")]
    public void Is_undetermined_when_a_side_is_not_reachable(Side side, string code) =>
        Assert.Equal($"depends on {code}", Given.AllGreen.NoWayIn(side, "refused", code).Judge<TargetReplicatesLargestMessage>().IsUndetermined()[0].Reason);

    private static Given Replica(string value, ConfigSource source) => Given.AllGreen.BrokerConfig(Side.Target, ReplicaKey, new(value, source));
}
