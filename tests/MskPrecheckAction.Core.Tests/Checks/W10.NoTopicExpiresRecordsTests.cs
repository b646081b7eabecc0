using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class NoTopicExpiresRecordsTests
{
    private const string Policy = "cleanup.policy";
    private const string Retention = "retention.ms";
    private const string Stamp = "message.timestamp.type";

    [Fact]
    public void Fails_when_topics_expire_by_age_shortest_first()
    {
        var byDefault = Given.Topic("b");
        byDefault = byDefault with { Config = byDefault.Config.Select(config => config.Set(Retention, new("604800000", ConfigSource.StaticBroker))) };
        var finding = Given.AllGreen.Topics(byDefault, Given.Topic("c", (Retention, "604800000")), Given.Topic("z", (Retention, "1000")), Given.Topic("ever"))
            .Judge<NoTopicExpiresRecords>().Fails();
        Assert.Equal(
            "3 source topic(s) use finite delete retention (z(1000ms), b(604800000ms), c(604800000ms)). SEED restores original CreateTime timestamps, " +
            "so the target broker may advance log-start before cutover if old restored records become retention-eligible. " +
            "Temporarily extend topic retention for the migration window, or rely on the cutover offset-floor guard to block the client switch if truncation occurs.",
            finding.Message);
        Assert.Equal(
            ["z: retention.ms=1000 (override)", "b: retention.ms=604800000 (default)", "c: retention.ms=604800000 (override)"], finding.Details);
        Assert.Equal("source.cluster_arn", finding.Path);
    }

    [Fact]
    public void Fails_when_more_than_ten_do_and_names_ten() =>
        Assert.Contains("t09(9ms), t10(10ms), +5 more).", Given.AllGreen
            .Topics([.. Enumerable.Range(1, 15).Select(n => Given.Topic($"t{n:00}", (Retention, $"{n}")))]).Judge<NoTopicExpiresRecords>().Fails().Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("delete", "0")]
    [InlineData("compact,delete", "604800000")]
    [InlineData(" DELETE ", "1")]
    public void Fails_when_delete_is_one_of_the_policies(string policy, string retention) =>
        Given.AllGreen.Topics(Given.Topic("a", (Policy, policy), (Retention, retention))).Judge<NoTopicExpiresRecords>().Fails();

    [Fact]
    public void Fails_when_what_is_known_is_enough_and_says_what_is_not() =>
        Assert.Equal(
            "topic configs of the source cluster, 1 of 2 (x)",
            Assert.Single(Given.AllGreen.Topics(Given.Topic("a", (Retention, "1")), Given.UnreadTopic("x")).Judge<NoTopicExpiresRecords>().FailsWithGaps()).Asked);

    [Theory]
    [InlineData("delete", "-1", "CreateTime")]
    [InlineData("compact", "604800000", "CreateTime")]
    [InlineData("", "604800000", "CreateTime")]
    [InlineData("delete", "604800000", "LogAppendTime")]
    [InlineData("compact", null, null)]
    [InlineData(null, "-1", null)]
    public void Passes_when_one_condition_is_known_not_to_hold(string? policy, string? retention, string? stamp) =>
        Assert.Null(Given.AllGreen.Topics(Given.Topic("a", (Policy, policy), (Retention, retention), (Stamp, stamp))).Judge<NoTopicExpiresRecords>().Passes());

    [Fact]
    public void Passes_when_only_topics_of_Kafka_or_MSK_do() =>
        Given.AllGreen.Topics(Given.Topic("__amazon_msk_canary", (Retention, "1"))).Judge<NoTopicExpiresRecords>().Passes();

    [Theory]
    [InlineData(null, "1", "CreateTime")]
    [InlineData("delete", null, "CreateTime")]
    [InlineData("delete", "a week", "CreateTime")]
    [InlineData("delete", "1", null)]
    [InlineData("remove", "1", "CreateTime")]
    [InlineData("delete", "1", "Created")]
    [InlineData("delete", "-2", "CreateTime")]
    public void Is_undetermined_when_a_condition_is_not_known(string? policy, string? retention, string? stamp) =>
        Given.AllGreen.Topics(Given.Topic("a", (Policy, policy), (Retention, retention), (Stamp, stamp))).Judge<NoTopicExpiresRecords>().IsUndetermined();

    [Fact]
    public void Is_undetermined_when_the_list_is_not_complete() =>
        Assert.Equal([Given.TimedOut], Given.AllGreen.TopicList(Listing.Partial([Given.Topic("a")], Given.TimedOut)).Judge<NoTopicExpiresRecords>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_topics_could_not_be_listed() =>
        Given.AllGreen.NoWayIn(Side.Source, "refused", "B09").Judge<NoTopicExpiresRecords>().IsUndetermined();
}
