using Confluent.Kafka.Admin;
using MskPrecheckAction.Collection.Kafka.Librdkafka;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Everything that is asked once somebody has answered, independent questions side by side.</summary>
internal sealed class ClusterReading(KafkaAccess access, KafkaConnection connection, TokenKeeper? tokens, ClientLog lines, Questions questions)
{
    private readonly TopicProbe topics = new(connection, questions);

    /// <summary>Reads the cluster; of the target only brokers and the names of topics and groups.</summary>
    /// <param name="cluster">What it said of itself on the way in.</param>
    public async Task<KafkaFacts> ReadAsync(DescribeClusterResult cluster)
    {
        // The second handle does what the managed one cannot; it connects while the first one asks.
        var native = access.Side is Side.Source ? OpenNative() : null;
        try
        {
            var mayDescribe = cluster.AuthorizedOperations?.Contains(AclOperation.Describe) is true;
            var coverage = new TopicCoverage(topics, questions);
            var first = coverage.FirstAsync();
            var listed = topics.ListAsync();
            var brokers = new BrokerConfigProbe(connection, lines, questions).ReadAsync(cluster.Nodes);
            var groups = new GroupProbe(connection, questions).ReadAsync(mayDescribe, withMembers: native is not null);
            var acls = native is null ? NotAsked<AclFacts>("ACLs") : new AclProbe(connection, questions).ReadAsync(mayDescribe, brokers);
            var transactions = native is null
                ? NotAsked<TransactionLog>("transactional ids")
                : new TransactionProbe(connection, native, questions).ReadAsync(first);
            var configs = native is null ? null : new TopicConfigProbe(native, [.. cluster.Nodes.Select(node => node.Id).Order()], questions);
            var facts = new TopicFacts(topics, configs, coverage, questions);
            var described = facts.DescribeAsync(listed);
            await Task.WhenAll(brokers, groups, acls, transactions).ConfigureAwait(false);
            var mentions = Mentions(await groups.ConfigureAwait(false), await acls.ConfigureAwait(false), await transactions.ConfigureAwait(false));
            var aclsAreKnown = (await acls.ConfigureAwait(false)).TryGet(out _, out _) || AclProbe.HasNoAuthorizer(await brokers.ConfigureAwait(false));
            return new KafkaFacts
            {
                WayIn = Fact.Known(new Reachability(null, Unreached.Remark(lines, await brokers.ConfigureAwait(false)))),
                Cluster = Fact.Known(new KafkaCluster(string.IsNullOrEmpty(cluster.ClusterId) ? null : cluster.ClusterId, await brokers.ConfigureAwait(false))),
                Topics = await facts.CoverAsync(described, await first.ConfigureAwait(false), mentions, aclsAreKnown).ConfigureAwait(false),
                Groups = (await groups.ConfigureAwait(false)).Select(one => one.All),
                Transactions = (await transactions.ConfigureAwait(false)).Select(one => one.Ids),
                Acls = await acls.ConfigureAwait(false),
            };
        }
        finally
        {
            native?.Close();
        }
    }

    private static HashSet<string> Mentions(Fact<Groups> groups, Fact<AclFacts> acls, Fact<TransactionLog> transactions)
    {
        var mentioned = new HashSet<string>(StringComparer.Ordinal);
        if (groups.TryGet(out var assigned, out _)) mentioned.UnionWith(assigned.Topics);
        if (acls.TryGet(out var bindings, out _)) mentioned.UnionWith(TopicCoverage.MentionedBy(bindings));
        if (transactions.TryGet(out var log, out _)) mentioned.UnionWith(log.Topics);
        return mentioned;
    }

    private NativeClient OpenNative()
    {
        var settings = ClientSettings.For(access);
        // All that follows is for the reading of __transaction_state.
        settings["enable.partition.eof"] = "true";
        settings["isolation.level"] = "read_uncommitted";
        settings["auto.offset.reset"] = "earliest";
        settings["enable.auto.commit"] = "false";
        settings["fetch.wait.max.ms"] = "100";
        settings["queued.max.messages.kbytes"] = "8192";
        return new NativeClient(settings, lines, tokens);
    }

    private Task<Fact<T>> NotAsked<T>(string what)
        where T : notnull => Task.FromResult(Fact<T>.Missing(new Gap(questions.Of(what), GapCause.NotAsked, "they matter on the source only")));
}
