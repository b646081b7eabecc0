using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class ClustersAreDistinctTests
{
    private const string Message = "source and target ARNs are identical";

    [Theory]
    [InlineData(Given.SourceArn)]
    [InlineData(" \"ARN:AWS:KAFKA:EU-CENTRAL-1:111122223333:CLUSTER/orders/1F2E3D4C-5B6A-4798-8A9B-0C1D2E3F4A5B-7\" ")]
    public void Fails_when_the_ARNs_are_equal(string target)
    {
        var finding = Given.AllGreen.Arn(Side.Target, target).Judge<ClustersAreDistinct>().Fails();
        Assert.Equal((Message, "target.cluster_arn"), (finding.Message, finding.Path));
        Assert.Equal([$"both are {Given.SourceArn}"], finding.Details);
    }

    [Fact]
    public void Fails_when_MSK_answers_with_one_ARN() =>
        Assert.Equal(
            [$"DescribeClusterV2 answers {Given.SourceArn} for both"],
            Given.AllGreen.Msk(Side.Target, cluster => cluster with { ClusterArn = Given.SourceArn }).Judge<ClustersAreDistinct>().Fails().Details);

    [Fact]
    public void Fails_when_cluster_id_and_a_broker_are_the_same()
    {
        var finding = SameId().Brokers(Side.Target, _ => [OneBroker("B-2.source.c3.kafka.eu-central-1.amazonaws.com", 9094)]).Judge<ClustersAreDistinct>().Fails();
        Assert.Equal(Message, finding.Message);
        Assert.Equal(
            ["the brokers of both give the cluster id source-cluster-id and the address b-2.source.c3.kafka.eu-central-1.amazonaws.com:9094"], finding.Details);
    }

    [Theory]
    [InlineData("arn:aws:kafka:eu-central-1:111122223333:cluster/orders/1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b-8")]
    [InlineData("arn:aws:kafka:eu-central-1:111122223333:cluster/Orders/1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b-7")]
    [InlineData("arn:aws:kafka:eu-west-1:111122223333:cluster/orders/1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b-7")]
    [InlineData("arn:aws-cn:kafka:eu-central-1:111122223333:cluster/orders/1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b-7")]
    public void Passes_when_the_ARNs_differ(string target) => Given.AllGreen.Arn(Side.Target, target).Judge<ClustersAreDistinct>().Passes();

    [Fact]
    public void Passes_when_only_the_cluster_id_is_the_same() => SameId().Judge<ClustersAreDistinct>().Passes();

    [Fact]
    public void Passes_when_a_host_is_the_same_but_not_its_port() => SameId()
        .Brokers(Side.Target, _ => [OneBroker("b-2.source.c3.kafka.eu-central-1.amazonaws.com", 9096)]).Judge<ClustersAreDistinct>().Passes();

    [Fact]
    public void Passes_when_brokers_are_the_same_but_no_id_is_given()
    {
        var given = Given.AllGreen.Brokers(Side.Target, _ => Given.AllGreen.Snapshot.Source.Kafka.Cluster.TryGet(out var source, out var _) ? source.Brokers : []);
        foreach (var side in new[] { Side.Source, Side.Target })
        {
            given = given.Kafka(side, kafka => kafka with { Cluster = kafka.Cluster.Select(cluster => cluster with { ClusterId = null }) });
        }

        given.Judge<ClustersAreDistinct>().Passes();
    }

    [Fact]
    public void Passes_when_the_ARNs_differ_and_nobody_can_be_asked() =>
        Given.AllGreen.NoMsk(Side.Source).NoWayIn(Side.Target, "no", "B10").Judge<ClustersAreDistinct>().Passes();

    private static Given SameId() =>
        Given.AllGreen.Kafka(Side.Target, kafka => kafka with { Cluster = kafka.Cluster.Select(cluster => cluster with { ClusterId = "source-cluster-id" }) });

    private static Broker OneBroker(string host, int port) => new(7, host, port, Fact<ResourceConfig>.Missing(Given.TimedOut));
}
