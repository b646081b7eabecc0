using Confluent.Kafka.Admin;
using MskPrecheckAction.Collection.Kafka.Librdkafka;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Everything that is asked once somebody has answered, independent questions side by side.</summary>
internal sealed class ClusterReading(
    KafkaAccess access, KafkaConnection connection, TopicProbe topics, TokenKeeper? tokens, ClientLog lines, Questions questions)
{
    /// <summary>Reads the cluster; of the target only brokers and the names of topics and groups.</summary>
    /// <param name="arrival">What was learnt on the way in.</param>
    public async Task<KafkaFacts> ReadAsync(Arrival arrival)
    {
        questions.Knows(arrival.Brokers);
        var isSource = access.Side is Side.Source;
        // The second handle does what the managed one cannot; it connects while the first one asks.
        var native = OpenNative();
        try
        {
            var mayDescribe = MayDescribeAsync(arrival.Description);
            var coverage = new TopicCoverage(topics, questions);
            var first = coverage.FirstAsync();
            var brokers = new BrokerConfigProbe(connection, lines, questions).ReadAsync(arrival.Brokers, arrival.List);
            var groups = new GroupProbe(connection, native, questions).ReadAsync(mayDescribe, withMembers: isSource);
            var acls = isSource ? new AclProbe(connection, new EmptyAclsProof(access, tokens, questions), questions).ReadAsync(mayDescribe, brokers, arrival.Brokers) : NotAsked<AclFacts>("ACLs");
            var transactions = isSource
                ? new TransactionProbe(connection, native, questions).ReadAsync(first, arrival.List)
                : NotAsked<TransactionLog>("transactional ids");
            var configs = !isSource ? null : new TopicConfigProbe(native, [.. arrival.Brokers.Select(one => one.Id)], questions);
            var facts = new TopicFacts(topics, configs, coverage, questions);
            var described = facts.DescribeAsync(arrival.List);
            var id = IdAsync(arrival.Description, native);
            var elsewhere = new OneClusterProbe(access, tokens, lines, questions).ErrorAsync(arrival.Brokers, id);
            if (Advertised.Error(access, arrival.Brokers, await brokers.ConfigureAwait(false), lines) is { } unreachable) return KafkaCollector.NoWayIn(access, unreachable);
            if (await elsewhere.ConfigureAwait(false) is { } mixed) return KafkaCollector.NoWayIn(access, mixed);
            await Task.WhenAll(groups, acls, transactions).ConfigureAwait(false);
            var mentions = Mentions(coverage, await groups.ConfigureAwait(false), await acls.ConfigureAwait(false), await transactions.ConfigureAwait(false));
            var aclsAreKnown = (await acls.ConfigureAwait(false)).TryGet(out _, out _) || AclProbe.HasNoAuthorizer(await brokers.ConfigureAwait(false));
            return new KafkaFacts
            {
                WayIn = Fact.Known(new Reachability(null, Unreached.Remark(lines, await brokers.ConfigureAwait(false)))),
                Cluster = Fact.Known(new KafkaCluster(await id.ConfigureAwait(false), await brokers.ConfigureAwait(false))),
                Topics = await facts.CoverAsync(described, await first.ConfigureAwait(false), mentions, aclsAreKnown).ConfigureAwait(false),
                Groups = (await groups.ConfigureAwait(false)).Select(one => one.All),
                Transactions = (await transactions.ConfigureAwait(false)).Select(one => one.Ids),
                Acls = await acls.ConfigureAwait(false),
            };
        }
        finally
        {
            native.Close();
        }
    }

    private async Task<Fact<bool>> MayDescribeAsync(Task<Fact<DescribeClusterResult>> description) =>
        (await description.ConfigureAwait(false)).SelectMany(cluster => cluster.AuthorizedOperations is { } operations
            ? Fact.Known(operations.Contains(AclOperation.Describe))
            : Fact<bool>.Missing(new Gap(questions.Of("own rights"), GapCause.Unsupported, "the brokers do not say what this principal may do")));

    // Any broker's word, and where none gives one the controller's.
    private async Task<string?> IdAsync(Task<Fact<DescribeClusterResult>> description, NativeClient native) =>
        await OneClusterProbe.IdOfAsync(native, questions).ConfigureAwait(false)
        ?? ((await description.ConfigureAwait(false)).TryGet(out var cluster, out _) && cluster.ClusterId is { Length: > 0 } id ? id : null);

    private static HashSet<string> Mentions(TopicCoverage coverage, Fact<Groups> groups, Fact<AclFacts> acls, Fact<TransactionLog> transactions)
    {
        var mentioned = new HashSet<string>(StringComparer.Ordinal);
        if (groups.TryGet(out var assigned, out _)) mentioned.UnionWith(assigned.Topics);
        if (acls.TryGet(out var bindings, out _)) mentioned.UnionWith(coverage.MentionedBy(bindings));
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
