using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts.Json;

/// <summary>What stands in a snapshot file, type by type. A test holds it against the facts: no member can be forgotten.</summary>
internal static class SnapshotShapes
{
    /// <summary>The shape of a whole snapshot, for one read or write.</summary>
    public static RecordShape<Snapshot> Create()
    {
        var time = new TimeShape();
        var gap = Gap();
        var reachability = Reachability(gap);
        var asked = Asked();
        var cluster = Cluster(gap, reachability);
        return new(
            nameof(Snapshot),
            m => new()
            {
                SchemaVersion = m.Get<int>(0),
                ToolVersion = m.Get<string>(1),
                CollectedAt = m.Get<DateTimeOffset>(2),
                Asked = m.Get<AskedQuestions>(3),
                Source = m.Get<ClusterFacts>(4),
                Target = m.Get<ClusterFacts>(5),
                BackupBucket = m.Get<Fact<Reachability>>(6),
                EvidenceBucket = m.Get<Fact<Reachability>>(7),
                CutShort = m.Text(8),
            },
            Number<Snapshot>("schemaVersion", x => x.SchemaVersion), Text<Snapshot>("toolVersion", x => x.ToolVersion),
            Always("collectedAt", time, (Snapshot x) => x.CollectedAt), Always("asked", asked, (Snapshot x) => x.Asked),
            Always("source", cluster, (Snapshot x) => x.Source), Always("target", cluster, (Snapshot x) => x.Target),
            Always("backupBucket", reachability, (Snapshot x) => x.BackupBucket), Always("evidenceBucket", reachability, (Snapshot x) => x.EvidenceBucket),
            Unsaid<Snapshot>("cutShort", x => x.CutShort));
    }

    /// <summary>What the brokers of one cluster said, for one read or write.</summary>
    public static RecordShape<KafkaFacts> Kafka()
    {
        var gap = Gap();
        return KafkaShapes.Kafka(gap, Reachability(gap));
    }

    private static RecordShape<Gap> Gap() => new(
        nameof(Gap), m => new(m.Get<string>(0), m.Get<GapCause>(1), m.Get<string>(2), m.Text(3)),
        Text<Gap>("asked", x => x.Asked), Always("cause", new WordShape<GapCause>(), (Gap x) => x.Cause), Text<Gap>("reason", x => x.Reason),
        Unsaid<Gap>("permission", x => x.Permission));

    private static Shape<Fact<Reachability>> Reachability(Shape<Gap> gap) => Fact(gap, new RecordShape<Reachability>(
        nameof(Reachability), m => new(m.Text(0), m.Text(1)), TextOrNull<Reachability>("error", x => x.Error), Unsaid<Reachability>("remark", x => x.Remark)));

    private static RecordShape<AskedQuestions> Asked()
    {
        var cluster = new RecordShape<AskedCluster>(
            nameof(AskedCluster), m => new(m.Get<string>(0), m.Get<AuthMode>(1), m.Text(2)),
            Text<AskedCluster>("clusterArn", x => x.ClusterArn), Always("authMode", new WordShape<AuthMode>(AuthModes.Spelling), (AskedCluster x) => x.AuthMode),
            TextOrNull<AskedCluster>("bootstrapServers", x => x.BootstrapServers));
        return new(
            nameof(AskedQuestions), m => new(m.Get<AskedCluster>(0), m.Get<AskedCluster>(1), m.Get<string>(2), m.Get<string>(3)),
            Always("source", cluster, (AskedQuestions x) => x.Source), Always("target", cluster, (AskedQuestions x) => x.Target),
            Text<AskedQuestions>("backupBucket", x => x.BackupBucket), Text<AskedQuestions>("evidenceBucket", x => x.EvidenceBucket));
    }

    private static RecordShape<ClusterFacts> Cluster(Shape<Gap> gap, Shape<Fact<Reachability>> reachability) => new(
        nameof(ClusterFacts), m => new(m.Get<MskFacts>(0), m.Get<KafkaFacts>(1)),
        Always("msk", MskShapes.Msk(gap), (ClusterFacts x) => x.Msk), Always("kafka", KafkaShapes.Kafka(gap, reachability), (ClusterFacts x) => x.Kafka));

    /// <summary>A fact of a shape.</summary>
    public static Shape<Fact<T>> Fact<T>(Shape<Gap> gap, Shape<T> known)
        where T : notnull => new FactShape<T>(known, gap);

    /// <summary>A list of a shape.</summary>
    public static Shape<IReadOnlyList<T>> List<T>(Shape<T> item)
        where T : notnull => new ListShape<T>(item);

    /// <summary>A member that is always there.</summary>
    public static Member<T> Always<T, TValue>(string name, Shape<TValue> shape, Func<T, TValue> get)
        where TValue : notnull => new Always<T, TValue>(name, shape, get);

    /// <summary>A text that is always there.</summary>
    public static Member<T> Text<T>(string name, Func<T, string> get) => new Always<T, string>(name, new TextShape(), get);

    /// <summary>A number that is always there.</summary>
    public static Member<T> Number<T>(string name, Func<T, int> get) => new Always<T, int>(name, new NumberShape(), get);

    /// <summary>A text whose absence says something, so that null has to be written out.</summary>
    public static Member<T> TextOrNull<T>(string name, Func<T, string?> get) => new OrNull<T, string>(name, new TextShape(), get, mayBeAbsent: false);

    /// <summary>A text that an answer may leave unsaid.</summary>
    public static Member<T> Unsaid<T>(string name, Func<T, string?> get) => new OrNull<T, string>(name, new TextShape(), get, mayBeAbsent: true);
}
