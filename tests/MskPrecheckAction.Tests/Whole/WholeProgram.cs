using System.Text;
using Confluent.Kafka.Admin;
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

    public const string SourceVersion = "3.6.0";
    public const string TargetVersion = "3.9.x.kraft";

    private static readonly (string Member, KafkaListener Listener)[] Members =
    [
        ("bootstrapBrokerString", KafkaListener.Plaintext), ("bootstrapBrokerStringTls", KafkaListener.Tls),
        ("bootstrapBrokerStringSaslScram", KafkaListener.Scram), ("bootstrapBrokerStringSaslIam", KafkaListener.Iam),
    ];

    public WholeProgram(KafkaCluster source, KafkaCluster target)
    {
        (Source, Target) = (source, target);
        foreach (var (arn, version, cluster) in new[] { (Given.SourceArn, SourceVersion, source), (Given.TargetArn, TargetVersion, target) })
        {
            Aws.On(AwsAction.DescribeClusterV2, arn, Answer.Json(AwsDocuments.Provisioned(arn, version, 2).ToJsonString()))
                .On(AwsAction.ListNodes, arn, AwsDocuments.NodePages([AwsDocuments.BrokerNode(1, version), AwsDocuments.BrokerNode(2, version)]))
                .On(AwsAction.GetBootstrapBrokers, arn, AddressesOf(cluster));
        }

        foreach (var bucket in Buckets.Values) Aws.On(AwsAction.HeadBucket, bucket, AwsDocuments.BucketIn("eu-central-1"));
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

    /// <summary>The backup's bucket stands by the source, the evidence's by the target.</summary>
    public Dictionary<Side, string> Buckets { get; } = new() { [Side.Source] = "orders-backup", [Side.Target] = "orders-evidence" };

    /// <summary>What GetBootstrapBrokers answers of a cluster on which all is well.</summary>
    public static Answer AddressesOf(KafkaCluster cluster) => AwsDocuments.Bootstrap([.. Members.Where(one => cluster.Has(one.Listener)).Select(one => (one.Member, cluster.Bootstrap(one.Listener)))]);

    /// <summary>The rights that a run needs, and no other.</summary>
    public static IEnumerable<AclBinding> AllThatIsNeeded(string principal) =>
    [
        KafkaClients.Binding(principal, AclOperation.Describe, ResourceType.Broker, "kafka-cluster"),
        KafkaClients.Binding(principal, AclOperation.DescribeConfigs, ResourceType.Broker, "kafka-cluster"),
        KafkaClients.Binding(principal, AclOperation.Describe, ResourceType.Topic, "*"),
        KafkaClients.Binding(principal, AclOperation.DescribeConfigs, ResourceType.Topic, "*"),
        KafkaClients.Binding(principal, AclOperation.Describe, ResourceType.Group, "*"),
        KafkaClients.Binding(principal, AclOperation.Read, ResourceType.Topic, "__transaction_state"),
    ];

    /// <summary>Takes the caller's keys out of the environment.</summary>
    public Dictionary<string, string> WithoutKeys()
    {
        foreach (var name in new[] { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN" }) Variables.Remove(name);
        return Variables;
    }

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

    /// <summary>Lets a role be assumed, by these keys.</summary>
    public WholeProgram Role(string role, string accessKey, string secret, string token)
    {
        Aws.Accept(accessKey, secret, token).On(AwsAction.AssumeRole, role, AwsDocuments.AssumedRole(role, accessKey, secret, token));
        return this;
    }

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

        return file.Append($"    backup:\n      s3_bucket: {Buckets[Side.Source]}\n    evidence:\n      s3_bucket: {Buckets[Side.Target]}\n").ToString();
    }
}
