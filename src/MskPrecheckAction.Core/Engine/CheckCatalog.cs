using MskPrecheckAction.Checks;

namespace MskPrecheckAction.Engine;

/// <summary>All checks in the order of every report. Codes are append-only: a retired one leaves a tombstone line here.</summary>
public static class CheckCatalog
{
    /// <summary>Blockers, warnings, infos, each by code. B01 was never given out.</summary>
    public static IReadOnlyList<Check> All { get; } =
    [
        new ClustersAreProvisioned(),
        new SourceRunsZooKeeper(),
        new TargetRunsKRaft(),
        new ClustersAreDistinct(),
        new TargetVersionSupportsKRaft(),
        new BackupBucketIsReachable(),
        new EvidenceBucketIsReachable(),
        new SourceKafkaIsReachable(),
        new TargetKafkaIsReachable(),
        new TargetAcceptsLargestMessage(),
        new TargetReplicatesLargestMessage(),
        new ReverseReplicationIsOff(),
        new TargetHasAsManyBrokers(),
        new ClustersShareRegion(),
        new NoKmsKeyIsConfigured(),
        new MessageSizesAreVerified(),
        new NoStaticMembersArePresent(),
        new NoTransactionalProducersExist(),
        new NoTopicIsCompacted(),
        new TargetNeedsNoScramUsers(),
        new NoAclIsInternal(),
        new NoTopicExpiresRecords(),
        new TargetTakesKafkaAcls(),
    ];

    /// <summary>The check of a code in any case, or null.</summary>
    public static Check? Find(string code) => All.FirstOrDefault(check => check.Code.Equals(code, StringComparison.OrdinalIgnoreCase));
}
