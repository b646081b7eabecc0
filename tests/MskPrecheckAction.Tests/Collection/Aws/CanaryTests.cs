using System.Text.Json;
using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Keys, tokens, passwords and secrets are in nothing that a collection tells, whatever goes wrong.</summary>
public sealed class CanaryTests : CollectorTests
{
    [Theory]
    [InlineData("nothing")]
    [InlineData("echo")]
    [InlineData("garbage")]
    [InlineData("html")]
    [InlineData("cut")]
    public async Task No_credential_is_in_a_gap_a_finding_or_a_log_line(string fault)
    {
        Environment.Set("AWS_ACCESS_KEY_ID", "AKIACANARY");
        Environment.Set("AWS_SECRET_ACCESS_KEY", "canary-key");
        Environment.Set("AWS_SESSION_TOKEN", "canary-session");
        Aws.Accept("AKIACANARY", "canary-key", "canary-session").Accept("ASIAROLE", "canary-role", "canary-role-token");
        Aws.On(AwsAction.AssumeRole, RoleArn, AwsDocuments.AssumedRole(RoleArn, "ASIAROLE", "canary-role", "canary-role-token"));
        Aws.On(AwsAction.GetSecretValue, SecretArn, AwsDocuments.Secret(SecretArn, """{"username":"alice","password":"canary-password"}"""));
        WithSource(new AuthPlan(AuthMode.ScramSha512) { RoleArn = RoleArn, SecretArn = SecretArn });
        // As AWS answers a wrong signature: with everything that was signed.
        var bad = fault switch
        {
            "echo" => Answer.Error(403, "SignatureDoesNotMatch", "The canonical string was x-amz-security-token:canary-session canary-role-token canary-key"),
            "garbage" => Answer.Json("""{"SecretString":"{\"password\":\"canary-password\"}","clusterInfo":"canary-session"}"""),
            "html" => Answer.Html(403),
            _ => Answer.Empty() with { Delivery = Delivery.Cut },
        };
        if (fault is not "nothing")
        {
            Aws.On(AwsAction.DescribeClusterV2, SourceArn, bad).On(AwsAction.ListNodes, TargetArn, bad).On(AwsAction.GetBootstrapBrokers, TargetArn, bad).On(AwsAction.GetSecretValue, SecretArn, bad);
        }

        var snapshot = await CollectAsync();
        var told = string.Join('\n', Log.Lines) + Told(snapshot.Source) + Told(snapshot.Target) + Told(snapshot.BackupBucket) + Told(snapshot.EvidenceBucket);
        Assert.DoesNotContain("canary", told, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "canary-key", "canary-session", "canary-role", "canary-role-token" }, Log.Masked.ToHashSet());
        Assert.Equal(fault is "nothing", Log.Masked.Contains("canary-password"));
        Assert.All(Aws.Requests, request => Assert.True(request.OnlyReads, request.ToString()));
    }

    private static string Told(ClusterFacts facts) => Told(facts.Msk.Cluster) + Told(facts.Msk.Nodes) + Told(facts.Kafka.WayIn) + Told(facts.Kafka.Topics);

    private static string Told<T>(Fact<T> fact)
        where T : notnull => fact.TryGet(out var value, out var gap) ? JsonSerializer.Serialize(value) : gap.ToString();
}
