using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>Every way into both clusters at once, and nothing is left unread: each auth mode, at addresses of the MSK API, private and public, and of the file.</summary>
[Trait("Needs", "Kafka")]
public sealed class WaysInTests(SharedKafka kafka)
{
    private const string AdminSecret = "test-secret-admin";

    private static readonly Dictionary<string, (KafkaListener Listener, string Private, string? Public)> Modes = new()
    {
        ["plaintext"] = (KafkaListener.Plaintext, "bootstrapBrokerString", null),
        ["tls"] = (KafkaListener.Tls, "bootstrapBrokerStringTls", "bootstrapBrokerStringPublicTls"),
        ["mtls"] = (KafkaListener.Tls, "bootstrapBrokerStringTls", "bootstrapBrokerStringPublicTls"),
        ["scram-sha-512"] = (KafkaListener.Scram, "bootstrapBrokerStringSaslScram", "bootstrapBrokerStringPublicSaslScram"),
        ["iam"] = (KafkaListener.Iam, "bootstrapBrokerStringSaslIam", "bootstrapBrokerStringPublicSaslIam"),
    };

    public static TheoryData<string, string, string> Rows => new(
        from mode in Modes.Keys
        from ways in mode is "plaintext" ? new[] { ("private", "file"), ("file", "private") } : [("private", "file"), ("file", "public"), ("public", "private")]
        select (mode, ways.Item1, ways.Item2));

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Both_clusters_are_read_whole(string mode, string sourceBy, string targetBy)
    {
        if (mode is "iam") new List<KafkaMode> { KafkaMode.ZooKeeper, KafkaMode.KRaft }.ForEach(KafkaHome.RequireIam);
        var (source, target) = await kafka.PairAsync();
        await using var program = new WholeProgram(source, target);
        program.Variables["AWS_ACCESS_KEY_ID"] = "AKIATESTADMIN";
        program.Variables["AWS_SECRET_ACCESS_KEY"] = AdminSecret;
        program.Aws.Accept("AKIATESTADMIN", AdminSecret);
        foreach (var (side, by) in new[] { (Side.Source, sourceBy), (Side.Target, targetBy) }) await EnterAsync(program, side, mode, by);

        var run = await program.RunAsync();
        Assert.True(run.Exit is 0 or 1, run.Words);
        Assert.Equal(("passed", "passed"), (run.Checks["B09"].Outcome, run.Checks["B10"].Outcome));
        Assert.All(run.Checks.Values, check => Assert.True(check.Outcome is not "undetermined" && check.Gaps.Length == 0, check.ToString()));
        foreach (var (arn, by) in new[] { (Given.SourceArn, sourceBy), (Given.TargetArn, targetBy) })
        {
            Assert.Equal(by is "file" ? 0 : 1, program.Aws.RequestsFor(arn).Count(request => request.Action == AwsAction.GetBootstrapBrokers));
        }

        // That the certificate was shown, for the listener takes anybody.
        if (mode is "mtls") Assert.All(new[] { source, target }, cluster => Assert.Contains("Principal = User:CN=client", string.Concat(cluster.BrokerIds.Select(cluster.LogOf)), StringComparison.Ordinal));
    }

    private static async Task EnterAsync(WholeProgram program, Side side, string mode, string by)
    {
        var cluster = program.Of(side);
        var (listener, inside, outside) = Modes[mode];
        var arn = side is Side.Source ? Given.SourceArn : Given.TargetArn;
        // No other addresses: whoever took them would not get in.
        program.Aws.On(AwsAction.GetBootstrapBrokers, arn, AwsDocuments.Bootstrap((by is "public" ? outside! : inside, cluster.Bootstrap(listener))));
        string[] lines = ["mode: " + mode, "ca_path: " + cluster.Certificates.CaPath, .. await LoginAsync(cluster, mode)];
        if (by is "file") program.At(side, cluster.Bootstrap(listener), lines);
        else program.Auth(side, lines);
    }

    private static async Task<string[]> LoginAsync(KafkaCluster cluster, string mode)
    {
        switch (mode)
        {
            case "mtls":
                await cluster.AddAclsAsync([.. WholeProgram.AllThatIsNeeded("User:CN=client")]);
                return ["certificate_path: " + cluster.ClientCertificate.CertificatePath, "key_path: " + cluster.ClientCertificate.KeyPath];
            case "scram-sha-512":
                await cluster.AddScramUserAsync("admin", "pw-admin");
                return ["username: admin", "password: pw-admin"];
            default:
                return [];
        }
    }
}
