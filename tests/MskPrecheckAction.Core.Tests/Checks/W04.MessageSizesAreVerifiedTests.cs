using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class MessageSizesAreVerifiedTests
{
    private const string TopicKey = "max.message.bytes";
    private const string BrokerKey = "message.max.bytes";
    private const string ReplicaKey = "replica.fetch.max.bytes";

    [Fact]
    public void Fails_when_a_topic_could_not_be_read()
    {
        var given = Given.AllGreen.Topics(Given.Topic("a"), Given.UnreadTopic("b"));
        var outcome = given.Judge<MessageSizesAreVerified>();
        Assert.Equal(Message("source: topic configs failed for 1 of 2 (b): TOPIC_AUTHORIZATION_FAILED"), outcome.Fails().Message);
        Assert.Equal("target.cluster_arn", outcome.Fails().Path);
        Assert.Equal("DESCRIBE_CONFIGS on Topic", Assert.Single(outcome.FailsWithGaps()).Permission);
        given.Judge<TargetAcceptsLargestMessage>().IsUndetermined();
        given.Judge<TargetReplicatesLargestMessage>().IsUndetermined();
    }

    [Fact]
    public void Fails_when_much_is_missing_with_every_reason_once()
    {
        Topic[] unread = [.. Enumerable.Range(1, 7).Select(n => Given.UnreadTopic($"t{n}"))];
        var outcome = Given.AllGreen.TopicList(Listing.Partial([Given.Topic("a"), .. unread, Given.UnreadTopic("z", Given.TimedOut)], Given.TimedOut))
            .NoBrokerConfig(Side.Source, id: 2).NoBrokerConfig(Side.Target, id: 1).BrokerConfig(Side.Target, ReplicaKey, null, id: 2)
            .Judge<MessageSizesAreVerified>();
        Assert.Equal(
            Message("source: topic list is incomplete (something of a cluster): no answer within 30 s; " +
                "source: topic configs failed for 7 of 9 (t1, t2, t3, t4, t5, +2 more): TOPIC_AUTHORIZATION_FAILED; " +
                "source: topic configs failed for 1 of 9 (z): no answer within 30 s; " +
                "source: broker configs failed for 1 of 3 (2): no answer within 30 s; " +
                "target: broker configs failed for 1 of 3 (1): no answer within 30 s; " +
                "target: replica.fetch.max.bytes failed for 1 of 3 (2): the answer does not have this key"),
            outcome.Fails().Message);
    }

    [Theory]
    [InlineData(Side.Source)]
    [InlineData(Side.Target)]
    public void Fails_when_a_broker_is_down(Side side) =>
        Assert.Equal(
            Message($"{side.Word()}: broker configs failed for 1 of 3 (2): {Given.Down.Reason}"),
            Given.AllGreen.BrokerDown(side, id: 2).Judge<MessageSizesAreVerified>().Fails().Message);

    [Fact]
    public void Fails_when_the_topic_list_could_not_be_had() =>
        Assert.Equal(
            Message("source: topic list failed: no answer within 30 s"),
            Given.AllGreen.Kafka(Side.Source, kafka => kafka with { Topics = Fact<Listing<Topic>>.Missing(Given.TimedOut) })
                .Judge<MessageSizesAreVerified>().Fails().Message);

    [Fact]
    public void Fails_for_B12_alone_when_B11_convicts()
    {
        var given = Given.AllGreen.Topics(Given.Topic("a", (TopicKey, "2000000"))).BrokerConfig(Side.Target, ReplicaKey, null);
        given.Judge<TargetAcceptsLargestMessage>().Fails();
        given.Judge<TargetReplicatesLargestMessage>().IsUndetermined();
        Assert.Equal(
            Message("target: replica.fetch.max.bytes failed for 3 of 3 (1, 2, 3): the answer does not have this key"),
            given.Judge<MessageSizesAreVerified>().Fails().Message);
    }

    [Fact]
    public void Fails_for_B11_alone_when_B12_convicts()
    {
        var given = Given.AllGreen.Topics(Given.Topic("a", (TopicKey, "2000000"))).BrokerConfig(Side.Target, BrokerKey, null, id: 2)
            .BrokerConfig(Side.Target, BrokerKey, new("3000000", ConfigSource.StaticBroker), id: 1)
            .BrokerConfig(Side.Target, BrokerKey, new("3000000", ConfigSource.StaticBroker), id: 3);
        given.Judge<TargetAcceptsLargestMessage>().IsUndetermined();
        given.Judge<TargetReplicatesLargestMessage>().Fails();
        Assert.Equal(
            Message("target: message.max.bytes failed for 1 of 3 (2): the answer does not have this key"), given.Judge<MessageSizesAreVerified>().Fails().Message);
    }

    [Fact]
    public void Fails_for_B11_alone_when_B12_is_exempt()
    {
        var given = Given.AllGreen.BrokerConfig(Side.Target, ReplicaKey, new("1048576", ConfigSource.Default)).BrokerConfig(Side.Target, BrokerKey, null, id: 2);
        given.Judge<TargetReplicatesLargestMessage>().Passes();
        given.Judge<MessageSizesAreVerified>().Fails();
    }

    [Fact]
    public void Passes_when_all_is_known() => Assert.Null(Given.AllGreen.Judge<MessageSizesAreVerified>().Passes());

    [Fact]
    public void Passes_when_both_convict_whatever_is_missing()
    {
        var given = Given.AllGreen.Topics(Given.Topic("a", (TopicKey, "2000000")), Given.UnreadTopic("b")).NoBrokerConfig(Side.Target, id: 1);
        given.Judge<TargetAcceptsLargestMessage>().Fails();
        given.Judge<TargetReplicatesLargestMessage>().Fails();
        given.Judge<MessageSizesAreVerified>().Passes();
    }

    [Fact]
    public void Does_not_apply_without_customer_topics() =>
        Assert.Equal(
            "the source has no customer topics", Given.AllGreen.Topics().NoBrokerConfig(Side.Target).Judge<MessageSizesAreVerified>().DoesNotApply());

    [Fact]
    public void Does_not_apply_where_a_side_is_not_reachable()
    {
        Assert.Equal("depends on B09", Given.AllGreen.NoWayIn(Side.Source, "refused", "B09").Judge<MessageSizesAreVerified>().DoesNotApply());
        Assert.Equal("depends on B10", Given.AllGreen.NoWayIn(Side.Target, "refused", "B10").Judge<MessageSizesAreVerified>().DoesNotApply());
        Assert.Equal(
            "depends on B09 and B10",
            Given.AllGreen.NoWayIn(Side.Source, "refused", "B09").NoWayIn(Side.Target, "refused", "B10").Judge<MessageSizesAreVerified>().DoesNotApply());
    }

    [Fact]
    public void Does_not_apply_where_one_side_is_not_reachable_and_the_other_was_cut_off() => Assert.Equal(
        "depends on B09", Given.AllGreen.NoWayIn(Side.Source, "refused", "B09").Kafka(Side.Target, _ => CutOff).Judge<MessageSizesAreVerified>().DoesNotApply());

    [Fact]
    public void Is_undetermined_when_the_run_was_cut_off_before_a_side_answered() =>
        Assert.Equal([Given.Cancelled], Given.AllGreen.Kafka(Side.Source, _ => CutOff).Judge<MessageSizesAreVerified>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_the_run_ended_before_a_topic_was_read()
    {
        var gap = Assert.Single(Given.AllGreen.Topics(Given.Topic("a"), Given.UnreadTopic("b"), Given.UnreadTopic("c", Given.Cancelled)).Judge<MessageSizesAreVerified>().IsUndetermined());
        Assert.Equal((GapCause.Cancelled, Given.Cancelled.Reason), (gap.Cause, gap.Reason));
    }

    private static KafkaFacts CutOff => KafkaFacts.NoWayIn(Fact<Reachability>.Missing(Given.Cancelled), Given.Cancelled);

    private static string Message(string reason) =>
        $"could not verify target message-size floor ({reason}) — ensure target message.max.bytes and replica.fetch.max.bytes " +
        "≥ largest source topic's effective max.message.bytes";
}
