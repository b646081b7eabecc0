using Confluent.Kafka.Admin;
using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>All rights but one, each in turn: what cannot be seen is undetermined and names the right, everything else is as before.</summary>
[Trait("Needs", "Kafka")]
public sealed class RightsTests(OwnKafka kafka) : IClassFixture<OwnKafka>
{
    private static readonly (string Right, AclOperation Operation, ResourceType Type, string Name)[] Rights =
    [
        ("DESCRIBE on Cluster", AclOperation.Describe, ResourceType.Broker, "kafka-cluster"),
        ("DESCRIBE_CONFIGS on Cluster", AclOperation.DescribeConfigs, ResourceType.Broker, "kafka-cluster"),
        ("DESCRIBE on Topic *", AclOperation.Describe, ResourceType.Topic, "*"),
        ("DESCRIBE_CONFIGS on Topic *", AclOperation.DescribeConfigs, ResourceType.Topic, "*"),
        ("DESCRIBE on Group *", AclOperation.Describe, ResourceType.Group, "*"),
        ("READ on Topic __transaction_state", AclOperation.Read, ResourceType.Topic, "__transaction_state"),
    ];

    // The checks that a right is for; of the target, brokers' configs only.
    private static readonly (Side Side, string Right, string[] Affected, string Permission)[] Expected =
    [
        (Side.Source, "DESCRIBE on Cluster", ["W05", "W09"], "DESCRIBE on Cluster"),
        (Side.Source, "DESCRIBE_CONFIGS on Cluster", ["B11", "B12", "W04"], "DESCRIBE_CONFIGS on Cluster"),
        (Side.Source, "DESCRIBE on Topic *", ["B11", "B12", "W04", "W07", "W10"], "DESCRIBE on Topic *"),
        (Side.Source, "DESCRIBE_CONFIGS on Topic *", ["B11", "B12", "W04", "W07", "W10"], "DESCRIBE_CONFIGS on Topic "),
        (Side.Source, "DESCRIBE on Group *", ["W05"], "DESCRIBE on Group "),
        (Side.Source, "READ on Topic __transaction_state", ["W06"], "READ on Topic __transaction_state"),
        (Side.Target, "DESCRIBE on Cluster", [], ""),
        (Side.Target, "DESCRIBE_CONFIGS on Cluster", ["B11", "B12", "W04"], "DESCRIBE_CONFIGS on Cluster"),
        (Side.Target, "DESCRIBE on Topic *", [], ""),
    ];

