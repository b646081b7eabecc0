using MskPrecheckAction.Kafka;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

[assembly: AssemblyFixture(typeof(MskPrecheckAction.Tests.Whole.Faults.StrictBrokers))]

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>Two real brokers on which every listener has a demand or a defect of its own; the first fault that asks starts them.</summary>
public sealed class StrictBrokers : IAsyncDisposable
{
    private readonly TestCertificates authority = new(Directory.CreateTempSubdirectory("tls-").FullName);
    private readonly Lazy<Task<KafkaCluster>> cluster;

    public StrictBrokers() => cluster = new(() => Task.Run(StartAsync));

    /// <summary>The line of the authority that signed the certificates with defects.</summary>
    public string CaPath => "ca_path: " + authority.CaPath;

    public Task<KafkaCluster> ClusterAsync() => cluster.Value;

    /// <summary>Takes nobody without a client certificate.</summary>
    public async Task<string> DemandsCertificateAsync() => (await ClusterAsync()).Bootstrap(KafkaListener.Tls, 1);

    /// <summary>Shows a certificate that has expired.</summary>
    public async Task<string> ExpiredAsync() => (await ClusterAsync()).Bootstrap(KafkaListener.Tls, 2);

    /// <summary>Offers SCRAM-SHA-256 and nothing else.</summary>
    public async Task<string> OtherScramAsync() => (await ClusterAsync()).Bootstrap(KafkaListener.Scram, 1);

    /// <summary>Shows a certificate for another host.</summary>
    public async Task<string> OtherHostAsync() => (await ClusterAsync()).Bootstrap(KafkaListener.Scram, 2);

    public async ValueTask DisposeAsync()
    {
        if (cluster.IsValueCreated && cluster.Value.IsCompletedSuccessfully) await (await cluster.Value).DisposeAsync();
        authority.Dispose();
        Directory.Delete(Path.GetDirectoryName(authority.CaPath)!, recursive: true);
    }

    private Task<KafkaCluster> StartAsync()
    {
        var expired = authority.Issue("expired", null, DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(-1));
        var otherHost = authority.Issue("other-host", "b-1.elsewhere.example");
        return KafkaCluster.StartAsync(new(KafkaMode.KRaft)
        {
            Brokers = 2,
            Secure = true,
            PropertiesOf = new Dictionary<int, IReadOnlyDictionary<string, string>>
            {
                [1] = new Dictionary<string, string>
                {
                    ["listener.name.tls.ssl.client.auth"] = "required",
                    ["listener.name.scram.sasl.enabled.mechanisms"] = "SCRAM-SHA-256",
                    ["listener.name.scram.scram-sha-256.sasl.jaas.config"] = "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                },
                [2] = new Dictionary<string, string>
                {
                    ["listener.name.tls.ssl.keystore.location"] = expired.StorePath,
                    ["listener.name.scram.ssl.keystore.location"] = otherHost.StorePath,
                },
            },
        });
    }
}
