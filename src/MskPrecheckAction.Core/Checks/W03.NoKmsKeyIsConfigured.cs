namespace MskPrecheckAction.Checks;

/// <summary>The backup bucket needs no customer-managed key, of which this program could say nothing.</summary>
public sealed class NoKmsKeyIsConfigured() : Check(
    code: "W03",
    title: "KMS Key Configured",
    message: "KMS key ARN set on backup channel — CMK access is not verified by this precheck phase; " +
        "ensure the caller has kms:Encrypt/Decrypt/GenerateDataKey",
    cause: "A custom KMS key is configured for S3 encryption. To try it would be to write, so its permissions are not verified.",
    fix: "Ensure that the migration's IAM role has kms:Encrypt, kms:Decrypt and kms:GenerateDataKey on <key>, in its own policy and in the key's.\n" +
        "$ aws kms describe-key --key-id <key>",
    source: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/UsingKMSEncryption.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence) =>
        string.IsNullOrWhiteSpace(evidence.Plan.Backup.KmsKeyArn) ? Passed() : Failed(Finding("backup.kms_key_arn", ("key", evidence.Plan.Backup.KmsKeyArn)));
}
