using System.Globalization;
using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>The side that a fault breaks, and what there is to break it with.</summary>
internal sealed class BrokenSide(WholeProgram program, Side side, StrictBrokers strict) : IAsyncDisposable
{
    private readonly Stack<IAsyncDisposable> kept = [];
    private string? folder;

    public Side Side => side;

    public WholeProgram Program => program;

    public KafkaCluster Cluster => program.Of(side);

    public AwsStandIn Aws => program.Aws;

    public string Arn => side is Side.Source ? Given.SourceArn : Given.TargetArn;

    /// <summary>The version of Kafka that MSK says of the cluster.</summary>
    public string Version => side is Side.Source ? WholeProgram.SourceVersion : WholeProgram.TargetVersion;

    /// <summary>Brokers with demands and defects.</summary>
    public StrictBrokers Strict => strict;

    /// <summary>The side's bucket: the backup's stands by the source, the evidence's by the target.</summary>
    public string Bucket
    {
        get => program.Buckets[side];
        set => program.Buckets[side] = value;
    }

    /// <summary>An authority that nobody knows.</summary>
    public TestCertificates Stranger => field ??= new TestCertificates(Folder);

    /// <summary>The line of the broker authority's file.</summary>
    public string CaPath => "ca_path: " + Cluster.Certificates.CaPath;

    /// <summary>How it is entered, at addresses of the fault's own.</summary>
    public void At(string servers, params string[] auth) => program.At(side, servers, auth);

    /// <summary>How it is entered, at the addresses that MSK gives.</summary>
    public void Auth(params string[] auth) => program.Auth(side, auth);

    /// <summary>By SCRAM at a listener, with the canary for a password.</summary>
    public void ScramAt(KafkaListener listener, string user) => At(
        Cluster.Bootstrap(listener, 1), "mode: scram-sha-512", "username: " + user, $"password: \"{Canaries.Password}\"", CaPath);

    /// <summary>What MSK answers to every question about the cluster.</summary>
    public void OfMsk(Answer answer)
    {
        foreach (var action in new[] { AwsAction.DescribeClusterV2, AwsAction.ListNodes, AwsAction.GetBootstrapBrokers }) Aws.On(action, Arn, answer);
    }

    /// <summary>What MSK answers in turn to each question about the cluster, made of the right answer.</summary>
    public void Each(Func<Answer, Answer[]> answers) => Aws
        .On(AwsAction.DescribeClusterV2, Arn, answers(Answer.Json(AwsDocuments.Provisioned(Arn, Version, 2).ToJsonString())))
        .On(AwsAction.ListNodes, Arn, answers(Answer.Json(new { nodeInfoList = new[] { AwsDocuments.BrokerNode(1, Version), AwsDocuments.BrokerNode(2, Version) } })))
        .On(AwsAction.GetBootstrapBrokers, Arn, answers(WholeProgram.AddressesOf(Cluster)));

    /// <summary>What MSK answers to the question for addresses.</summary>
    public void Addresses(Answer answer) => Aws.On(AwsAction.GetBootstrapBrokers, Arn, answer);

    /// <summary>A file with this text.</summary>
    public string File(string name, string text)
    {
        var file = Path.Combine(Folder, name);
        System.IO.File.WriteAllText(file, text);
        return file;
    }

    /// <summary>The address of a proxy before the first broker.</summary>
    public string Proxied(ProxyBehaviour behaviour)
    {
        var port = int.Parse(Cluster.Bootstrap(broker: 1).Split(':')[1], CultureInfo.InvariantCulture);
        var proxy = Keep(new TcpProxy(port) { Behaviour = behaviour });
        return $"127.0.0.1:{proxy.Port}";
    }

    /// <summary>Disposes of it after the run.</summary>
    public T Keep<T>(T one)
        where T : IAsyncDisposable
    {
        kept.Push(one);
        return one;
    }

    public async ValueTask DisposeAsync()
    {
        while (kept.TryPop(out var one)) await one.DisposeAsync();
        if (folder is not null) Directory.Delete(folder, recursive: true);
    }

    private string Folder => folder ??= Directory.CreateTempSubdirectory("fault-").FullName;
}
