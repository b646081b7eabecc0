using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>The bucket for the proofs answers.</summary>
public sealed class EvidenceBucketIsReachable() : BucketCheck(
    code: "B08",
    title: "Evidence S3 Bucket Not Reachable",
    message: "evidence S3 bucket '{bucket}' not reachable: {error}",
    role: "evidence",
    hint: "If the proofs are to be kept by S3 Object Lock, create the bucket with it enabled.\n")
{
    /// <inheritdoc/>
    protected override Fact<Reachability> ReachOf(Snapshot snapshot) => snapshot.EvidenceBucket;

    /// <inheritdoc/>
    protected override string BucketOf(MigrationPlan plan) => plan.Evidence.S3Bucket;
}
