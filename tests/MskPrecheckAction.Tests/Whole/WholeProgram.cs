using System.Text;
using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using MskPrecheckAction.Tests.Surface;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>
/// The built program on real brokers, and an AWS stand-in in which all is well until a test says otherwise.
/// </summary>
internal sealed class WholeProgram : IAsyncDisposable
{
    public const string SecretArn = "arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_precheck-Xk2p9Q";

    private static readonly (string Member, KafkaListener Listener)[] Members =
        [("bootstrapBrokerString", KafkaListener.Plaintext), ("bootstrapBrokerStringTls", KafkaListener.Tls), ("bootstrapBrokerStringSaslScram", KafkaListener.Scram)];

    public WholeProgram(KafkaCluster source, KafkaCluster target)
    {
        (Source, Target) = (source, target);
        foreach (var (arn, version, cluster) in new[] { (Given.SourceArn, "3.6.0", source), (Given.TargetArn, "3.9.x.kraft", target) })
        {
            Aws.On(AwsAction.DescribeClusterV2, arn, Answer.Json(AwsDocuments.Provisioned(arn, version, 2).ToJsonString()))
                .On(AwsAction.ListNodes, arn, AwsDocuments.NodePages([AwsDocuments.BrokerNode(1, version), AwsDocuments.BrokerNode(2, version)]))
                .On(AwsAction.GetBootstrapBrokers, arn, AwsDocuments.Bootstrap([.. Members.Where(one => cluster.Has(one.Listener)).Select(one => (one.Member, cluster.Bootstrap(one.Listener)))]));
        }

        Aws.On(AwsAction.HeadBucket, "orders-backup", AwsDocuments.BucketIn("eu-central-1")).On(AwsAction.HeadBucket, "orders-evidence", AwsDocuments.BucketIn("eu-central-1"));
        Variables = new(Aws.Environment);
        Auth(Side.Source, "mode: plaintext");
        Auth(Side.Target, "mode: plaintext");
    }

    public KafkaCluster Source { get; }

    public KafkaCluster Target { get; }

    public AwsStandIn Aws { get; } = new();

    /// <summary>The environment's variables, a host's own excepted.</summary>
    public Dictionary<string, string> Variables { get; }

    /// <summary>The lines under a side's auth key, and those after it.</summary>
    public Dictionary<Side, (string[] Auth, string? Servers)> Sides { get; } = [];

    /// <summary>How a side is entered.</summary>
    public WholeProgram Auth(Side side, params string[] lines)
    {
        Sides[side] = (lines, null);
        return this;
    }

    /// <summary>The cluster of a side.</summary>
    public KafkaCluster Of(Side side) => side is Side.Source ? Source : Target;

    /// <summary>How a side is entered, at addresses of a test's own.</summary>
    public WholeProgram At(Side side, string servers, params string[] lines)
    {
        Sides[side] = (lines, servers);
        return this;
    }

    /// <summary>By SCRAM, with the login in the file.</summary>
    public WholeProgram Scram(Side side, string user, string password) => Auth(
        side, "mode: scram-sha-512", "username: " + user, "password: " + password, "ca_path: " + Of(side).Certificates.CaPath);

    /// <summary>Runs it, on a plain console unless told otherwise.</summary>
    public async Task<WholeRun> RunAsync(Func<ProgramRig, ProgramRig>? host = null, params string[] words)
    {
        using var running = Start(host, words);
        return await running.EndAsync();
    }

    /// <summary>Starts it; the files are read when it ends.</summary>
    public RunningProgram Start(Func<ProgramRig, ProgramRig>? host = null, params string[] words)
    {
        var rig = new ProgramRig();
        host?.Invoke(rig);
        foreach (var (name, value) in Variables) rig.Variables[name] = value;
        (rig.Variables["RUNNER_DEBUG"], rig.Variables["SYSTEM_DEBUG"]) = ("1", "true");
        rig.Write("migration.yaml", File());
        return new RunningProgram(rig, BuiltProgram.Start(rig.Folder, rig.Variables, words));
    }

    public ValueTask DisposeAsync() => Aws.DisposeAsync();

    private string File()
    {
        var file = new StringBuilder("enterprise:\n  msk_kraft_migration:\n");
        foreach (var (side, arn) in new[] { (Side.Source, Given.SourceArn), (Side.Target, Given.TargetArn) })
        {
            file.Append("    ").Append(side.Word()).Append(":\n      cluster_arn: ").Append(arn).Append('\n');
            if (Sides[side].Servers is { } servers) file.Append("      bootstrap_servers: \"").Append(servers).Append("\"\n");
            file.Append("      auth:\n");
            foreach (var line in Sides[side].Auth) file.Append("        ").Append(line).Append('\n');
        }

        return file.Append("    backup:\n      s3_bucket: orders-backup\n    evidence:\n      s3_bucket: orders-evidence\n").ToString();
    }
}
