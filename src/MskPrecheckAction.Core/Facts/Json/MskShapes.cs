using static MskPrecheckAction.Facts.Json.SnapshotShapes;

namespace MskPrecheckAction.Facts.Json;

/// <summary>What the MSK API said, in a snapshot file.</summary>
internal static class MskShapes
{
    public static RecordShape<MskFacts> Msk(Shape<Gap> gap)
    {
        var node = new RecordShape<MskNode>(
            nameof(MskNode), m => new(m.Get<MskNodeKind>(0), m.Text(1), m.Text(2)),
            Always("kind", new WordShape<MskNodeKind>(), (MskNode x) => x.Kind), Unsaid<MskNode>("kafkaVersion", x => x.KafkaVersion),
            Unsaid<MskNode>("endpoint", x => x.Endpoint));
        return new(
            nameof(MskFacts), m => new(m.Get<Fact<MskCluster>>(0), m.Get<Fact<IReadOnlyList<MskNode>>>(1)),
            Always("cluster", Fact(gap, Cluster()), (MskFacts x) => x.Cluster), Always("nodes", Fact(gap, List(node)), (MskFacts x) => x.Nodes));
    }

    private static RecordShape<MskCluster> Cluster()
    {
        var authentication = new RecordShape<MskClientAuthentication>(
            nameof(MskClientAuthentication),
            m => new() { Iam = m.YesNo(0), Scram = m.YesNo(1), Tls = m.YesNo(2), Unauthenticated = m.YesNo(3), ClientBroker = m.Text(4) },
            YesNo("iam", x => x.Iam), YesNo("scram", x => x.Scram), YesNo("tls", x => x.Tls), YesNo("unauthenticated", x => x.Unauthenticated),
            Unsaid<MskClientAuthentication>("clientBroker", x => x.ClientBroker));
        return new(
            nameof(MskCluster),
            m => new(m.Get<string>(0), m.Get<ClusterType>(1))
            {
                KafkaVersion = m.Text(2),
                NumberOfBrokerNodes = m.Number(3),
                ZookeeperConnectString = m.Text(4),
                State = m.Text(5),
                ActiveOperationArn = m.Text(6),
                StorageMode = m.Text(7),
                ClientAuthentication = m.Get<MskClientAuthentication>(8),
            },
            Text<MskCluster>("clusterArn", x => x.ClusterArn), Always("type", new WordShape<ClusterType>(), (MskCluster x) => x.Type),
            Unsaid<MskCluster>("kafkaVersion", x => x.KafkaVersion),
            new OrNull<MskCluster, int>("numberOfBrokerNodes", new NumberShape(), x => x.NumberOfBrokerNodes, mayBeAbsent: true),
            Unsaid<MskCluster>("zookeeperConnectString", x => x.ZookeeperConnectString), Unsaid<MskCluster>("state", x => x.State),
            Unsaid<MskCluster>("activeOperationArn", x => x.ActiveOperationArn), Unsaid<MskCluster>("storageMode", x => x.StorageMode),
            Always("clientAuthentication", authentication, (MskCluster x) => x.ClientAuthentication));
    }

    private static OrNull<MskClientAuthentication, bool> YesNo(string name, Func<MskClientAuthentication, bool?> get) =>
        new(name, new YesNoShape(), x => get(x), mayBeAbsent: true);
}
