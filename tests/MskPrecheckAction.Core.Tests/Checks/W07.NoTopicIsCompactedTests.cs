using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class NoTopicIsCompactedTests
{
    private const string Policy = "cleanup.policy";

    [Theory]
    [InlineData("compact")]
    [InlineData("compact,delete")]
    [InlineData(" delete , compact ")]
    [InlineData("COMPACT")]
    public void Fails_when_the_policy_holds_compact(string policy)
    {
        var finding = Given.AllGreen.Topics(Given.Topic("b", (Policy, policy)), Given.Topic("_schemas", (Policy, policy)), Given.Topic("c"))
            .Judge<NoTopicIsCompacted>().Fails();
        Assert.Equal(
            "2 source topic(s) use cleanup.policy=compact — records may be deleted between seed and tail, " +
            "so validation treats empty fetches and drift on them as warnings instead of failures",
            finding.Message);
        Assert.Equal(["_schemas", "b"], finding.Details);
        Assert.Equal("source.cluster_arn", finding.Path);
    }

    [Fact]
    public void Fails_when_what_is_known_is_enough_and_says_what_is_not() =>
        Assert.Equal(
            ["something of a cluster", "topic configs of the source cluster, 1 of 2 (x)"],
            Given.AllGreen.TopicList(Listing.Partial([Given.Topic("a", (Policy, "compact")), Given.UnreadTopic("x")], Given.TimedOut))
                .Judge<NoTopicIsCompacted>().FailsWithGaps().Select(gap => gap.Asked));

    [Theory]
    [InlineData("delete")]
    [InlineData("")]
    public void Passes_when_the_policy_does_not(string policy) => Assert.Null(Given.AllGreen.Topics(Given.Topic("a", (Policy, policy))).Judge<NoTopicIsCompacted>().Passes());

    [Fact]
    public void Passes_when_only_topics_of_Kafka_or_MSK_are() => Given.AllGreen
        .Topics(Given.Topic("__consumer_offsets", (Policy, "compact")), Given.Topic("__msk_connect_offsets_x", (Policy, "compact"))).Judge<NoTopicIsCompacted>().Passes();

    [Fact]
    public void Passes_with_the_remark_of_the_topic_list() =>
        Assert.Equal("as seen", Given.AllGreen.TopicList(Listing.Complete([Given.Topic("a")], "as seen")).Judge<NoTopicIsCompacted>().Passes());

    [Theory]
    [InlineData("compaction")]
    [InlineData("delete,?")]
    [InlineData(null)]
    public void Is_undetermined_when_the_policy_is_none_that_Kafka_knows(string? policy) =>
        Given.AllGreen.Topics(Given.Topic("a", (Policy, policy))).Judge<NoTopicIsCompacted>().IsUndetermined();

    [Fact]
    public void Is_undetermined_when_the_list_is_not_complete() =>
        Assert.Equal([Given.TimedOut], Given.AllGreen.TopicList(Listing.Partial([Given.Topic("a")], Given.TimedOut)).Judge<NoTopicIsCompacted>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_a_topic_could_not_be_read() =>
        Assert.Equal("DESCRIBE_CONFIGS on Topic", Given.AllGreen.Topics(Given.UnreadTopic("x")).Judge<NoTopicIsCompacted>().IsUndetermined()[0].Permission);

    [Fact]
    public void Is_undetermined_when_a_topic_does_not_tell_its_policy()
    {
        Given.AllGreen.Topics(Given.Topic("a", (Policy, null))).Judge<NoTopicIsCompacted>().IsUndetermined();
        Given.AllGreen.Topics(Given.Topic("a") with { Config = Fact.Known(new ResourceConfig(new Dictionary<string, ConfigEntry>())) })
            .Judge<NoTopicIsCompacted>().IsUndetermined();
    }

    [Fact]
    public void Is_undetermined_when_topics_could_not_be_listed() =>
        Given.AllGreen.NoWayIn(Side.Source, "refused", "B09").Judge<NoTopicIsCompacted>().IsUndetermined();
}
