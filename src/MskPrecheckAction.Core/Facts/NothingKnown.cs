using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts;

/// <summary>The snapshot of a collection that ended before any answer came: every fact is the same gap.</summary>
public static class NothingKnown
{
    /// <summary>Makes it.</summary>
    /// <param name="plan">Whom was to be asked.</param>
    /// <param name="toolVersion">The version of this program.</param>
    /// <param name="at">When.</param>
    /// <param name="reason">Why nothing is known.</param>
    public static Snapshot Of(MigrationPlan plan, string toolVersion, DateTimeOffset at, string reason)
    {
        Gap Missed(string asked) => new(asked, GapCause.Cancelled, reason);
        return new Snapshot
        {
            ToolVersion = toolVersion,
            CollectedAt = new DateTimeOffset(at.UtcDateTime.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero),
            Asked = AskedQuestions.Of(plan),
            Source = Cluster(Side.Source),
            Target = Cluster(Side.Target),
            BackupBucket = Fact<Reachability>.Missing(Missed($"bucket '{plan.Backup.S3Bucket}'")),
            EvidenceBucket = Fact<Reachability>.Missing(Missed($"bucket '{plan.Evidence.S3Bucket}'")),
            CutShort = reason,
        };

        ClusterFacts Cluster(Side side)
        {
            var api = Missed($"the MSK API about the {side.Word()} cluster");
            var brokers = Missed($"the brokers of the {side.Word()} cluster");
            return new ClusterFacts(
                new MskFacts(Fact<MskCluster>.Missing(api), Fact<IReadOnlyList<MskNode>>.Missing(api)),
                KafkaFacts.NoWayIn(Fact<Reachability>.Missing(brokers), brokers));
        }
    }
}
