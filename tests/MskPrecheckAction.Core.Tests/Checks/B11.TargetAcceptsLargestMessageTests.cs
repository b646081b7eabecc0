using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class TargetAcceptsLargestMessageTests
{
    private const string TopicKey = "max.message.bytes";
    private const string BrokerKey = "message.max.bytes";

    [Fact]
    public void Fails_when_one_topic_override_is_larger()
    {
        var finding = Given.AllGreen.Topics(Given.Topic("orders"), Given.Topic("videos", (TopicKey, "10485760"))).Judge<TargetAcceptsLargestMessage>().Fails();
        Assert.Equal(
            "target broker message.max.bytes=1048588 is below the largest source topic's effective max.message.bytes=10485760 (topic 'videos') " +
            "— replay would fail with RecordTooLargeException",
            finding.Message);
        Assert.Equal("target.cluster_arn", finding.Path);
        Assert.Contains("to at least 10485760", finding.Fix.ToString(), StringComparison.Ordinal);
        Assert.Contains($"aws kafka update-cluster-configuration --cluster-arn {Given.TargetArn} ", finding.Fix.ToString(), StringComparison.Ordinal);
        Assert.Equal(4, finding.Details.Count);
    }

    [Fact]
    public void Fails_when_one_target_broker_takes_less() =>
        Assert.Contains("message.max.bytes=1048588 is below", Given.AllGreen.BrokerConfig(Side.Target, BrokerKey, Bytes(2_097_152))
            .BrokerConfig(Side.Target, BrokerKey, Bytes(1_048_588), id: 2).Topics(Given.Topic("a", (TopicKey, "2097152")))
            .Judge<TargetAcceptsLargestMessage>().Fails().Message, StringComparison.Ordinal);

    [Fact]
    public void Fails_when_one_source_broker_lets_topics_inherit_more() =>
        Assert.Contains("effective max.message.bytes=3000000 (topic 'orders')", Given.AllGreen.BrokerConfig(Side.Source, BrokerKey, Bytes(3_000_000), id: 3)
            .Judge<TargetAcceptsLargestMessage>().Fails().Message, StringComparison.Ordinal);

    [Fact]
    public void Fails_when_several_topics_tie_and_names_the_ordinally_smallest() =>
        Assert.Contains("(topic 'B')", Given.AllGreen.Topics(Given.Topic("b", (TopicKey, "2000000")), Given.Topic("B", (TopicKey, "2000000")), Given.Topic("a"))
            .Judge<TargetAcceptsLargestMessage>().Fails().Message, StringComparison.Ordinal);

    [Fact]
    public void Fails_when_what_is_known_is_enough_and_says_what_is_not()
    {
        var outcome = Given.AllGreen.TopicList(Listing.Partial([Given.Topic("videos", (TopicKey, "10485760")), Given.UnreadTopic("secret")], Given.TimedOut))
            .NoBrokerConfig(Side.Target, id: 1).Judge<TargetAcceptsLargestMessage>();
        Assert.Contains("max.message.bytes=10485760 (topic 'videos')", outcome.Fails().Message, StringComparison.Ordinal);
        Assert.Equal(
            ["something of a cluster", "topic configs of the source cluster, 1 of 2 (secret)", "broker configs of the target cluster, 1 of 3 (1)"],
            outcome.FailsWithGaps().Select(gap => gap.Asked));
    }

    [Theory]
    [InlineData("1048588")]
    [InlineData("1000012")]
    [InlineData("-1")]
    public void Passes_when_the_largest_is_no_larger(string largest) =>
        Assert.Null(Given.AllGreen.Topics(Given.Topic("a", (TopicKey, largest))).Judge<TargetAcceptsLargestMessage>().Passes());

    [Fact]
    public void Passes_when_only_a_topic_of_Kafka_or_MSK_is_larger() => Given.AllGreen
        .Topics(Given.Topic("a"), Given.Topic("__transaction_state", (TopicKey, "99999999")), Given.Topic("__amazon_msk_canary", (TopicKey, "99999999")))
        .Judge<TargetAcceptsLargestMessage>().Passes();

    [Fact]
    public void Passes_when_an_override_is_lower_than_what_brokers_allow() => Given.AllGreen.BrokerConfig(Side.Source, BrokerKey, Bytes(99_999_999))
        .Topics(Given.Topic("a", (TopicKey, "1000000"))).Judge<TargetAcceptsLargestMessage>().Passes();

    [Fact]
    public void Passes_when_nothing_is_inherited_and_a_source_broker_could_not_be_read() => Given.AllGreen.NoBrokerConfig(Side.Source, id: 1)
        .Topics(Given.Topic("a", (TopicKey, "1000000"))).Judge<TargetAcceptsLargestMessage>().Passes();

    [Fact]
    public void Passes_with_the_remark_of_the_topic_list() =>
        Assert.Equal(
            "judged on the 1 topics that this principal may describe",
            Given.AllGreen.TopicList(Listing.Complete([Given.Topic("a")], "judged on the 1 topics that this principal may describe"))
                .Judge<TargetAcceptsLargestMessage>().Passes());

    [Fact]
    public void Passes_with_a_remark_when_MSK_could_not_say_how_many_brokers_there_are() =>
        Assert.Equal(
            "judged on the 3 brokers in the target's metadata: MSK could not be asked how many it has",
            Given.AllGreen.NoMsk(Side.Target).NoNodes(Side.Target).Judge<TargetAcceptsLargestMessage>().Passes());

    [Theory]
    [InlineData(Side.Source)]
    [InlineData(Side.Target)]
    public void Passes_with_a_remark_when_MSK_counts_a_broker_that_no_partition_names(Side side) =>
        Assert.Equal(
            $"judged on the 2 brokers in the {side.Word()}'s metadata: MSK counts 3",
            Given.AllGreen.Brokers(side, brokers => brokers.Skip(1)).Judge<TargetAcceptsLargestMessage>().Passes());

    [Fact]
    public void Does_not_apply_without_customer_topics() => Assert.Equal(
        "the source has no customer topics", Given.AllGreen.Topics(Given.Topic("__consumer_offsets")).Judge<TargetAcceptsLargestMessage>().DoesNotApply());

    [Fact]
    public void Does_not_apply_without_customer_topics_as_far_as_this_principal_may_see() => Assert.Equal(
        "the source has no customer topics (as seen)",
        Given.AllGreen.TopicList(Listing.Complete<Topic>([], "as seen")).Judge<TargetAcceptsLargestMessage>().DoesNotApply());

    [Theory]
    [InlineData(Side.Source, "B09")]
    [InlineData(Side.Target, "B10")]
    public void Is_undetermined_when_a_side_is_not_reachable(Side side, string code)
    {
        var gap = Assert.Single(Given.AllGreen.NoWayIn(side, "refused", code).Judge<TargetAcceptsLargestMessage>().IsUndetermined());
        Assert.Equal((GapCause.Dependency, $"depends on {code}"), (gap.Cause, gap.Reason));
    }

    [Fact]
    public void Is_undetermined_when_the_run_was_cut_off() =>
        Assert.Equal(
            [Given.Cancelled],
            Given.AllGreen.Kafka(Side.Target, _ => KafkaFacts.NoWayIn(Fact<Reachability>.Missing(Given.Cancelled), Given.Cancelled))
                .Judge<TargetAcceptsLargestMessage>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_a_topic_could_not_be_read()
    {
        var gap = Assert.Single(Given.AllGreen.Topics(Given.Topic("a"), Given.UnreadTopic("b")).Judge<TargetAcceptsLargestMessage>().IsUndetermined());
        Assert.Equal(new Gap("topic configs of the source cluster, 1 of 2 (b)", GapCause.AccessDenied, "TOPIC_AUTHORIZATION_FAILED", "DESCRIBE_CONFIGS on Topic"), gap);
    }

    [Fact]
    public void Is_undetermined_when_the_topic_list_is_not_complete() =>
        Assert.Equal([Given.TimedOut], Given.AllGreen.TopicList(Listing.Unknown([Given.Topic("a")], Given.TimedOut)).Judge<TargetAcceptsLargestMessage>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_no_topic_was_seen_in_a_list_that_is_not_complete() =>
        Assert.Equal([Given.TimedOut], Given.AllGreen.TopicList(Listing.Partial<Topic>([], Given.TimedOut)).Judge<TargetAcceptsLargestMessage>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_topics_inherit_from_a_source_broker_that_could_not_be_read() =>
        Assert.Equal(
            "broker configs of the source cluster, 1 of 3 (2)",
            Assert.Single(Given.AllGreen.NoBrokerConfig(Side.Source, id: 2).Judge<TargetAcceptsLargestMessage>().IsUndetermined()).Asked);

    [Theory]
    [InlineData(Side.Source)]
    [InlineData(Side.Target)]
    public void Is_undetermined_when_a_broker_is_down(Side side)
    {
        var gap = Assert.Single(Given.AllGreen.BrokerDown(side, id: 2).Judge<TargetAcceptsLargestMessage>().IsUndetermined());
        Assert.Equal(($"broker configs of the {side.Word()} cluster, 1 of 3 (2)", Given.Down.Reason), (gap.Asked, gap.Reason));
    }

    [Fact]
    public void Is_undetermined_when_the_metadata_names_no_broker() =>
        Assert.Contains("the cluster's metadata names", Given.AllGreen.NoMsk(Side.Target).NoNodes(Side.Target).Brokers(Side.Target, _ => [])
            .Judge<TargetAcceptsLargestMessage>().IsUndetermined()[0].Reason, StringComparison.Ordinal);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1 MiB")]
    public void Is_undetermined_when_a_broker_does_not_tell_a_number(string? value) =>
        Assert.Equal(GapCause.Unparsable, Given.AllGreen.BrokerConfig(Side.Target, BrokerKey, new(value, ConfigSource.Default), id: 1)
            .Judge<TargetAcceptsLargestMessage>().IsUndetermined()[0].Cause);

    [Fact]
    public void Is_undetermined_when_a_broker_does_not_tell_the_key() =>
        Assert.Equal(
            new Gap("message.max.bytes of the target cluster, 3 of 3 (1, 2, 3)", GapCause.Unparsable, "the answer does not have this key"),
            Assert.Single(Given.AllGreen.BrokerConfig(Side.Target, BrokerKey, null).Judge<TargetAcceptsLargestMessage>().IsUndetermined()));

    private static ConfigEntry Bytes(long bytes) => new($"{bytes}", ConfigSource.StaticBroker);
}
