using System.Collections.Concurrent;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>IAM tokens: handed to both handles in time, and what a refused one is called.</summary>
public sealed class IamTests(SharedKafka kafka)
{
    [Fact]
    [Trait("Needs", "Kafka")]
    public async Task A_right_key_reads_and_a_wrong_one_is_named()
    {
        KafkaHome.RequireIam(KafkaMode.ZooKeeper);
        var source = await kafka.SourceAsync();
        using var producer = new TransactionalProducer(source, KafkaClients.Unique("tx"));
        var collected = await Collected.FromAsync(Collected.Iam(source, "test-secret-admin"));
        Assert.Null(collected.Error);
        Assert.NotEmpty(Collected.Known(collected.Facts.Transactions).Items);
        Assert.All(Collected.Known(collected.Facts.Topics).Items, topic => Collected.Known(topic.Config));

        collected = await Collected.FromAsync(Collected.Iam(source, "wrong-canary"));
        Assert.Contains("refused the IAM token", collected.Error, StringComparison.Ordinal);
        Assert.InRange(collected.Took.TotalSeconds, 0, 10);
    }

    [Fact]
    [Trait("Needs", "Kafka")]
    public async Task Rights_are_named_as_actions()
    {
        KafkaHome.RequireIam(KafkaMode.ZooKeeper);
        var source = await kafka.SourceAsync();
        source.AllowIamKey("AKIANOBODY", "nothing");
        using var producer = new TransactionalProducer(source, KafkaClients.Unique("tx"));
        var facts = (await Collected.FromAsync(Collected.Iam(source, "nothing", "AKIANOBODY"))).Facts;
        Assert.Equal("kafka-cluster:DescribeCluster", Collected.Missing(facts.Acls).Permission);
        Assert.Equal("kafka-cluster:ReadData", Collected.Missing(facts.Transactions).Permission);
        Assert.Equal("kafka-cluster:DescribeTopic", Collected.Known(facts.Topics).Gaps.Single().Permission);
        Assert.Equal("kafka-cluster:DescribeClusterDynamicConfiguration", Collected.Missing(Collected.Known(facts.Cluster).Brokers[0].Config).Permission);
    }

    [Fact]
    public async Task A_token_is_replaced_long_before_it_runs_out_and_a_failure_to_sign_is_tried_again()
    {
        var signed = 0;
        var given = new ConcurrentQueue<string>();
        using var keeper = new TokenKeeper(
            _ => ++signed == 2
                ? throw new InvalidOperationException("credentials are being renewed")
                : Task.FromResult(new IamToken(new Secret($"token-{signed}"), DateTimeOffset.UtcNow.AddSeconds(4), "p")),
            new ClientLog(new KafkaAccess(Side.Source, "h:1", new AuthPlan(AuthMode.Iam)), new RecordingLog()));
        Assert.Null(await keeper.StartAsync(TestContext.Current.CancellationToken));
        keeper.Give(token => given.Enqueue(token.Value.Reveal()));
        Assert.Equal(["token-1"], given);
        await Eventually.TrueAsync(() => given.Count > 1, "a second token");
        Assert.Equal("token-3", given.Last());
    }
}
