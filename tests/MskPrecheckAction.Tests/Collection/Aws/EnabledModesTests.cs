using Amazon.Kafka.Model;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;
using ClusterType = MskPrecheckAction.Facts.ClusterType;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Which addresses a mode takes, and when the MSK API proves that a mode cannot work.</summary>
public sealed class EnabledModesTests
{
    [Theory]
    [InlineData("b-1.x:9092,b-2.x:9092", "b-1.x:9092,b-2.x:9092")]
    [InlineData(" b-1.x:9092 ,, [2001:db8::1]:9092", "b-1.x:9092,[2001:db8::1]:9092")]
    [InlineData("not a host,b-1.x,b-1.x:,b-1.x:0,b-1.x:65536,b-1.x:kafka,https://b-1.x:9092/,:9092,127.0.0.1:65535", "127.0.0.1:65535")]
    [InlineData("null", "")]
    public void Only_what_is_host_and_port_is_an_address(string addresses, string usable) => Assert.Equal(usable, BootstrapAddresses.Usable(addresses));

    [Theory]
    [InlineData(AuthMode.Iam, true, true, true, true, "TLS", null)]
    [InlineData(AuthMode.Iam, false, true, true, true, "TLS", "iam is not enabled on the cluster (enabled: scram-sha-512, mtls, tls)")]
    [InlineData(AuthMode.Iam, null, true, null, null, "TLS", null)]
    [InlineData(AuthMode.Iam, false, false, false, false, "TLS", null)]
    [InlineData(AuthMode.Iam, false, null, null, null, null, null)]
    [InlineData(AuthMode.ScramSha512, true, false, false, false, "TLS", "scram-sha-512 is not enabled on the cluster (enabled: iam)")]
    [InlineData(AuthMode.Mtls, true, false, false, true, "TLS", "mtls is not enabled on the cluster (enabled: iam, tls)")]
    [InlineData(AuthMode.Mtls, null, null, true, null, null, null)]
    [InlineData(AuthMode.Mtls, null, null, true, true, "PLAINTEXT", "mtls is not enabled on the cluster (enabled: plaintext)")]
    [InlineData(AuthMode.Tls, false, false, true, false, "TLS", "tls is not enabled on the cluster (enabled: mtls)")]
    [InlineData(AuthMode.Tls, false, false, false, true, "PLAINTEXT", "tls is not enabled on the cluster (enabled: plaintext)")]
    [InlineData(AuthMode.Tls, false, false, false, true, "TLS_PLAINTEXT", null)]
    [InlineData(AuthMode.Plaintext, false, false, false, true, "TLS", "plaintext is not enabled on the cluster (enabled: tls)")]
    [InlineData(AuthMode.Plaintext, true, false, false, false, "TLS_PLAINTEXT", "plaintext is not enabled on the cluster (enabled: iam)")]
    [InlineData(AuthMode.Plaintext, false, false, false, true, "tls_plaintext", null)]
    [InlineData(AuthMode.Plaintext, true, null, null, null, null, null)]
    public void A_mode_is_off_where_the_answer_says_so_and_shows_another(AuthMode mode, bool? iam, bool? scram, bool? tls, bool? unauthenticated, string? clientBroker, string? cause) =>
        Assert.Equal(cause, EnabledModes.NotEnabled(Cluster(iam, scram, tls, unauthenticated, clientBroker), mode, silenceCounts: false));

    [Fact]
    public void A_mode_that_is_not_mentioned_is_off_only_where_it_has_no_address_either()
    {
        var cluster = Cluster(true, null, null, null, null);
        Assert.Null(EnabledModes.NotEnabled(cluster, AuthMode.ScramSha512, silenceCounts: false));
        Assert.Equal("scram-sha-512 is not enabled on the cluster (enabled: iam)", EnabledModes.NotEnabled(cluster, AuthMode.ScramSha512, silenceCounts: true));
    }

    [Fact]
    public void Serverless_has_iam_alone()
    {
        var cluster = new MskCluster("arn", ClusterType.Serverless) { ClientAuthentication = new() { Iam = true } };
        Assert.Equal("tls is not enabled on the cluster (enabled: iam)", EnabledModes.NotEnabled(cluster, AuthMode.Tls, silenceCounts: false));
        Assert.Null(EnabledModes.NotEnabled(cluster, AuthMode.Iam, silenceCounts: false));
    }

    [Fact]
    public void Addresses_inside_the_VPC_go_before_public_ones()
    {
        var all = new GetBootstrapBrokersResponse
        {
            BootstrapBrokerString = "plain",
            BootstrapBrokerStringTls = "tls",
            BootstrapBrokerStringSaslScram = "scram",
            BootstrapBrokerStringSaslIam = "iam",
            BootstrapBrokerStringPublicTls = "p-tls",
            BootstrapBrokerStringPublicSaslScram = "p-scram",
            BootstrapBrokerStringPublicSaslIam = "p-iam",
        };
        Assert.Equal(["iam", "scram", "tls", "tls", "plain"], Enum.GetValues<AuthMode>().Select(mode => BootstrapAddresses.For(mode, all)));

        var outside = new GetBootstrapBrokersResponse
        {
            BootstrapBrokerStringSaslIam = "",
            BootstrapBrokerStringPublicTls = "p-tls",
            BootstrapBrokerStringPublicSaslScram = "p-scram",
            BootstrapBrokerStringPublicSaslIam = "p-iam",
        };
        Assert.Equal(["p-iam", "p-scram", "p-tls", "p-tls", null], Enum.GetValues<AuthMode>().Select(mode => BootstrapAddresses.For(mode, outside)));
        Assert.Equal([AuthMode.Iam, AuthMode.ScramSha512, AuthMode.Mtls, AuthMode.Tls], BootstrapAddresses.Modes(outside));
    }

    private static MskCluster Cluster(bool? iam, bool? scram, bool? tls, bool? unauthenticated, string? clientBroker) => new("arn", ClusterType.Provisioned)
    {
        ClientAuthentication = new() { Iam = iam, Scram = scram, Tls = tls, Unauthenticated = unauthenticated, ClientBroker = clientBroker },
    };
}
