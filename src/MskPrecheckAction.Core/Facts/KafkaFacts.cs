namespace MskPrecheckAction.Facts;

/// <summary>What the brokers of a cluster say.</summary>
public sealed record KafkaFacts
{
    /// <summary>Whether the way in works: addresses, credentials, connection, authentication, metadata (B09, B10).</summary>
    public required Fact<Reachability> WayIn { get; init; }

    /// <summary>The cluster's id and brokers with their configs.</summary>
    public required Fact<KafkaCluster> Cluster { get; init; }

    /// <summary>All topics; configs are read on the source only.</summary>
    public required Fact<Listing<Topic>> Topics { get; init; }

    /// <summary>All groups; members are read on the source only.</summary>
    public required Fact<Listing<ConsumerGroup>> Groups { get; init; }

    /// <summary>All transactional ids in <c>__transaction_state</c>, of the source only.</summary>
    public required Fact<Listing<TransactionalId>> Transactions { get; init; }

    /// <summary>All ACLs, of the source only.</summary>
    public required Fact<AclFacts> Acls { get; init; }

    /// <summary>What is known where there was no way in: all else misses for the same reason.</summary>
    public static KafkaFacts NoWayIn(Fact<Reachability> wayIn, Gap gap) => new()
    {
        WayIn = wayIn,
        Cluster = Fact<KafkaCluster>.Missing(gap),
        Topics = Fact<Listing<Topic>>.Missing(gap),
        Groups = Fact<Listing<ConsumerGroup>>.Missing(gap),
        Transactions = Fact<Listing<TransactionalId>>.Missing(gap),
        Acls = Fact<AclFacts>.Missing(gap),
    };
}

/// <summary>A cluster as its brokers describe it.</summary>
/// <param name="ClusterId">Kafka's own cluster id, where the brokers give one.</param>
/// <param name="Brokers">The brokers, by id: the live ones, and those that partitions name as replicas and that are down.</param>
public sealed record KafkaCluster(string? ClusterId, IReadOnlyList<Broker> Brokers);

/// <summary>One broker.</summary>
/// <param name="Id">Its numeric id.</param>
/// <param name="Host">The advertised host; null for a broker that is down.</param>
/// <param name="Port">The advertised port; null for a broker that is down.</param>
/// <param name="Config">Its own configs, asked for by its id.</param>
public sealed record Broker(int Id, string? Host, int? Port, Fact<ResourceConfig> Config);

/// <summary>One topic.</summary>
/// <param name="Name">As the cluster spells it.</param>
/// <param name="PartitionCount">How many partitions.</param>
/// <param name="ReplicationFactor">Replicas of its first partition.</param>
/// <param name="Config">Its configs, as one broker answers them: inherited values are that broker's.</param>
public sealed record Topic(string Name, int PartitionCount, int ReplicationFactor, Fact<ResourceConfig> Config);

/// <summary>One consumer group.</summary>
/// <param name="GroupId">As the cluster spells it.</param>
/// <param name="Description">What DescribeGroups says.</param>
public sealed record ConsumerGroup(string GroupId, Fact<GroupDescription> Description);

/// <summary>The members of a group that are present.</summary>
/// <param name="State">As Kafka spells it, such as <c>Stable</c>.</param>
/// <param name="MemberCount">How many members.</param>
/// <param name="StaticInstanceIds">The non-empty group instance ids, ordinally sorted.</param>
public sealed record GroupDescription(string State, int MemberCount, IReadOnlyList<string> StaticInstanceIds);

/// <summary>A transaction's state by the id Kafka stores; Unknown for a record version or an id that did not exist when this was written.</summary>
public enum TransactionState
{
    /// <summary>0.</summary>
    Empty,

    /// <summary>1.</summary>
    Ongoing,

    /// <summary>2.</summary>
    PrepareCommit,

    /// <summary>3.</summary>
    PrepareAbort,

    /// <summary>4.</summary>
    CompleteCommit,

    /// <summary>5.</summary>
    CompleteAbort,

    /// <summary>6.</summary>
    Dead,

    /// <summary>7.</summary>
    PrepareEpochFence,

    /// <summary>Anything else.</summary>
    Unknown,
}

/// <summary>One transactional producer.</summary>
/// <param name="Id">The transactional id.</param>
/// <param name="State">The last state recorded.</param>
public sealed record TransactionalId(string Id, TransactionState State);
