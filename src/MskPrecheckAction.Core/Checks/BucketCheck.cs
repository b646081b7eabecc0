using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>What B07 and B08 have in common: whether a bucket of the migration answers.</summary>
/// <param name="code">See <see cref="Check"/>.</param>
/// <param name="title">See <see cref="Check"/>.</param>
/// <param name="message">With the places <c>bucket</c> and <c>error</c>.</param>
/// <param name="role">What the bucket is for: <c>backup</c> or <c>evidence</c>, the migration file's own word.</param>
/// <param name="hint">A line of the fix for the creation of the bucket, with its line end; empty for none.</param>
public abstract class BucketCheck(string code, string title, string message, string role, string hint) : Check(
    code,
    title,
    message,
    cause: $"HeadBucket failed on the {role} S3 bucket: it does not exist, belongs to somebody else, or the caller lacks permissions.",
    fix: "Create the bucket where there is none:\n$ aws s3 mb s3://<bucket> --region <region>\n" +
        hint +
        "HeadBucket needs s3:ListBucket on arn:<partition>:s3:::<bucket>; the migration itself also needs s3:GetObject and s3:PutObject on its objects.\n" +
        "$ aws s3api head-bucket --bucket <bucket>",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var target = evidence.Plan.Target.Arn;
        return Reached(ReachOf(evidence.Snapshot), error => Finding(
            $"{role}.s3_bucket", ("bucket", BucketOf(evidence.Plan)), ("error", error), ("region", target.Region), ("partition", target.Partition)));
    }

    /// <summary>What HeadBucket said.</summary>
    protected abstract Fact<Reachability> ReachOf(Snapshot snapshot);

    /// <summary>The bucket's name.</summary>
    protected abstract string BucketOf(MigrationPlan plan);
}
