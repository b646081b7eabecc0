using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>The bucket for the copied data answers.</summary>
public sealed class BackupBucketIsReachable() : BucketCheck(
    code: "B07",
    title: "Backup S3 Bucket Not Reachable",
    message: "backup S3 bucket '{bucket}' not reachable: {error}",
    role: "backup",
    hint: "")
{
    /// <inheritdoc/>
    protected override Fact<Reachability> ReachOf(Snapshot snapshot) => snapshot.BackupBucket;

    /// <inheritdoc/>
    protected override string BucketOf(MigrationPlan plan) => plan.Backup.S3Bucket;
}
