using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class SourceKafkaIsReachableTests
{
    [Fact]
    public void Fails_when_the_way_in_does()
    {
        var finding = Given.AllGreen.Auth(Side.Source, AuthMode.ScramSha512).NoWayIn(Side.Source, "login refused: wrong user name or password", "B09")
            .Judge<SourceKafkaIsReachable>().Fails();
        Assert.Equal("source Kafka protocol not reachable: login refused: wrong user name or password", finding.Message);
        Assert.Equal("source.cluster_arn", finding.Path);
        Assert.Contains("for auth mode scram-sha-512", finding.Fix.ToString(), StringComparison.Ordinal);
        Assert.Contains($"$ aws kafka get-bootstrap-brokers --cluster-arn {Given.SourceArn} --region eu-central-1", finding.Fix.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Passes_when_a_broker_answers() => Assert.Null(Given.AllGreen.Judge<SourceKafkaIsReachable>().Passes());

    [Fact]
    public void Passes_with_a_remark_when_other_brokers_do_not() =>
        Assert.Equal("broker 3 did not answer", Given.AllGreen.WayIn(Side.Source, null, "broker 3 did not answer").Judge<SourceKafkaIsReachable>().Passes());

    [Theory]
    [InlineData("b-1.orders.example:9098", "b-9.other.example", "source.bootstrap_servers lead to brokers that advertise b-1.orders.example, b-2.orders.example, and the brokers of the cluster in cluster_arn are b-9.other.example: are they the same?")]
    [InlineData("localhost:9098", "B-2.Orders.example", null)]
    [InlineData("localhost:9098", null, null)]
    [InlineData(null, "b-9.other.example", null)]
    public void Passes_with_a_remark_when_named_addresses_lead_to_other_brokers(string? servers, string? endpoint, string? remark) =>
        Assert.Equal(remark, Elsewhere(servers, endpoint).Judge<SourceKafkaIsReachable>().Passes());

    [Fact]
    public void Passes_with_both_remarks_where_there_are_two() =>
        Assert.StartsWith(
            "broker 3 did not answer; source.bootstrap_servers lead to ",
            Elsewhere("localhost:9098", "b-9.other.example").WayIn(Side.Source, null, "broker 3 did not answer").Judge<SourceKafkaIsReachable>().Passes(),
            StringComparison.Ordinal);

    private static Given Elsewhere(string? servers, string? endpoint)
    {
        var notAsked = Fact<ResourceConfig>.Missing(Given.Cancelled);
        return Given.AllGreen
            .Cluster(Side.Source, plan => plan with { BootstrapServers = servers })
            .Nodes(Side.Source, new MskNode(MskNodeKind.Zookeeper), new MskNode(MskNodeKind.Broker, "3.6.0", endpoint))
            .Kafka(Side.Source, facts => facts with
            {
                Cluster = Fact.Known(new KafkaCluster("id", [new(2, "b-2.orders.example", 9098, notAsked), new(1, "b-1.orders.example", 9098, notAsked), new(3, null, null, notAsked)])),
            });
    }

    [Fact]
    public void Is_undetermined_when_the_run_was_cut_off() =>
        Assert.Equal(
            [Given.Cancelled],
            Given.AllGreen.Kafka(Side.Source, _ => KafkaFacts.NoWayIn(Fact<Reachability>.Missing(Given.Cancelled), Given.Cancelled))
                .Judge<SourceKafkaIsReachable>().IsUndetermined());
}
