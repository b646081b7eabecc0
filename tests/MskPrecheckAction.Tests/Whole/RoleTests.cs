using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>Whose keys each question is signed with: a side's role for its MSK API, secret and brokers, the caller's own for all else.</summary>
[Trait("Needs", "Kafka")]
public sealed class RoleTests(SharedKafka kafka)
{
    private const string Caller = "ASIACALLER0000000000";

    [Theory]
    [InlineData("-", "-")]
    [InlineData("ROLEA", "-")]
    [InlineData("-", "ROLEB")]
    [InlineData("ROLEA", "ROLEA")]
    [InlineData("ROLEA", "ROLEB")]
    public async Task Each_side_is_entered_with_its_own_role(string sourceRole, string targetRole)
    {
        new List<KafkaMode> { KafkaMode.ZooKeeper, KafkaMode.KRaft }.ForEach(KafkaHome.RequireIam);
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        (program.Variables["AWS_ACCESS_KEY_ID"], program.Variables["AWS_SECRET_ACCESS_KEY"], program.Variables["AWS_SESSION_TOKEN"]) = (Caller, Canaries.SecretKey, Canaries.SessionToken);
        program.Aws.Accept(Caller, Canaries.SecretKey, Canaries.SessionToken);
        Dictionary<Side, string> keys = [];
        foreach (var (side, role) in new[] { (Side.Source, sourceRole), (Side.Target, targetRole) })
        {
            var cluster = program.Of(side);
            // A key of this run alone: the other side's brokers do not know it.
            var key = role is "-" ? Caller : KafkaClients.Unique(role).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
            if (role == sourceRole && side is Side.Target) key = keys[Side.Source];
            keys[side] = key;
            cluster.AllowIamKey(key, Secret(key), Token(key));
            await cluster.AddAclsAsync([.. WholeProgram.AllThatIsNeeded("User:" + key)]);
            string[] lines = ["mode: iam", "ca_path: " + cluster.Certificates.CaPath];
            if (role is not "-") program.Role(Arn(role), key, Secret(key), Token(key));
            program.Auth(side, role is "-" ? lines : [.. lines, "role_arn: " + Arn(role)]);
        }

        var run = await program.RunAsync();
        Assert.Equal(("passed", "passed"), (run.Checks["B09"].Outcome, run.Checks["B10"].Outcome));
        Assert.All(run.Checks.Values, check => Assert.True(check.Outcome is not "undetermined" && check.Gaps.Length == 0, check.ToString()));
        foreach (var (arn, side) in new[] { (Given.SourceArn, Side.Source), (Given.TargetArn, Side.Target) })
        {
            Assert.NotEmpty(program.Aws.RequestsFor(arn));
            Assert.All(program.Aws.RequestsFor(arn), request => Assert.Equal(keys[side], request.AccessKey));
            Assert.Contains($"Principal = User:{keys[side]} ", string.Concat(program.Of(side).BrokerIds.Select(program.Of(side).LogOf)), StringComparison.Ordinal);
        }

        foreach (var bucket in program.Buckets.Values) Assert.All(program.Aws.RequestsFor(bucket), request => Assert.Equal(Caller, request.AccessKey));
        Assert.All(program.Aws.Requests.Where(request => request.Action == AwsAction.AssumeRole), request => Assert.Equal((Caller, "eu-central-1"), (request.AccessKey, request.Region)));
        Assert.Null(Canaries.FindIn(run.Everything));
        Assert.DoesNotContain("token-of-", run.Everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_web_identity_of_a_CI_job_enters_both_clusters()
    {
        new List<KafkaMode> { KafkaMode.ZooKeeper, KafkaMode.KRaft }.ForEach(KafkaHome.RequireIam);
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        var key = KafkaClients.Unique("ASIAWEB").Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "canary.oidc.token", TestContext.Current.CancellationToken);
        var variables = program.WithoutKeys();
        (variables["AWS_ROLE_ARN"], variables["AWS_WEB_IDENTITY_TOKEN_FILE"]) = (Arn("WEB"), file);
        program.Aws.Accept(key, Secret(key), Token(key)).On(AwsAction.AssumeRoleWithWebIdentity, Arn("WEB"), AwsDocuments.AssumedRole(Arn("WEB"), key, Secret(key), Token(key), "AssumeRoleWithWebIdentity"));
        foreach (var side in new[] { Side.Source, Side.Target })
        {
            program.Of(side).AllowIamKey(key, Secret(key), Token(key));
            await program.Of(side).AddAclsAsync([.. WholeProgram.AllThatIsNeeded("User:" + key)]);
            program.Auth(side, "mode: iam", "ca_path: " + program.Of(side).Certificates.CaPath);
        }

        var run = await program.RunAsync();
        File.Delete(file);
        Assert.Equal(("passed", "passed"), (run.Checks["B09"].Outcome, run.Checks["B10"].Outcome));
        Assert.All(run.Checks.Values, check => Assert.True(check.Outcome is not "undetermined" && check.Gaps.Length == 0, check.ToString()));
        Assert.Single(program.Aws.Requests, request => request.Action == AwsAction.AssumeRoleWithWebIdentity);
        Assert.DoesNotContain("canary.oidc", run.Everything, StringComparison.Ordinal);
        Assert.DoesNotContain("token-of-", run.Everything, StringComparison.Ordinal);
    }

    private static string Arn(string role) => "arn:aws:iam::444455556666:role/" + role;

    private static string Secret(string key) => key == Caller ? Canaries.SecretKey : "secret/of+" + key;

    private static string Token(string key) => key == Caller ? Canaries.SessionToken : "token-of-" + key + "/+==";
}
