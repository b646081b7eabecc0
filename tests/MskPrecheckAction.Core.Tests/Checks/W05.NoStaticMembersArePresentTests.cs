using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class NoStaticMembersArePresentTests
{
    private const string Protocol = "inter.broker.protocol.version";

    [Fact]
    public void Fails_when_static_members_are_present()
    {
        var finding = Given.AllGreen.Groups(Given.Group("shop", "s-1"), Given.Group("billing", "b-1", "b-2"), Given.Group("Audit", "a"), Given.Group("idle"))
            .Judge<NoStaticMembersArePresent>().Fails();
        Assert.Equal(
            "source cluster has static consumer-group members (Audit (1), billing (2), shop (1)). Post-cutover, these consumers MUST restart against the target " +
            "with the same group.instance.id values to avoid a full group rebalance",
            finding.Message);
        Assert.Equal(["Audit: a", "billing: b-1, b-2", "shop: s-1"], finding.Details);
        Assert.Equal("source.cluster_arn", finding.Path);
    }

    [Fact]
    public void Fails_when_more_than_ten_groups_have_them_and_names_ten() =>
        Assert.Contains(
            "(g01 (1), g02 (1), g03 (1), g04 (1), g05 (1), g06 (1), g07 (1), g08 (1), g09 (1), g10 (1), +2 more).",
            Given.AllGreen.Groups([.. Enumerable.Range(1, 12).Reverse().Select(n => Given.Group($"g{n:00}", "i"))])
                .Judge<NoStaticMembersArePresent>().Fails().Message, StringComparison.Ordinal);

    [Fact]
    public void Fails_when_what_is_known_is_enough_and_says_what_is_not() =>
        Assert.Equal(
            [Given.TimedOut, Given.TimedOut with { Asked = "group members of the source cluster, 1 of 2 (x)" }],
            Given.AllGreen.Groups(Listing.Unknown([Given.Group("a", "i"), Unread("x")], Given.TimedOut)).Judge<NoStaticMembersArePresent>().FailsWithGaps());

    [Fact]
    public void Passes_when_only_groups_of_MSK_have_them() => Assert.Null(Given.AllGreen
        .Groups(Given.Group("amazon.msk.canary.group", "i"), Given.Group("__msk_connect_x", "i"), Given.Group("a")).Judge<NoStaticMembersArePresent>().Passes());

    [Fact]
    public void Passes_without_groups() => Given.AllGreen.Groups().Judge<NoStaticMembersArePresent>().Passes();

    [Theory]
    [InlineData("2.4.1")]
    [InlineData("2.4.1.1")]
    [InlineData("2.10.0")]
    public void Passes_when_brokers_of_this_version_would_tell(string version) =>
        Given.AllGreen.Msk(Side.Source, cluster => cluster with { KafkaVersion = version }).Judge<NoStaticMembersArePresent>().Passes();

    [Fact]
    public void Passes_when_the_version_is_unknown_but_brokers_speak_2_4() =>
        Given.AllGreen.NoMsk(Side.Source).NoNodes(Side.Source).Judge<NoStaticMembersArePresent>().Passes();

    [Theory]
    [InlineData("2.3.1")]
    [InlineData("1.1.1")]
    public void Does_not_apply_to_brokers_before_2_4(string version) =>
        Assert.Equal(
            $"brokers of version {version} do not tell static members from others; 2.4 and later do",
            Given.AllGreen.Msk(Side.Source, cluster => cluster with { KafkaVersion = version }).Judge<NoStaticMembersArePresent>().DoesNotApply());

    [Theory]
    [InlineData("2.3-IV1")]
    [InlineData("")]
    [InlineData("foo")]
    public void Is_undetermined_when_the_version_is_unknown_and_brokers_may_be_older(string protocol) =>
        Assert.Equal([Given.Denied], Given.AllGreen.NoMsk(Side.Source).NoNodes(Side.Source)
            .BrokerConfig(Side.Source, Protocol, new(protocol, ConfigSource.Default), id: 2).Judge<NoStaticMembersArePresent>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_groups_could_not_be_listed() =>
        Assert.Equal("depends on B09", Given.AllGreen.NoWayIn(Side.Source, "refused", "B09").Judge<NoStaticMembersArePresent>().IsUndetermined()[0].Reason);

    [Fact]
    public void Is_undetermined_when_the_list_is_not_complete() =>
        Assert.Equal([Given.TimedOut], Given.AllGreen.Groups(Listing.Unknown([Given.Group("a")], Given.TimedOut)).Judge<NoStaticMembersArePresent>().IsUndetermined());

    [Fact]
    public void Is_undetermined_when_a_group_could_not_be_described() =>
        Assert.Equal(
            "group members of the source cluster, 1 of 2 (x)",
            Given.AllGreen.Groups(Given.Group("a"), Unread("x")).Judge<NoStaticMembersArePresent>().IsUndetermined()[0].Asked);

    private static ConsumerGroup Unread(string id) => new(id, Fact<GroupDescription>.Missing(Given.TimedOut));
}
