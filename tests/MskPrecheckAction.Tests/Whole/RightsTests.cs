using Confluent.Kafka.Admin;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>All rights on a cluster but one, each in turn: what cannot be seen is undetermined and names the right, everything else is as before.</summary>
[Trait("Needs", "Kafka")]
public sealed class RightsTests(OwnKafka kafka) : IClassFixture<OwnKafka>
{
    // An ACL, and the action of IAM that stands for it: the brokers of the tests keep ACLs for IAM principals, too.
    private static readonly (string Acl, string Action, AclOperation Operation, ResourceType Type, string Name)[] Rights =
    [
        ("DESCRIBE on Cluster", "DescribeCluster", AclOperation.Describe, ResourceType.Broker, "kafka-cluster"),
        ("DESCRIBE_CONFIGS on Cluster", "DescribeClusterDynamicConfiguration", AclOperation.DescribeConfigs, ResourceType.Broker, "kafka-cluster"),
        ("DESCRIBE on Topic *", "DescribeTopic", AclOperation.Describe, ResourceType.Topic, "*"),
        ("DESCRIBE_CONFIGS on Topic *", "DescribeTopicDynamicConfiguration", AclOperation.DescribeConfigs, ResourceType.Topic, "*"),
        ("DESCRIBE on Group *", "DescribeGroup", AclOperation.Describe, ResourceType.Group, "*"),
        ("READ on Topic __transaction_state", "ReadData", AclOperation.Read, ResourceType.Topic, "__transaction_state"),
    ];

    // The checks that a right is for; of the target, brokers' configs only.
    private static readonly (Side Side, string Right, string[] Affected)[] Expected =
    [
        (Side.Source, "DESCRIBE on Cluster", ["W05", "W09"]),
        (Side.Source, "DESCRIBE_CONFIGS on Cluster", ["B11", "B12", "W04"]),
        (Side.Source, "DESCRIBE on Topic *", ["B11", "B12", "W04", "W07", "W10"]),
        (Side.Source, "DESCRIBE_CONFIGS on Topic *", ["B11", "B12", "W04", "W07", "W10"]),
        (Side.Source, "DESCRIBE on Group *", ["W05"]),
        (Side.Source, "READ on Topic __transaction_state", ["W06"]),
        (Side.Target, "DESCRIBE on Cluster", []),
        (Side.Target, "DESCRIBE_CONFIGS on Cluster", ["B11", "B12", "W04"]),
        (Side.Target, "DESCRIBE on Topic *", []),
    ];

    [Theory]
    [InlineData("scram-sha-512")]
    [InlineData("iam")]
    public async Task Each_right_that_is_missing_is_named_and_costs_its_own_checks_only(string mode)
    {
        var isIam = mode is "iam";
        if (isIam) new List<KafkaMode> { KafkaMode.ZooKeeper, KafkaMode.KRaft }.ForEach(KafkaHome.RequireIam);
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        // A static member of the other mode's test stays until its session runs out, which must not be between two runs.
        using (var admin = source.Plaintext().Admin()) await Eventually.TrueAsync(() => admin.ListGroups(TimeSpan.FromSeconds(10)).All(one => one.State is "Empty" or "Dead"), "no group with members");
        var topic = await source.CreateTopicAsync(KafkaClients.Unique("orders"), 2, 2, ("cleanup.policy", "compact,delete"), ("retention.ms", "3600000"));
        await using var member = await StaticMember.JoinAsync(source, KafkaClients.Unique("billing"), "billing-1", topic);
        using var producer = new TransactionalProducer(source, KafkaClients.Unique("tx"));
        var everything = KafkaClients.Unique("RIGHTS").Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        await AddUserAsync(source, everything, "", isIam);
        await AddUserAsync(target, everything, "", isIam);
        // All users before the first run: W09 counts what they may read of __transaction_state.
        var users = Expected.Select((_, row) => everything + row).ToList();
        foreach (var (user, row) in users.Zip(Expected)) await AddUserAsync(row.Side is Side.Source ? source : target, user, row.Right, isIam);
        Enter(program, Side.Source, everything, isIam);
        Enter(program, Side.Target, everything, isIam);
        var all = await program.RunAsync();
        Assert.True(all.Exit == 0, all.Words);
        Assert.Equal(23, all.Checks.Count);
        Assert.All(all.Checks.Values, check => Assert.True(check.Outcome is not "undetermined" && check.Gaps.Length == 0, check.ToString()));
        foreach (var code in new[] { "W05", "W06", "W07", isIam ? "I01" : "W08", "W10" }) Assert.True(all.Checks[code].Outcome is "failed", all.Checks[code].ToString());

        List<string> wrong = [];
        foreach (var (user, (side, right, affected)) in users.Zip(Expected))
        {
            Enter(program, Side.Source, everything, isIam);
            Enter(program, Side.Target, everything, isIam);
            Enter(program, side, user, isIam);
            var run = await program.RunAsync();
            var given = $"{mode}, {side.Word()} without {right}: ";
            if (run.Exit != 0) wrong.Add($"{given}exit {run.Exit}");
            wrong.AddRange(run.Checks.Values.Where(check => !affected.Contains(check.Code) && check.Verdict != all.Checks[check.Code].Verdict).Select(check => $"{given}changed {check}"));
            foreach (var check in affected.Select(code => run.Checks[code]))
            {
                // W05 has seen a static member: that convicts, whatever else there is. W04 fires, and stands for B11 and B12.
                var outcome = check.Code is "W04" || (check.Code, right) is ("W05", "DESCRIBE on Cluster") ? "failed" : "undetermined";
                if (check.Outcome != outcome) wrong.Add($"{given}not {outcome}: {check}");
                if (!Names(check, right, isIam)) wrong.Add($"{given}right not named: {check}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
    }

    // An action exactly; an ACL may name the one topic or group in place of *.
    private static bool Names(JudgedCheck check, string right, bool isIam)
    {
        var permission = isIam ? "kafka-cluster:" + Rights.Single(one => one.Acl == right).Action : right.TrimEnd('*');
        return check.Gaps.Any(gap => isIam ? gap.Permission == permission : gap.Permission.StartsWith(permission, StringComparison.Ordinal))
            || check.Messages.Any(message => message.Contains(permission, StringComparison.Ordinal));
    }

    private static async Task AddUserAsync(KafkaCluster cluster, string user, string but, bool isIam)
    {
        if (isIam) cluster.AllowIamKey(user, "secret-of-" + user, "token-of-" + user);
        else await cluster.AddScramUserAsync(user, "pw-" + user);
        await cluster.AddAclsAsync([.. Rights.Where(one => one.Acl != but).Select(one => KafkaClients.Binding("User:" + user, one.Operation, one.Type, one.Name))]);
    }

    // An IAM principal is a role's: so the two sides can be two.
    private static void Enter(WholeProgram program, Side side, string user, bool isIam)
    {
        if (!isIam)
        {
            program.Scram(side, user, "pw-" + user);
            return;
        }

        var role = "arn:aws:iam::111122223333:role/" + user;
        program.Role(role, user, "secret-of-" + user, "token-of-" + user).Auth(side, "mode: iam", "role_arn: " + role, "ca_path: " + program.Of(side).Certificates.CaPath);
    }
}
