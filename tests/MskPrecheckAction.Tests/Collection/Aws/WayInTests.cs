using System.Text.Json.Nodes;
using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>What the brokers are logged in to with, and what is said where there is no way to them.</summary>
public sealed class WayInTests : CollectorTests
{
    [Fact]
    public async Task An_iam_side_gets_its_addresses_and_a_signer_for_its_region()
    {
        await CollectAsync();
        var access = Brokers.Access(Side.Target);
        Assert.Equal(("target:9098", AuthMode.Iam, null, null), (access.BootstrapServers, access.Auth.Mode, access.Username, access.Password));
        var token = await access.SignToken!(Stop);
        Assert.Contains("kafka.eu-north-1.amazonaws.com", token.Url(), StringComparison.Ordinal);
        Assert.InRange(token.ExpiresAt - DateTimeOffset.UtcNow, TimeSpan.FromMinutes(14), TimeSpan.FromMinutes(15));
        Assert.Contains(token.Value.Reveal(), Log.Masked);
        Assert.Contains(AwsStandIn.SecretKey, Log.Masked);
    }

    [Fact]
    public async Task Addresses_of_the_file_are_used_as_they_are_and_the_API_is_not_asked_for_others()
    {
        WithSource(new AuthPlan(AuthMode.Plaintext), "tunnel:9092");
        await CollectAsync();
        Assert.Equal("tunnel:9092", Brokers.Access(Side.Source).BootstrapServers);
        Assert.DoesNotContain(Aws.RequestsFor(SourceArn), request => request.Action == AwsAction.GetBootstrapBrokers);
    }

    [Fact]
    public async Task A_denied_GetBootstrapBrokers_is_a_finding_and_the_brokers_facts_depend_on_it()
    {
        Aws.On(AwsAction.GetBootstrapBrokers, SourceArn, Answer.Forbidden("x"));
        var snapshot = await CollectAsync();
        Assert.Equal(
            $"GetBootstrapBrokers of the source cluster: access denied: kafka:GetBootstrapBrokers is not allowed on cluster {SourceArn}", Known(snapshot.Source.Kafka.WayIn).Error);
        Assert.Equal(
            new Gap("the brokers of the source cluster", GapCause.Dependency, "depends on B09", "kafka:GetBootstrapBrokers"), Missing(snapshot.Source.Kafka.Topics));
        Assert.False(Brokers.WasAsked(Side.Source));
        Assert.True(Brokers.WasAsked(Side.Target));
    }

    [Theory]
    [InlineData("{}", "the answer holds no address at all")]
    [InlineData("<html>", "not AWS's")]
    public async Task An_answer_without_addresses_is_a_finding(string body, string error)
    {
        Aws.On(AwsAction.GetBootstrapBrokers, TargetArn, Answer.Json(body));
        Disable(TargetArn, "iam", "scram", "tls", "unauthenticated");
        var snapshot = await CollectAsync();
        Assert.StartsWith("GetBootstrapBrokers of the target cluster: ", Known(snapshot.Target.Kafka.WayIn).Error, StringComparison.Ordinal);
        Assert.Contains(error, Known(snapshot.Target.Kafka.WayIn).Error, StringComparison.Ordinal);
        Assert.Equal("depends on B10", Missing(snapshot.Target.Kafka.Acls).Reason);
    }

    [Fact]
    public async Task A_mode_without_an_address_that_is_off_is_said_to_be_off()
    {
        Disable(SourceArn, "iam");
        Aws.On(AwsAction.GetBootstrapBrokers, SourceArn, AwsDocuments.Bootstrap(("bootstrapBrokerStringTls", "b:9094")));
        Assert.Equal("iam is not enabled on the cluster (enabled: scram-sha-512, mtls, tls, plaintext)", Known((await CollectAsync()).Source.Kafka.WayIn).Error);
    }

    [Fact]
    public async Task A_mode_without_an_address_of_a_cluster_that_says_nothing_has_no_address()
    {
        Aws.On(AwsAction.GetBootstrapBrokers, SourceArn, AwsDocuments.Bootstrap(("bootstrapBrokerStringPublicTls", "b:9194"))).On(AwsAction.DescribeClusterV2, SourceArn, Answer.Empty());
        Assert.Equal("the cluster has no address for iam, only for mtls, tls", Known((await CollectAsync()).Source.Kafka.WayIn).Error);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Where_connecting_fails_a_mode_that_is_off_is_the_cause(bool off)
    {
        if (off) Disable(SourceArn, "iam");
        WithSource(Plan.Source.Auth, "tunnel:9098");
        Brokers.Answer = (_, _) => Task.FromResult(KafkaStandIn.Facts(new Reachability("the SASL handshake failed")));
        var snapshot = await CollectAsync();
        Assert.Equal(off ? "iam is not enabled on the cluster (enabled: scram-sha-512, mtls, tls, plaintext)" : "the SASL handshake failed", Known(snapshot.Source.Kafka.WayIn).Error);
        Assert.Equal("the SASL handshake failed", Known(snapshot.Target.Kafka.WayIn).Error);
    }

    [Fact]
    public async Task A_mode_that_is_off_by_the_API_and_works_all_the_same_has_worked()
    {
        Disable(SourceArn, "iam");
        WithSource(Plan.Source.Auth, "tunnel:9098");
        Assert.Null(Known((await CollectAsync()).Source.Kafka.WayIn).Error);
    }

    [Fact]
    public async Task Connecting_does_not_wait_for_the_clusters_description()
    {
        Aws.On(AwsAction.DescribeClusterV2, SourceArn, Answer.Empty() with { Delivery = Delivery.Silence });
        CallLimit = TimeSpan.FromSeconds(4);
        var began = DateTimeOffset.UtcNow;
        var connected = began;
        Brokers.Answer = (access, _) =>
        {
            if (access.Side is Side.Source) connected = DateTimeOffset.UtcNow;
            return Task.FromResult(KafkaStandIn.Facts(new Reachability(null)));
        };
        await CollectAsync();
        Assert.True(DateTimeOffset.UtcNow - connected > TimeSpan.FromSeconds(1), $"connected {connected - began} after the start");
    }

    [Fact]
    public async Task A_probe_that_throws_costs_its_own_facts_only()
    {
        Brokers.Answer = (access, _) => access.Side is Side.Source ? throw new InvalidOperationException("canary") : Task.FromResult(KafkaStandIn.Facts(new Reachability(null)));
        var snapshot = await CollectAsync();
        Assert.Equal(GapCause.Defect, Missing(snapshot.Source.Kafka.WayIn).Cause);
        Assert.DoesNotContain("canary", Missing(snapshot.Source.Kafka.Topics).Reason, StringComparison.Ordinal);
        Assert.Equal(3, Known(snapshot.Source.Msk.Nodes).Count);
        Assert.Null(Known(snapshot.Target.Kafka.WayIn).Error);
    }

    private void Disable(string arn, params string[] modes)
    {
        var document = AwsDocuments.Provisioned(arn, "3.9.x.kraft", 3);
        var authentication = document["clusterInfo"]!["provisioned"]!["clientAuthentication"]!;
        foreach (var mode in modes) ((mode is "iam" or "scram" ? authentication["sasl"]! : authentication)[mode]!)["enabled"] = JsonValue.Create(false);
        Aws.On(AwsAction.DescribeClusterV2, arn, Answer.Json(document.ToJsonString()));
    }
}
