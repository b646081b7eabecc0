using System.Collections.Concurrent;
using MskPrecheckAction.Collection.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Kafka;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Brokers that want a new login every few seconds, and tokens that run out in the middle of a reading that takes longer.</summary>
[Trait("Needs", "Kafka")]
public sealed class ReauthenticationTests : CollectorTests
{
    [Fact]
    public async Task A_reading_outlives_its_first_token()
    {
        KafkaHome.RequireIam(KafkaMode.ZooKeeper);
        await using var cluster = await KafkaCluster.StartAsync(new(KafkaMode.ZooKeeper)
        {
            Secure = true,
            Properties = new Dictionary<string, string> { ["listener.name.iam.oauthbearer.connections.max.reauth.ms"] = "2000" },
        });
        cluster.AllowIamKey("AKIATESTADMIN", "test-secret-admin");
        await cluster.CreateTopicAsync("orders", 2);
        using var producer = new TransactionalProducer(cluster, "tx");
        Environment.Set("AWS_ACCESS_KEY_ID", "AKIATESTADMIN");
        Environment.Set("AWS_SECRET_ACCESS_KEY", "test-secret-admin");
        Aws.Accept("AKIATESTADMIN", "test-secret-admin");
        WithSource(new AuthPlan(AuthMode.Iam) { CaPath = cluster.Certificates.CaPath }, cluster.Bootstrap(KafkaListener.Iam));

        var log = new SlowLog();
        var snapshot = await new SnapshotCollector(new SourceOnly(), TimeProvider.System) { TokenLifetime = TimeSpan.FromSeconds(3) }.CollectAsync(Plan, log, Stop);
        var kafka = snapshot.Source.Kafka;
        Assert.Null(Known(kafka.WayIn).Error);
        Assert.True(log.Tokens > 2, $"{log.Tokens} tokens");
        Assert.Empty(Known(kafka.Topics).Gaps);
        Assert.Contains(Known(kafka.Topics).Items, topic => topic.Name == "orders" && topic.Config.TryGet(out _, out var _));
        Assert.Equal("tx", Assert.Single(Known(kafka.Transactions).Items).Id);
        Known(kafka.Acls);
        Known(kafka.Groups);
        Assert.All(Known(kafka.Cluster).Brokers, broker => Known(broker.Config));
        Assert.DoesNotContain(log.Lines, line => line.Contains("refused", StringComparison.OrdinalIgnoreCase));
    }

    // The target is not what this is about.
    private sealed class SourceOnly : IKafkaCollector
    {
        public Task<KafkaFacts> CollectAsync(KafkaAccess access, ICollectionLog log, CancellationToken stop) => access.Side is Side.Source
            ? new KafkaCollector().CollectAsync(access, log, stop)
            : Task.FromResult(KafkaStandIn.Facts(new Reachability(null)));
    }

    // Each step of the source's reading takes as long as on a large cluster.
    private sealed class SlowLog : ICollectionLog
    {
        private int tokens;

        public ConcurrentQueue<string> Lines { get; } = new();

        public int Tokens => tokens;

        public void Progress(Side? side, string what, int? done = null, int? total = null)
        {
            if (what is "topics" or "topic configs" or "transactional ids" or "ACLs" or "broker configs" or "groups") Thread.Sleep(2500);
        }

        public void Debug(string line) => Lines.Enqueue(line);

        public void Mask(Secret secret)
        {
            if (secret.Reveal().StartsWith("aHR0cHM6Ly9rYWZrYS", StringComparison.Ordinal)) Interlocked.Increment(ref tokens);
        }
    }
}
