namespace MskPrecheckAction.Checks;

/// <summary>The bucket for the copied data answers.</summary>
public sealed class BackupBucketIsReachable() : Check(
    code: "B07",
    title: "Backup S3 Bucket Not Reachable",
    message: "backup S3 bucket '{bucket}' not reachable: {error}",
    cause: "HeadBucket failed on the backup S3 bucket: it does not exist, belongs to somebody else, or the caller lacks permissions.",
    fix: "Create the bucket where there is none:\n$ aws s3 mb s3://<bucket> --region <region>\n" +
        "HeadBucket needs s3:ListBucket on arn:<partition>:s3:::<bucket>; the migration itself also needs s3:GetObject and s3:PutObject on its objects.\n" +
        "$ aws s3api head-bucket --bucket <bucket>",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_HeadBucket.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var target = evidence.Plan.Target.Arn;
        return Reached(evidence.Snapshot.BackupBucket, error => Finding(
            "backup.s3_bucket", ("bucket", evidence.Plan.Backup.S3Bucket), ("error", error), ("region", target.Region), ("partition", target.Partition)));
    }
}
