using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>A cluster with an authorizer and no ACLs: that there are none is proven by every way in.</summary>
[Trait("Needs", "Kafka")]
public sealed class EmptyAclsTests
{
    private const string OddUser = "com,ma=sign";

    [Fact]
    public async Task A_proof_that_cannot_be_had_is_a_gap_that_says_why()
    {
        var access = Collected.Plaintext("127.0.0.1:1");
        var log = new RecordingLog();
        var questions = new Questions(access, new ClientLog(access, log), log, TestContext.Current.CancellationToken);
        var gap = Collected.Missing(await new EmptyAclsProof(access, null, questions).AskAsync("ACLs", [new(1, "127.0.0.1", 1)]));
        Assert.Equal((GapCause.Unreachable, "there seem to be none, and the connection that was to prove it failed at 127.0.0.1:1: Connection refused"), (gap.Cause, gap.Reason));
    }

    [Fact]
    public async Task None_are_known_to_be_none_in_every_mode()
    {
        await using var cluster = await MskPrecheckAction.Kafka.KafkaCluster.StartAsync(new(KafkaMode.ZooKeeper)
        {
            Secure = true,
            // Whoever may ask without an ACL that says so.
            Properties = new Dictionary<string, string> { ["super.users"] = $"User:ANONYMOUS;User:{OddUser};User:AKIATESTADMIN;User:CN=client" },
        });
        await cluster.AddScramUserAsync(OddUser, "pass,word=3D");
        var (authorities, own) = (cluster.Certificates.CaPath, cluster.ClientCertificate);
        List<KafkaAccess> ways =
        [
            Collected.Plaintext(cluster.Bootstrap()),
            new(Side.Source, cluster.Bootstrap(KafkaListener.Tls), new AuthPlan(AuthMode.Tls) { CaPath = authorities }),
            new(Side.Source, cluster.Bootstrap(KafkaListener.Tls), new AuthPlan(AuthMode.Mtls) { CaPath = authorities, CertificatePath = own.CertificatePath, KeyPath = own.KeyPath }),
            Collected.Scram(cluster, OddUser, "pass,word=3D"),
        ];
        if (cluster.Has(KafkaListener.Iam)) ways.Add(Collected.Iam(cluster, "test-secret-admin"));
        foreach (var way in ways)
        {
            var collected = await Collected.FromAsync(way);
            Assert.True(collected.Facts.Acls.TryGet(out var acls, out var gap), $"{way.Auth.Mode}: {gap}\n{collected.Lines}");
            Assert.Equal((way.Auth.Mode, true, 0), (way.Auth.Mode, acls!.HasAuthorizer, acls.Bindings.Count));
            Assert.DoesNotContain("pass,word", collected.Lines, StringComparison.Ordinal);
        }
    }
}
