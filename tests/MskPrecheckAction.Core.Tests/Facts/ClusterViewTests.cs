using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Facts;

public sealed class ClusterViewTests
{
    private static readonly MskNode Broker = new(MskNodeKind.Broker, "3.6.0");

    [Fact]
    public void Version_is_the_lowest_of_the_nodes_where_the_cluster_cannot_be_asked() =>
        Assert.Equal("3.7.x", Version(Given.AllGreen.NoMsk(Side.Source).Nodes(
            Side.Source, new(MskNodeKind.Broker, "3.10.0"), new(MskNodeKind.Broker, "3.7.x"), new(MskNodeKind.Controller))));

    [Fact]
    public void Version_misses_where_one_node_does_not_say_it() =>
        Assert.Null(Version(Given.AllGreen.NoMsk(Side.Source).Nodes(Side.Source, Broker, new(MskNodeKind.Broker))));

    [Fact]
    public void Version_comes_from_the_nodes_where_the_cluster_does_not_say_it() =>
        Assert.Equal("3.6.0", Version(Given.AllGreen.Msk(Side.Source, cluster => cluster with { KafkaVersion = " " })));

    [Fact]
    public void Version_misses_where_nobody_can_be_asked()
    {
        var view = View(Given.AllGreen.NoMsk(Side.Source).NoNodes(Side.Source));
        Assert.False(view.Version.TryGet(out _, out var gap));
        Assert.Equal(Given.Denied, gap);
    }

    [Theory]
    [InlineData(5, 5)]
    [InlineData(null, 3)]
    [InlineData(0, 3)]
    public void Brokers_are_counted_by_the_cluster_then_by_the_nodes(int? said, int expected) =>
        Assert.Equal(expected, Count(Given.AllGreen.Msk(Side.Source, cluster => cluster with { NumberOfBrokerNodes = said })));

    [Fact]
    public void Brokers_are_not_counted_over_nodes_of_no_known_kind() =>
        Assert.Null(Count(Given.AllGreen.NoMsk(Side.Source).Nodes(Side.Source, Broker, new(MskNodeKind.Unknown))));

    [Fact]
    public void Customers_lists_keep_what_is_known_of_their_coverage()
    {
        var view = View(Given.AllGreen.TopicList(Listing.Partial([Given.Topic("__amazon_msk_canary"), Given.Topic("orders")], Given.TimedOut)));
        Assert.True(view.CustomerTopics.TryGet(out var topics, out _));
        Assert.Equal((Coverage.Partial, "orders"), (topics.Coverage, Assert.Single(topics.Items).Name));
        Assert.Equal([Given.TimedOut], topics.MissingFrom("topics"));
        Assert.True(view.CustomerGroups.TryGet(out var groups, out _));
        Assert.Equal("billing", Assert.Single(groups.Items).GroupId);
    }

    [Fact]
    public void A_list_that_is_not_complete_always_misses_something() =>
        Assert.Equal(GapCause.Filtered, Assert.Single(Listing.Unknown<Topic>([]).MissingFrom("topics")).Cause);

    private static ClusterView View(Given given) => new(Side.Source, given.Snapshot.Source);

    private static string? Version(Given given) => View(given).Version.TryGet(out var version, out _) ? version.Text : null;

    private static int? Count(Given given) => View(given).BrokerCount.TryGet(out var count, out _) ? count : null;
}
