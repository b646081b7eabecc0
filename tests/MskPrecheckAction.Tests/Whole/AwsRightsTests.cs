using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>All calls to AWS but one, each in turn: what cannot be seen is undetermined or a finding and names the right, everything else is as before.</summary>
[Trait("Needs", "Kafka")]
public sealed class AwsRightsTests(OwnKafka kafka) : IClassFixture<OwnKafka>
{
    private const string SourceRole = "arn:aws:iam::444455556666:role/source-precheck";
    private const string TargetRole = "arn:aws:iam::444455556666:role/target-precheck";

    // Everything that only brokers know depends on the way in.
    private static readonly string[] OfSourceBrokers = ["B09", "B11", "B12", "W04", "W05", "W06", "W07", "W09", "W10"];
    private static readonly string[] OfTargetBrokers = ["B10", "B11", "B12", "W04"];

    private static readonly (string Action, string Resource, int Exit, string[] Affected, string Named)[] Rows =
    [
        (AwsAction.DescribeClusterV2, Given.SourceArn, 3, ["B02"], "kafka:DescribeClusterV2"),
        (AwsAction.DescribeClusterV2, Given.TargetArn, 3, ["B02"], "kafka:DescribeClusterV2"),
        (AwsAction.ListNodes, Given.SourceArn, 0, [], ""),
        (AwsAction.ListNodes, Given.TargetArn, 0, [], ""),
        (AwsAction.GetBootstrapBrokers, Given.SourceArn, 1, OfSourceBrokers, "kafka:GetBootstrapBrokers"),
        (AwsAction.GetBootstrapBrokers, Given.TargetArn, 1, OfTargetBrokers, "kafka:GetBootstrapBrokers"),
        (AwsAction.GetSecretValue, WholeProgram.SecretArn, 1, OfSourceBrokers, "secretsmanager:GetSecretValue"),
        ("kms:Decrypt", WholeProgram.SecretArn, 1, OfSourceBrokers, "kms:Decrypt"),
        // The role asks MSK as well: nothing is known of its cluster.
        (AwsAction.AssumeRole, SourceRole, 1, ["B02", "B03", "W01", .. OfSourceBrokers], "sts:AssumeRole"),
        (AwsAction.AssumeRole, TargetRole, 1, ["B02", "B04", "B06", "W01", .. OfTargetBrokers], "sts:AssumeRole"),
        (AwsAction.HeadBucket, "orders-backup", 1, ["B07"], "s3:ListBucket"),
        (AwsAction.HeadBucket, "orders-evidence", 1, ["B08"], "s3:ListBucket"),
    ];

    [Fact]
    public async Task Each_call_to_AWS_that_is_denied_is_named_and_costs_its_own_checks_only()
    {
        var (source, target) = await kafka.PairAsync();
        await source.AddScramUserAsync("admin", "pw-admin");
        await using var granted = Program(source, target);
        var all = await granted.RunAsync();
        Assert.True(all.Exit == 0, all.Words);

        List<string> wrong = [];
        foreach (var (action, resource, exit, affected, named) in Rows)
        {
            await using var denied = Program(source, target);
            denied.Aws.On(action is "kms:Decrypt" ? AwsAction.GetSecretValue : action, resource, action switch
            {
                AwsAction.HeadBucket => Answer.Bare(403),
                AwsAction.AssumeRole => Answer.XmlError(403, "AccessDenied", "User: x is not authorized to perform: sts:AssumeRole"),
                "kms:Decrypt" => Answer.Error(400, "AccessDeniedException", "Access to KMS is not allowed"),
                _ => Answer.Forbidden(action),
            });
            var run = await denied.RunAsync();
            var given = $"{action} on {resource} denied: ";
            if (run.Exit != exit) wrong.Add($"{given}exit {run.Exit}");
            wrong.AddRange(run.Checks.Values.Where(check => !affected.Contains(check.Code) && check.Verdict != all.Checks[check.Code].Verdict).Select(check => $"{given}changed {check}"));
            wrong.AddRange(affected.Select(code => run.Checks[code]).Where(check => check.Outcome is "passed").Select(check => $"{given}passed {check}"));
            // A finding says it itself; what is not known says whose right would cure it.
            wrong.AddRange(affected.Select(code => run.Checks[code]).Where(check => check.Outcome is "undetermined" or "failed" && !check.ToString().Contains(named, StringComparison.Ordinal) && !check.ToString().Contains("depends on B", StringComparison.Ordinal))
                .Select(check => $"{given}right not named: {check}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // With a secret and a role on each side, so that each call is there to be denied.
    private static WholeProgram Program(KafkaCluster source, KafkaCluster target)
    {
        var program = new WholeProgram(source, target);
        program.Aws.On(AwsAction.GetSecretValue, WholeProgram.SecretArn, AwsDocuments.Secret(WholeProgram.SecretArn, """{"username":"admin","password":"pw-admin"}"""));
        program.Role(SourceRole, "ASIASOURCE", "source-secret", "source-token").Role(TargetRole, "ASIATARGET", "target-secret", "target-token");
        return program
            .Auth(Side.Source, "mode: scram-sha-512", "secret_arn: " + WholeProgram.SecretArn, "ca_path: " + source.Certificates.CaPath, "role_arn: " + SourceRole)
            .Auth(Side.Target, "mode: plaintext", "role_arn: " + TargetRole);
    }
}
