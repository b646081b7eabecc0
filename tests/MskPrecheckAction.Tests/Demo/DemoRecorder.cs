using System.Text.RegularExpressions;
using Confluent.Kafka.Admin;
using MskPrecheckAction.Aws;
using MskPrecheckAction.Collection;
using MskPrecheckAction.Collection.Kafka;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Facts.Json;
using MskPrecheckAction.Kafka;
using MskPrecheckAction.Tests.Surface;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Demo;

/// <summary>Makes the recording that <c>demo</c> carries: a real <c>collect</c> on real brokers. Run by <c>eng/record-demo</c>, never with the other tests.</summary>
public sealed partial class DemoRecorder
{
    private const string SourceArn = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop/4c1b7f7e-52a4-4c53-9d0e-7a3f0c9f6b11-7";
    private const string SourceHost = "shop.d4kz1q.c5";
    private const string TargetArn = "arn:aws:kafka:eu-central-1:111122223333:cluster/shop-kraft/b27c2f64-7d7d-4c0e-8d3b-0f5f1f6a9e52-12";
    private const string SecretArn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_shop-Xk2p9Q";

    [Fact(Explicit = true)]
    public async Task Record()
    {
        await using var source = await KafkaCluster.StartAsync(new(KafkaMode.ZooKeeper)
        {
            Brokers = 3,
            Secure = true,
            Properties = new Dictionary<string, string> { ["inter.broker.protocol.version"] = "3.6" },
        });
        await using var target = await KafkaCluster.StartAsync(new(KafkaMode.KRaft) { Brokers = 2, Secure = true });
        await using var aws = Aws(source, target);
        target.AllowIamKey(AwsStandIn.AccessKey, AwsStandIn.SecretKey);
        foreach (var (name, value) in aws.Environment) Environment.SetEnvironmentVariable(name, value);

        await using var members = await ShopAsync(source);
        await target.AddAclsAsync(KafkaClients.Binding("User:" + AwsStandIn.AccessKey, AclOperation.All, ResourceType.Broker, "kafka-cluster"), KafkaClients.Binding("User:" + AwsStandIn.AccessKey, AclOperation.All, ResourceType.Topic, "*"));

        using var rig = new ProgramRig { Collector = new SnapshotCollector(new KafkaCollector(), TimeProvider.System) };
        foreach (var (name, value) in aws.Environment) rig.Variables[name] = value;
        rig.Write("migration.yaml", File.ReadAllText(Demo("migration.yaml")));
        WithAuthorities(rig, source, target);
        Assert.True(await rig.RunAsync("collect", "--output", "snapshot.json") == 0, rig.Out + rig.Error);

        using var recorded = File.OpenRead(Path.Combine(rig.Folder, "snapshot.json"));
        Assert.True(SnapshotJson.TryRead(recorded, "snapshot.json", out var snapshot, out var problem), problem?.Message);
        await using var file = File.Create(Demo("snapshot.json"));
        SnapshotJson.Write(AtMsk(snapshot), file);
    }

    // What a loopback cluster cannot have: the hosts, ports and brokers' own addresses of MSK.
    private static Snapshot AtMsk(Snapshot snapshot) => snapshot with
    {
        Source = snapshot.Source with { Kafka = AtMsk(snapshot.Source.Kafka, SourceHost, 9096) },
        Target = snapshot.Target with { Kafka = AtMsk(snapshot.Target.Kafka, "shop-kraft.p8w2rn.c5", 9098) },
    };

    private static KafkaFacts AtMsk(KafkaFacts kafka, string cluster, int port) => kafka with
    {
        Cluster = kafka.Cluster.Select(facts => facts with
        {
            Brokers = [.. facts.Brokers.Select(broker => broker with
            {
                Host = $"b-{broker.Id}.{cluster}.kafka.eu-central-1.amazonaws.com",
                Port = port,
                Config = broker.Config.Select(config => new ResourceConfig(config.Entries.ToDictionary(
                    entry => entry.Key,
                    entry => entry.Value with { Value = entry.Value.Value is { } value ? Loopback().Replace(value, $"z-1.{cluster}.kafka.eu-central-1.amazonaws.com:2181") : null }))),
            })],
        }),
    };

    // Private authorities that only the recording needs: the demo's own file stays free of them.
    private static void WithAuthorities(ProgramRig rig, KafkaCluster source, KafkaCluster target)
    {
        var paths = new Queue<string>([source.Certificates.CaPath, target.Certificates.CaPath]);
        rig.Write("migration.yaml", Mode().Replace(rig.Read("migration.yaml"), mode => $"{mode.Value}\n        ca_path: {paths.Dequeue()}"));
    }

