using Amazon.Runtime;
using Confluent.Kafka;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Our tokens before brokers that compute the signature again, as MSK's do.</summary>
[Trait("Needs", "Kafka")]
public sealed class IamOnRealBrokersTests(SharedKafka kafka)
{
    [Theory]
    [InlineData(KafkaMode.ZooKeeper, null)]
    [InlineData(KafkaMode.KRaft, null)]
    [InlineData(KafkaMode.KRaft, "session+token/with=signs")]
    public async Task A_right_key_gets_in_and_a_wrong_one_does_not(KafkaMode mode, string? sessionToken)
    {
        KafkaHome.RequireIam(mode);
        var cluster = await (mode is KafkaMode.ZooKeeper ? kafka.SourceAsync() : kafka.TargetAsync());
        var key = KafkaClients.Unique("AKIA").Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        cluster.AllowIamKey(key, "right/secret+key", sessionToken);

        Assert.True(CanEnter(cluster, new(key, "right/secret+key", sessionToken)));
        Assert.False(CanEnter(cluster, new(key, "wrong", sessionToken), seconds: 3));
        Assert.False(CanEnter(cluster, new(key, "right/secret+key", "another-token"), seconds: 3));
        var logs = string.Concat(cluster.BrokerIds.Select(cluster.LogOf));
        Assert.Contains("IAM token refused: the signature does not match", logs, StringComparison.Ordinal);
        Assert.Contains("IAM token refused: wrong session token", logs, StringComparison.Ordinal);
    }

    private static bool CanEnter(KafkaCluster cluster, ImmutableCredentials credentials, int seconds = 20)
    {
        var config = new AdminClientConfig
        {
            BootstrapServers = cluster.Bootstrap(KafkaListener.Iam),
            SecurityProtocol = SecurityProtocol.SaslSsl,
            SslCaLocation = cluster.Certificates.CaPath,
            SaslMechanism = SaslMechanism.OAuthBearer,
        };
        var token = new IamTokenSigner("eu-central-1", TimeProvider.System).Sign(credentials, null);
        using var admin = new AdminClientBuilder(config)
            .SetOAuthBearerTokenRefreshHandler((client, _) => client.OAuthBearerSetToken(token.Value.Reveal(), token.ExpiresAt.ToUnixTimeMilliseconds(), token.Principal))
            .SetLogHandler((_, _) => { })
            .SetErrorHandler((_, _) => { })
            .Build();
        try
        {
            return admin.GetMetadata(TimeSpan.FromSeconds(seconds)).Brokers.Count > 0;
        }
        catch (KafkaException)
        {
            return false;
        }
    }
}
