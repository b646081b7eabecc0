using static MskPrecheckAction.Facts.Json.SnapshotShapes;

namespace MskPrecheckAction.Facts.Json;

/// <summary>What the brokers said, in a snapshot file.</summary>
internal static class KafkaShapes
{
    public static RecordShape<KafkaFacts> Kafka(Shape<Gap> gap, Shape<Fact<Reachability>> reachability)
    {
        var config = Fact(gap, new ResourceConfigShape(new RecordShape<ConfigEntry>(
            nameof(ConfigEntry), m => new(m.Text(0), m.Get<ConfigSource>(1)),
            TextOrNull<ConfigEntry>("value", x => x.Value), Always("source", new WordShape<ConfigSource>(), (ConfigEntry x) => x.Source))));
        return new(
            nameof(KafkaFacts),
            m => new()
            {
                WayIn = m.Get<Fact<Reachability>>(0),
                Cluster = m.Get<Fact<KafkaCluster>>(1),
                Topics = m.Get<Fact<Listing<Topic>>>(2),
                Groups = m.Get<Fact<Listing<ConsumerGroup>>>(3),
                Transactions = m.Get<Fact<Listing<TransactionalId>>>(4),
                Acls = m.Get<Fact<AclFacts>>(5),
            },
            Always("wayIn", reachability, (KafkaFacts x) => x.WayIn), Always("cluster", Fact(gap, Cluster(config)), (KafkaFacts x) => x.Cluster),
            Always("topics", Fact(gap, Listed("TopicListing", gap, Topic(config))), (KafkaFacts x) => x.Topics),
            Always("groups", Fact(gap, Listed("GroupListing", gap, Group(gap))), (KafkaFacts x) => x.Groups),
            Always("transactions", Fact(gap, Listed("TransactionListing", gap, Transaction())), (KafkaFacts x) => x.Transactions),
            Always("acls", Fact(gap, Acls()), (KafkaFacts x) => x.Acls));
    }

    private static RecordShape<KafkaCluster> Cluster(Shape<Fact<ResourceConfig>> config)
    {
        var broker = new RecordShape<Broker>(
            nameof(Broker), m => new(m.Get<int>(0), m.Text(1), m.Number(2), m.Get<Fact<ResourceConfig>>(3)),
            Number<Broker>("id", x => x.Id), Unsaid<Broker>("host", x => x.Host),
            new OrNull<Broker, int>("port", new NumberShape(), x => x.Port, mayBeAbsent: true), Always("config", config, (Broker x) => x.Config));
        return new(
            nameof(KafkaCluster), m => new(m.Text(0), m.Get<IReadOnlyList<Broker>>(1)),
            TextOrNull<KafkaCluster>("clusterId", x => x.ClusterId), Always("brokers", List(broker), (KafkaCluster x) => x.Brokers));
    }

    private static RecordShape<Listing<T>> Listed<T>(string name, Shape<Gap> gap, Shape<T> item)
        where T : notnull => new(
            name, m => new() { Items = m.Get<IReadOnlyList<T>>(0), Coverage = m.Get<Coverage>(1), Gaps = m.Get<IReadOnlyList<Gap>>(2), Remark = m.Text(3) },
            Always("items", List(item), (Listing<T> x) => x.Items), Always("coverage", new WordShape<Coverage>(), (Listing<T> x) => x.Coverage),
            Always("gaps", List(gap), (Listing<T> x) => x.Gaps), Unsaid<Listing<T>>("remark", x => x.Remark));

    private static RecordShape<Topic> Topic(Shape<Fact<ResourceConfig>> config) => new(
        nameof(Facts.Topic), m => new(m.Get<string>(0), m.Get<int>(1), m.Get<int>(2), m.Get<Fact<ResourceConfig>>(3)),
        Text<Topic>("name", x => x.Name), Number<Topic>("partitionCount", x => x.PartitionCount), Number<Topic>("replicationFactor", x => x.ReplicationFactor),
        Always("config", config, (Topic x) => x.Config));

    private static RecordShape<ConsumerGroup> Group(Shape<Gap> gap)
    {
        var description = new RecordShape<GroupDescription>(
            nameof(GroupDescription), m => new(m.Get<string>(0), m.Get<int>(1), m.Get<IReadOnlyList<string>>(2)),
            Text<GroupDescription>("state", x => x.State), Number<GroupDescription>("memberCount", x => x.MemberCount),
            Always("staticInstanceIds", List(new TextShape()), (GroupDescription x) => x.StaticInstanceIds));
        return new(
            nameof(ConsumerGroup), m => new(m.Get<string>(0), m.Get<Fact<GroupDescription>>(1)),
            Text<ConsumerGroup>("groupId", x => x.GroupId), Always("description", Fact(gap, description), (ConsumerGroup x) => x.Description));
    }

    private static RecordShape<TransactionalId> Transaction() => new(
        nameof(TransactionalId), m => new(m.Get<string>(0), m.Get<TransactionState>(1)),
        Text<TransactionalId>("id", x => x.Id), Always("state", new WordShape<TransactionState>(), (TransactionalId x) => x.State));

    private static RecordShape<AclFacts> Acls()
    {
        var binding = new RecordShape<AclBinding>(
            nameof(AclBinding),
            m => new(m.Get<string>(0), m.Get<string>(1), m.Get<string>(2), m.Get<string>(3), m.Get<string>(4), m.Get<string>(5), m.Get<string>(6)),
            Text<AclBinding>("resourceType", x => x.ResourceType), Text<AclBinding>("resourceName", x => x.ResourceName),
            Text<AclBinding>("patternType", x => x.PatternType), Text<AclBinding>("principal", x => x.Principal),
            Text<AclBinding>("host", x => x.Host), Text<AclBinding>("operation", x => x.Operation), Text<AclBinding>("permission", x => x.Permission));
        return new(
            nameof(AclFacts), m => new(m.Get<bool>(0), m.Get<IReadOnlyList<AclBinding>>(1)),
            Always("hasAuthorizer", new YesNoShape(), (AclFacts x) => x.HasAuthorizer), Always("bindings", List(binding), (AclFacts x) => x.Bindings));
    }
}