    private static AwsStandIn Aws(KafkaCluster source, KafkaCluster target)
    {
        source.AddScramUserAsync("precheck", "recorded-once-1").Wait();
        return new AwsStandIn()
            .On(AwsAction.DescribeClusterV2, SourceArn, Answer.Json(AwsDocuments.Provisioned(SourceArn, "3.6.0", 3).ToJsonString().Replace("orders.abcdef.c5", SourceHost, StringComparison.Ordinal)))
            .On(AwsAction.DescribeClusterV2, TargetArn, Answer.Json(AwsDocuments.Provisioned(TargetArn, "3.9.x.kraft", 2).ToJsonString()))
            .On(AwsAction.ListNodes, SourceArn, AwsDocuments.NodePages([[.. Enumerable.Range(1, 3).Select(id => AwsDocuments.BrokerNode(id, "3.6.0")), AwsDocuments.ZooKeeperNode(1)]]))
            .On(AwsAction.ListNodes, TargetArn, AwsDocuments.NodePages([[.. Enumerable.Range(1, 2).Select(id => AwsDocuments.BrokerNode(id, "3.9.x.kraft")), AwsDocuments.ControllerNode()]]))
            .On(AwsAction.GetBootstrapBrokers, SourceArn, AwsDocuments.Bootstrap(("bootstrapBrokerStringSaslScram", source.Bootstrap(KafkaListener.Scram))))
            .On(AwsAction.GetBootstrapBrokers, TargetArn, AwsDocuments.Bootstrap(("bootstrapBrokerStringSaslIam", target.Bootstrap(KafkaListener.Iam))))
            .On(AwsAction.GetSecretValue, SecretArn, AwsDocuments.Secret(SecretArn, """{"username":"precheck","password":"recorded-once-1"}"""))
            // A bucket in another region passes with a remark.
            .On(AwsAction.HeadBucket, "shop-migration-backup", AwsDocuments.BucketIn("eu-west-1"))
            .On(AwsAction.HeadBucket, "shop-migration-evidence", AwsDocuments.BucketIn("eu-central-1"));
    }

    // A shop as there are many: an override that nobody remembers, a compacted topic, a static member, transactional producers, ACLs.
    private static async Task<Members> ShopAsync(KafkaCluster source)
    {
        await source.CreateTopicAsync("orders", 6, 3, ("retention.ms", "604800000"));
        await source.CreateTopicAsync("payments", 6, 3, ("retention.ms", "-1"));
        await source.CreateTopicAsync("product-images", 3, 3, ("max.message.bytes", "8388608"), ("retention.ms", "2592000000"));
        await source.CreateTopicAsync("customers", 3, 3, ("cleanup.policy", "compact"));
        await source.CreateTopicAsync("_schemas", 1, 3, ("cleanup.policy", "compact"));
        await source.AddAclsAsync(
        [
            .. new[] { AclOperation.Describe, AclOperation.DescribeConfigs }.SelectMany(operation => new[]
            {
                KafkaClients.Binding("User:precheck", operation, ResourceType.Broker, "kafka-cluster"),
                KafkaClients.Binding("User:precheck", operation, ResourceType.Topic, "*"),
            }),
            KafkaClients.Binding("User:precheck", AclOperation.Describe, ResourceType.Group, "*"),
            // Not to be read: __transaction_state, so that one check cannot be determined.
            KafkaClients.Binding("User:billing", AclOperation.Read, ResourceType.Topic, "orders"),
            KafkaClients.Binding("User:billing", AclOperation.Read, ResourceType.Group, "billing"),
            KafkaClients.Binding("User:ANONYMOUS", AclOperation.Read, ResourceType.Topic, "product-images"),
        ]);
        var (settling, ledger) = (new TransactionalProducer(source, "payment-settler-1"), new TransactionalProducer(source, "ledger-writer-1"));
        settling.Begin("payments");
        ledger.Begin("payments");
        ledger.Commit();
        return new Members(
            [settling, ledger],
            [await StaticMember.JoinAsync(source, "billing", "billing-0", "orders"), await StaticMember.JoinAsync(source, "search-indexer", null, "customers")]);
    }

    private static string Demo(string name) => Path.Combine(Golden.Root, "src/MskPrecheckAction/Demo", name);

    [GeneratedRegex(@"(?m)^ +mode: .*$")]
    private static partial Regex Mode();

    [GeneratedRegex(@"(127\.0\.0\.1|localhost):[0-9]+(/\S*)?")]
    private static partial Regex Loopback();

    private sealed class Members(IReadOnlyList<IDisposable> producers, IReadOnlyList<IAsyncDisposable> consumers) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            foreach (var producer in producers) producer.Dispose();
            foreach (var consumer in consumers) await consumer.DisposeAsync();
        }
    }
}
