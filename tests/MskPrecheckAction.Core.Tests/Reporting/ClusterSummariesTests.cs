using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Reporting;

public sealed class ClusterSummariesTests
{
    [Fact]
    public void A_cluster_at_a_glance_leaves_out_what_is_not_the_customers() =>
        Assert.Equal(
            new ClusterSummary(Given.SourceArn, "orders", "eu-central-1", "tls") { Version = "3.6.0", MetadataMode = "ZOOKEEPER", Brokers = 3, Topics = new SeenCount(2), Groups = new SeenCount(1) },
            Summary(Given.AllGreen));

    [Fact]
    public void A_list_that_leaves_things_out_gives_the_least_there_can_be() =>
        Assert.Equal(new SeenCount(2, IsAll: false), Summary(Given.AllGreen.Topics(topics => topics with { Coverage = Coverage.Partial, Gaps = [Given.TimedOut] })).Topics);

    [Fact]
    public void What_is_not_known_stays_empty() =>
        Assert.Equal(
            new ClusterSummary(Given.SourceArn, "orders", "eu-central-1", "tls"),
            Summary(Given.AllGreen.NoMsk(Side.Source).NoNodes(Side.Source).NoWayIn(Side.Source, "refused", "B09")));

    private static ClusterSummary Summary(Given given) => ClusterSummaries.Of(given.Plan.Source, new ClusterView(Side.Source, given.Snapshot.Source));
}