    [Fact]
    public async Task Each_right_of_a_scram_user_that_is_missing_is_named_and_costs_its_own_checks_only()
    {
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        var topic = await source.CreateTopicAsync(KafkaClients.Unique("orders"), 2, 2, ("cleanup.policy", "compact,delete"), ("retention.ms", "3600000"));
        await using var member = await StaticMember.JoinAsync(source, KafkaClients.Unique("billing"), "billing-1", topic);
        using var producer = new TransactionalProducer(source, KafkaClients.Unique("tx"));
        await AddUserAsync(source, "rights-all", "");
        await AddUserAsync(target, "rights-all", "");
        // All users before the first run: W09 counts what they may read of __transaction_state.
        var users = Expected.Select(_ => KafkaClients.Unique("rights")).ToList();
        foreach (var (user, row) in users.Zip(Expected)) await AddUserAsync(row.Side is Side.Source ? source : target, user, row.Right);
        program.Scram(Side.Source, "rights-all", "pw-rights-all").Scram(Side.Target, "rights-all", "pw-rights-all");
        var all = await program.RunAsync();
        Assert.True(all.Exit == 0, all.Words);
        Assert.Equal(23, all.Checks.Count);
        Assert.All(all.Checks.Values, check => Assert.True(check.Outcome is not "undetermined" && check.Gaps.Length == 0, check.ToString()));
        foreach (var code in new[] { "W05", "W06", "W07", "W08", "W10" }) Assert.True(all.Checks[code].Outcome is "failed", all.Checks[code].ToString());

        List<string> wrong = [];
        foreach (var (user, (side, right, affected, permission)) in users.Zip(Expected))
        {
            program.Scram(Side.Source, "rights-all", "pw-rights-all").Scram(Side.Target, "rights-all", "pw-rights-all").Scram(side, user, "pw-" + user);
            var run = await program.RunAsync();
            var given = $"{side.Word()} without {right}: ";
            if (run.Exit != 0) wrong.Add($"{given}exit {run.Exit}");
            wrong.AddRange(run.Checks.Values.Where(check => !affected.Contains(check.Code) && check.Verdict != all.Checks[check.Code].Verdict).Select(check => $"{given}changed {check}"));
            foreach (var check in affected.Select(code => run.Checks[code]))
            {
                // W05 has seen a static member: that convicts, whatever else there is. W04 fires, and stands for B11 and B12.
                var outcome = check.Code is "W04" || (check.Code, right) is ("W05", "DESCRIBE on Cluster") ? "failed" : "undetermined";
                if (check.Outcome != outcome) wrong.Add($"{given}not {outcome}: {check}");
                if (!(check.Gaps.Any(gap => gap.Permission.StartsWith(permission, StringComparison.Ordinal)) || check.Messages.Any(message => message.Contains(permission, StringComparison.Ordinal)))) wrong.Add($"{given}right not named: {check}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    [Fact]
    public async Task Each_call_to_AWS_that_is_denied_is_named_and_costs_its_own_checks_only()
    {
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        await AddUserAsync(source, "rights-aws", "");
        // A static member of the other test stays until its session runs out, which must not be between two runs.
        using (var admin = source.Plaintext().Admin()) await Eventually.TrueAsync(() => admin.ListGroups(TimeSpan.FromSeconds(10)).All(one => one.State is "Empty" or "Dead"), "no group with members");
        var login = AwsDocuments.Secret(WholeProgram.SecretArn, """{"username":"rights-aws","password":"pw-rights-aws"}""");
        program.Aws.On(AwsAction.GetSecretValue, WholeProgram.SecretArn, login);
        program.Auth(Side.Source, "mode: scram-sha-512", "secret_arn: " + WholeProgram.SecretArn, "ca_path: " + source.Certificates.CaPath);
        var all = await program.RunAsync();
        Assert.True(all.Exit == 0, all.Words);

        // Everything that only brokers know depends on the way in.
        string[] ofBrokers = ["B09", "B11", "B12", "W04", "W05", "W06", "W07", "W09", "W10"];
        (string Action, string Resource, int Exit, string[] Affected, string Named)[] rows =
        [
            (AwsAction.DescribeClusterV2, Given.SourceArn, 3, ["B02"], "kafka:DescribeClusterV2"),
            (AwsAction.DescribeClusterV2, Given.TargetArn, 3, ["B02"], "kafka:DescribeClusterV2"),
            (AwsAction.ListNodes, Given.SourceArn, 0, [], ""),
            (AwsAction.ListNodes, Given.TargetArn, 0, [], ""),
            (AwsAction.GetBootstrapBrokers, Given.SourceArn, 1, ofBrokers, "kafka:GetBootstrapBrokers"),
            (AwsAction.GetSecretValue, WholeProgram.SecretArn, 1, ofBrokers, "secretsmanager:GetSecretValue"),
            (AwsAction.HeadBucket, "orders-backup", 1, ["B07"], "s3:ListBucket"),
            (AwsAction.HeadBucket, "orders-evidence", 1, ["B08"], "s3:ListBucket"),
        ];
        List<string> wrong = [];
        foreach (var (action, resource, exit, affected, named) in rows)
        {
            await using var denied = new WholeProgram(source, target);
            denied.Aws.On(AwsAction.GetSecretValue, WholeProgram.SecretArn, login).On(action, resource, action is AwsAction.HeadBucket ? Answer.Bare(403) : Answer.Forbidden(action));
            denied.Sides[Side.Source] = program.Sides[Side.Source];
            var run = await denied.RunAsync();
            var given = $"{action} on {resource} denied: ";
            if (run.Exit != exit) wrong.Add($"{given}exit {run.Exit}");
            wrong.AddRange(run.Checks.Values.Where(check => !affected.Contains(check.Code) && check.Verdict != all.Checks[check.Code].Verdict).Select(check => $"{given}changed {check}"));
            if (affected.Length > 0 && !run.Checks[affected[0]].ToString().Contains(named, StringComparison.Ordinal) && !run.Json.Contains(named, StringComparison.Ordinal)) wrong.Add($"{given}not named: {run.Checks[affected[0]]}");
            wrong.AddRange(affected.Select(code => run.Checks[code]).Where(check => check.Outcome is "passed").Select(check => $"{given}passed {check}"));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    private static async Task AddUserAsync(KafkaCluster cluster, string user, string but)
    {
        await cluster.AddScramUserAsync(user, "pw-" + user);
        await cluster.AddAclsAsync([.. Rights.Where(one => one.Right != but).Select(one => KafkaClients.Binding("User:" + user, one.Operation, one.Type, one.Name))]);
    }
}
