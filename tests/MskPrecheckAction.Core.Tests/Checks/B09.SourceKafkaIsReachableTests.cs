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

    [Fact]
    public void Is_undetermined_when_the_run_was_cut_off() =>
        Assert.Equal(
            [Given.Cancelled],
            Given.AllGreen.Kafka(Side.Source, _ => KafkaFacts.NoWayIn(Fact<Reachability>.Missing(Given.Cancelled), Given.Cancelled))
                .Judge<SourceKafkaIsReachable>().IsUndetermined());
}
