using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>SCRAM users from Secrets Manager and from the file.</summary>
public sealed class SecretTests : CollectorTests
{
    public SecretTests() => WithSource(new AuthPlan(AuthMode.ScramSha512) { SecretArn = SecretArn });

    [Fact]
    public async Task The_secrets_user_logs_in_and_its_password_is_masked_first()
    {
        Secret("""{"username":"alice","password":"canary-password","engine":"kafka"}""");
        IReadOnlyList<string>? masked = null;
        Brokers.Answer = (_, _) =>
        {
            masked ??= Log.Masked;
            return Task.FromResult(KafkaStandIn.Facts(new Reachability(null)));
        };
        await CollectAsync();
        var access = Brokers.Access(Side.Source);
        Assert.Equal(("source:9096", "alice", "canary-password"), (access.BootstrapServers, access.Username, access.Password!.Reveal()));
        Assert.Contains("canary-password", Log.Masked);
        // The secret's own region, whatever the cluster's.
        Assert.Equal("eu-west-1", Assert.Single(Aws.RequestsFor(SecretArn)).Region);
    }

    [Theory]
    [InlineData("canary-secret", "is not JSON")]
    [InlineData("[\"canary-secret\"]", "is not a JSON object")]
    [InlineData("\"canary-secret\"", "is not a JSON object")]
    [InlineData("""{"username":"alice"}""", "has no text under \"password\"")]
    [InlineData("""{"Username":"alice","Password":"canary-secret"}""", "has no text under \"username\" and \"password\"")]
    [InlineData("""{"username":"alice","password":{"canary-secret":1}}""", "has no text under \"password\"")]
    [InlineData("""{"username":"","password":"canary-secret"}""", "has no text under \"username\"")]
    [InlineData("""{"username":"canary-secret","password":"x" """, "is not JSON")]
    public async Task A_secret_of_another_shape_is_a_finding_without_its_content(string content, string error)
    {
        Secret(content);
        var snapshot = await CollectAsync();
        Assert.StartsWith($"the SCRAM secret of the source cluster: secret {SecretArn} {error}", Known(snapshot.Source.Kafka.WayIn).Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary-secret", Known(snapshot.Source.Kafka.WayIn).Error + string.Concat(Log.Lines), StringComparison.Ordinal);
        Assert.False(Brokers.WasAsked(Side.Source));
    }

    [Fact]
    public async Task A_binary_secret_is_a_finding()
    {
        Aws.On(AwsAction.GetSecretValue, SecretArn, Answer.Json($$"""{"ARN":"{{SecretArn}}","SecretBinary":"Y2FuYXJ5"}"""));
        Assert.Contains("holds no text", Known((await CollectAsync()).Source.Kafka.WayIn).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccessDeniedException", "not authorized to perform: secretsmanager:GetSecretValue", "secretsmanager:GetSecretValue is not allowed on secret ")]
    [InlineData("AccessDeniedException", "Access to KMS is not allowed", "kms:Decrypt")]
    [InlineData("ResourceNotFoundException", "Secrets Manager can't find the specified secret.", "there is no secret ")]
    [InlineData("InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion.", "is marked for deletion")]
    public async Task A_secret_that_cannot_be_had_is_a_finding(string code, string message, string error)
    {
        Aws.On(AwsAction.GetSecretValue, SecretArn, Answer.Error(400, code, message));
        var snapshot = await CollectAsync();
        Assert.Contains(error, Known(snapshot.Source.Kafka.WayIn).Error, StringComparison.Ordinal);
        Assert.Equal("depends on B09", Missing(snapshot.Source.Kafka.Cluster).Reason);
    }

    [Fact]
    public async Task Name_and_password_of_the_file_need_no_AWS()
    {
        WithSource(new AuthPlan(AuthMode.ScramSha512) { Username = "bob", Password = new Secret("canary-file") }, "127.0.0.1:9096");
        await CollectAsync();
        Assert.Equal(("bob", "canary-file"), (Brokers.Access(Side.Source).Username, Brokers.Access(Side.Source).Password!.Reveal()));
        Assert.Contains("canary-file", Log.Masked);
        Assert.DoesNotContain(Aws.Requests, request => request.Action == AwsAction.GetSecretValue);
    }

    private void Secret(string content) => Aws.On(AwsAction.GetSecretValue, SecretArn, AwsDocuments.Secret(SecretArn, content));
}
