using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>Passwords, secrets, keys and tokens are in no byte that a debug run writes, on any host and in any fault.</summary>
[Trait("Needs", "Kafka")]
public sealed class CanaryTests(OwnKafka kafka) : IClassFixture<OwnKafka>
{
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
            program.Variables["AWS_ACCESS_KEY_ID"] = Canaries.AccessKey;
            program.Variables["AWS_SECRET_ACCESS_KEY"] = Canaries.SecretKey;
            program.Variables["AWS_SESSION_TOKEN"] = Canaries.SessionToken;
            program.Aws.Accept(Canaries.AccessKey, Canaries.SecretKey, Canaries.SessionToken);
            if (fault is not "wrong password")
            {
                await source.AddScramUserAsync("canary", Canaries.Password);
                await target.AddScramUserAsync("canary", Canaries.SecretPassword);
            }

            var content = fault is "secret that is not JSON" ? Canaries.SecretPassword + ", and no JSON" : $$"""{"username":"canary","password":"{{Canaries.SecretPassword}}"}""";
            program.Aws.On(AwsAction.GetSecretValue, WholeProgram.SecretArn, AwsDocuments.Secret(WholeProgram.SecretArn, content));
            if (fault is "AWS repeats what it was sent")
            {
                program.Aws.On(AwsAction.DescribeClusterV2, Given.SourceArn, Answer.Error(403, "SignatureDoesNotMatch", $"x-amz-security-token:{Canaries.SessionToken} signed with {Canaries.SecretKey}"));
            }

            var user = fault is "wrong password" ? "nobody" : "canary";
            string[] login = ["mode: scram-sha-512", "username: " + user, $"password: \"{Canaries.Password}\"", "ca_path: " + source.Certificates.CaPath];
            var servers = fault switch
            {
                "refused port" => "127.0.0.1:1",
                "TLS to a plaintext port" => source.Bootstrap(),
                _ => source.Bootstrap(KafkaListener.Scram),
            };
            program.At(Side.Source, servers, login).Auth(Side.Target, "mode: scram-sha-512", "secret_arn: " + WholeProgram.SecretArn, "ca_path: " + target.Certificates.CaPath);

            var run = await program.RunAsync(rig => host switch { "github" => rig.OnGitHub(), "azure" => rig.OnAzure(), _ => rig });
            Assert.NotEmpty(run.Checks);
            Assert.True(Canaries.FindIn(run.Everything) is null, $"{fault}: {Canaries.FindIn(run.Everything)}");

            // That the fault is the one that was meant.
            Assert.Equal(fault is "wrong password" or "refused port" or "TLS to a plaintext port", run.Checks["B09"].Outcome is "failed");
            Assert.Equal(fault is "secret that is not JSON", run.Checks["B10"].Outcome is "failed");
            TestContext.Current.TestOutputHelper?.WriteLine($"{host}, {fault}: {run.Everything.Length} characters in {run.Took.TotalSeconds:0.0} s, exit {run.Exit}");
        }
    }
}
