using System.Text;
using System.Text.Json;
using MskPrecheckAction.Aws;
using MskPrecheckAction.Collection;
using MskPrecheckAction.Collection.Aws;
using MskPrecheckAction.Collection.Kafka;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using MskPrecheckAction.Tests.Surface;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>
/// The program with its real collectors on real brokers, and an AWS stand-in in which all is well until a test says otherwise. It sets variables of the whole
/// process: for tests that run alone (<see cref="ProcessEnvironment"/>).
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
        Environment = new AwsEnvironment(Aws.Environment);
        Auth(Side.Source, "mode: plaintext");
        Auth(Side.Target, "mode: plaintext");
    }

    public KafkaCluster Source { get; }

    public KafkaCluster Target { get; }

    public AwsStandIn Aws { get; } = new();

    public AwsEnvironment Environment { get; }

    /// <summary>The lines under a side's auth key, and those after it.</summary>
    public Dictionary<Side, (string[] Auth, string? Servers)> Sides { get; } = [];

    /// <summary>How a side is entered.</summary>
    public WholeProgram Auth(Side side, params string[] lines)
    {
        Sides[side] = (lines, null);
        return this;
    }

    /// <summary>How a side is entered, at addresses of a test's own.</summary>
    public WholeProgram At(Side side, string servers, params string[] lines)
    {
        Sides[side] = (lines, servers);
        return this;
    }

    /// <summary>By SCRAM, with the login in the file.</summary>
    public WholeProgram Scram(Side side, string user, string password) => Auth(
        side, "mode: scram-sha-512", "username: " + user, "password: " + password, "ca_path: " + (side is Side.Source ? Source : Target).Certificates.CaPath);

    /// <summary>Runs it, on a plain console unless told otherwise.</summary>
    public async Task<WholeRun> RunAsync(Func<ProgramRig, ProgramRig>? host = null, params string[] words)
    {
        using var rig = new ProgramRig { Collector = new SnapshotCollector(new KafkaCollector(), TimeProvider.System) };
        host?.Invoke(rig);
        foreach (var name in new[] { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN" })
        {
            if (System.Environment.GetEnvironmentVariable(name) is { } value) rig.Variables[name] = value;
        }

        (rig.Variables["RUNNER_DEBUG"], rig.Variables["SYSTEM_DEBUG"]) = ("1", "true");
        rig.Write("migration.yaml", File());
        var watch = System.Diagnostics.Stopwatch.StartNew();
        var exit = await rig.RunAsync(words);
        return new WholeRun(exit, watch.Elapsed, rig.Out, rig.Error, Everything(rig), rig.Has("msk-precheck/msk-precheck.json") ? rig.Read("msk-precheck/msk-precheck.json") : "{}");
    }

    public async ValueTask DisposeAsync()
    {
        Environment.Dispose();
        await Aws.DisposeAsync();
    }

    // All that was written but for what tells a CI host what to mask, and but for the file that the test wrote.
    private static string Everything(ProgramRig rig)
    {
        var all = new StringBuilder();
        foreach (var line in (rig.Out + "\n" + rig.Error).Split('\n'))
        {
            if (!line.StartsWith("::add-mask::", StringComparison.Ordinal) && !line.StartsWith("##vso[task.setsecret]", StringComparison.Ordinal)) all.Append(line).Append('\n');
        }

        foreach (var file in Directory.EnumerateFiles(rig.Folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "migration.yaml")) all.Append(System.IO.File.ReadAllText(file));
        if (!Directory.Exists(rig.Folder + "-runner")) return all.ToString();
        foreach (var file in Directory.EnumerateFiles(rig.Folder + "-runner", "*", SearchOption.AllDirectories)) all.Append(System.IO.File.ReadAllText(file));
        return all.ToString();
    }

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

/// <summary>What came of a run.</summary>
/// <param name="Exit">The exit code.</param>
/// <param name="Took">How long it took.</param>
/// <param name="Out">Standard output.</param>
/// <param name="Error">Standard error.</param>
/// <param name="Everything">Every byte that was written, mask commands excepted.</param>
/// <param name="Json">msk-precheck.json.</param>
internal sealed record WholeRun(int Exit, TimeSpan Took, string Out, string Error, string Everything, string Json)
{
    /// <summary>The checks of the report by code.</summary>
    public IReadOnlyDictionary<string, JudgedCheck> Checks { get; } = Read(Json);

    /// <summary>One check in words, for a test's failure.</summary>
    public string Words => string.Join('\n', Checks.Values) + "\n" + Out + Error;

    private static Dictionary<string, JudgedCheck> Read(string json)
    {
        using var report = JsonDocument.Parse(json);
        return report.RootElement.TryGetProperty("checks", out var checks)
            ? checks.EnumerateArray().Select(Judged).ToDictionary(check => check.Code)
            : [];
    }

    private static JudgedCheck Judged(JsonElement check) => new(
        check.GetProperty("code").GetString()!,
        check.GetProperty("outcome").GetString()!,
        [.. check.GetProperty("findings").EnumerateArray().Select(finding => finding.GetProperty("message").GetString()!)],
        check.TryGetProperty("gaps", out var gaps) ? [.. gaps.EnumerateArray().Select(gap => (Text(gap, "asked"), Text(gap, "reason"), Text(gap, "permission")))] : [],
        Text(check, "remark"));

    private static string Text(JsonElement element, string name) => element.TryGetProperty(name, out var value) ? value.GetString()! : "";
}

/// <summary>A check as the report has it.</summary>
internal sealed record JudgedCheck(string Code, string Outcome, string[] Messages, (string Asked, string Reason, string Permission)[] Gaps, string Remark)
{
    /// <summary>Outcome and messages: what a right that is missing elsewhere must not change.</summary>
    public string Verdict => $"{Code} {Outcome} {string.Join(" | ", Messages)}";

    public override string ToString() => $"{Verdict} {string.Join(" | ", Gaps.Select(gap => $"[{gap.Asked}: {gap.Reason} ({gap.Permission})]"))} {Remark}";
}
