using Confluent.Kafka;
using Confluent.Kafka.Admin;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>After a run of the whole program, by what brokers and AWS have seen of it.</summary>
[Trait("Needs", "Kafka")]
public sealed class ReadOnlyTests(OwnKafka kafka) : IClassFixture<OwnKafka>
{
    [Fact]
    public async Task A_run_only_reads_and_nothing_comes_into_being()
    {
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        await source.CreateTopicAsync(KafkaClients.Unique("orders"), 2, 2);
        using var producer = new TransactionalProducer(source, KafkaClients.Unique("tx"));
        var user = KafkaClients.Unique("readonly");
        foreach (var cluster in new[] { source, target })
        {
            await cluster.AddScramUserAsync(user, "pw");
            await cluster.AddAclsAsync(
                // More than the tool needs: what it does not ask for is its own restraint.
                KafkaClients.Binding("User:" + user, AclOperation.All, ResourceType.Broker, "kafka-cluster"),
                KafkaClients.Binding("User:" + user, AclOperation.All, ResourceType.Topic, "*"),
                KafkaClients.Binding("User:" + user, AclOperation.All, ResourceType.Group, "*"),
                KafkaClients.Binding("User:app", AclOperation.Read, ResourceType.Topic, "planned-and-never-made"));
        }

        program.Scram(Side.Source, user, "pw").Scram(Side.Target, user, "pw");
        string[] before = [await StateAsync(source), await StateAsync(target)];
        var logged = new[] { source, target }.SelectMany(cluster => cluster.BrokerIds.Select(id => (Cluster: cluster, Id: id, Length: cluster.LogOf(id).Length))).ToList();

        var run = await program.RunAsync();
        Assert.True(run.Exit is 0, run.Words);
        Assert.Equal(before, new[] { await StateAsync(source), await StateAsync(target) });

        foreach (var group in logged.GroupBy(one => one.Cluster))
        {
            var asked = group.SelectMany(one => one.Cluster.LogOf(one.Id)[one.Length..].Split('\n')).Where(line => line.Contains($"Principal = User:{user} ", StringComparison.Ordinal)).ToList();
            Assert.NotEmpty(asked);
            // Each mode's authorizer has a spelling of its own: DescribeConfigs, DESCRIBE_CONFIGS.
            Assert.All(asked, line => Assert.Matches("(?i)Operation = (Describe|Describe_?Configs|Read .*Topic:LITERAL:__transaction_state) ", line));
            Assert.DoesNotContain(asked, line => line.Contains("FindCoordinator", StringComparison.Ordinal) && line.Contains("TransactionalId", StringComparison.Ordinal));
            TestContext.Current.TestOutputHelper?.WriteLine($"{asked.Count} decisions of the authorizer");
        }

        Assert.NotEmpty(program.Aws.Requests);
        Assert.All(program.Aws.Requests, request => Assert.True(request.Method is "GET" or "HEAD", request.ToString()));
        TestContext.Current.TestOutputHelper?.WriteLine($"{program.Aws.Requests.Count} requests to AWS");
    }

    // Topics with their partitions, groups, and where __transaction_state ends: no transactional id without a record there.
    // By an admin client: a consumer of the test's own would ask for a coordinator, and with that make __consumer_offsets.
    private static async Task<string> StateAsync(KafkaCluster cluster)
    {
        using var admin = cluster.Plaintext().Admin();
        var metadata = admin.GetMetadata(TimeSpan.FromSeconds(10)).Topics;
        var topics = metadata.OrderBy(one => one.Topic, StringComparer.Ordinal).Select(one => $"{one.Topic}/{one.Partitions.Count}");
        var groups = admin.ListGroups(TimeSpan.FromSeconds(10)).Select(one => one.Group).Order(StringComparer.Ordinal);
        var partitions = metadata.Where(one => one.Topic == "__transaction_state").SelectMany(one => one.Partitions.Select(part => new TopicPartition(one.Topic, part.PartitionId)))
            .Select(part => new TopicPartitionOffsetSpec { TopicPartition = part, OffsetSpec = OffsetSpec.Latest() }).ToList();
        var ends = partitions.Count == 0 ? [] : (await admin.ListOffsetsAsync(partitions)).ResultInfos.Select(one => one.TopicPartitionOffsetError)
            .OrderBy(one => one.Partition.Value).Select(one => one.Offset.Value);
        return $"{string.Join(' ', topics)}\n{string.Join(' ', groups)}\n{string.Join(' ', ends)}";
    }
}
