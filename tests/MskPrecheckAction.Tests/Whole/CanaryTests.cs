using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>Passwords, secrets, keys and tokens are in no byte that a debug run writes, on any host and in any fault.</summary>
[Trait("Needs", "Kafka")]
[Collection(nameof(ProcessEnvironment))]
public sealed class CanaryTests(OwnKafka kafka) : IClassFixture<OwnKafka>
{
    private static readonly string[] Canaries = ["canary-password", "canary-of-the-secret", "canary/aws+key", "canary-session-token"];

    [Theory]
    [InlineData("console")]
    [InlineData("github")]
    [InlineData("azure")]
    public async Task No_secret_is_in_anything_that_is_written(string host)
    {
        var (source, target) = await kafka.PairAsync();
        foreach (var fault in new[] { "none", "wrong password", "refused port", "TLS to a plaintext port", "secret that is not JSON", "AWS repeats what it was sent" })
        {
            await using var program = new WholeProgram(source, target);
            program.Environment.Set("AWS_ACCESS_KEY_ID", "AKIACANARY");
            program.Environment.Set("AWS_SECRET_ACCESS_KEY", "canary/aws+key");
            program.Environment.Set("AWS_SESSION_TOKEN", "canary-session-token");
            program.Aws.Accept("AKIACANARY", "canary/aws+key", "canary-session-token");
            if (fault is not "wrong password")
            {
                await source.AddScramUserAsync("canary", "canary-password");
                await target.AddScramUserAsync("canary", "canary-of-the-secret");
            }

            var content = fault is "secret that is not JSON" ? "canary-of-the-secret, and no JSON" : """{"username":"canary","password":"canary-of-the-secret"}""";
            program.Aws.On(AwsAction.GetSecretValue, WholeProgram.SecretArn, AwsDocuments.Secret(WholeProgram.SecretArn, content));
            if (fault is "AWS repeats what it was sent")
            {
                program.Aws.On(AwsAction.DescribeClusterV2, Given.SourceArn, Answer.Error(403, "SignatureDoesNotMatch", "x-amz-security-token:canary-session-token signed with canary/aws+key"));
            }

            var user = fault is "wrong password" ? "nobody" : "canary";
            string[] login = ["mode: scram-sha-512", "username: " + user, "password: canary-password", "ca_path: " + source.Certificates.CaPath];
            var servers = fault switch
            {
                "refused port" => "127.0.0.1:1",
                "TLS to a plaintext port" => source.Bootstrap(),
                _ => source.Bootstrap(KafkaListener.Scram),
            };
            program.At(Side.Source, servers, login).Auth(Side.Target, "mode: scram-sha-512", "secret_arn: " + WholeProgram.SecretArn, "ca_path: " + target.Certificates.CaPath);

            var run = await program.RunAsync(rig => host switch { "github" => rig.OnGitHub(), "azure" => rig.OnAzure(), _ => rig });
            Assert.NotEmpty(run.Checks);
            foreach (var canary in Canaries)
            {
                var at = run.Everything.IndexOf(canary, StringComparison.Ordinal);
                Assert.True(at < 0, at < 0 ? "" : $"{fault}: {run.Everything[Math.Max(0, at - 200)..Math.Min(run.Everything.Length, at + 100)]}");
            }

            // That the fault is the one that was meant.
            Assert.Equal(fault is "wrong password" or "refused port" or "TLS to a plaintext port", run.Checks["B09"].Outcome is "failed");
            Assert.Equal(fault is "secret that is not JSON", run.Checks["B10"].Outcome is "failed");
            TestContext.Current.TestOutputHelper?.WriteLine($"{host}, {fault}: {run.Everything.Length} characters in {run.Took.TotalSeconds:0.0} s, exit {run.Exit}");
        }
    }
}
