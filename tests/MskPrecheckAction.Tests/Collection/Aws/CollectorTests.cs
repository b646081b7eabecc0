using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>A whole collection by the SDK's real clients against the stand-in, which knows two clusters and two buckets until a test says otherwise.</summary>
[Collection(nameof(ProcessEnvironment))]
public abstract class CollectorTests : IAsyncDisposable
{
    protected const string RoleArn = "arn:aws:iam::444455556666:role/precheck";
    protected const string SecretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:secret:AmazonMSK_alice-AbCdEf";

    private protected CollectorTests()
    {
        Plan = new MigrationPlan
        {
            Source = Cluster(Side.Source, SourceArn),
            Target = Cluster(Side.Target, TargetArn),
            Backup = new BackupPlan("backup-bucket"),
            Evidence = new EvidencePlan("evidence-bucket"),
        };
        Know(SourceArn, "3.6.0", "source:9098");
        Know(TargetArn, "3.9.x.kraft", "target:9098");
        Aws.On(AwsAction.HeadBucket, "backup-bucket", AwsDocuments.BucketIn("eu-central-1")).On(AwsAction.HeadBucket, "evidence-bucket", AwsDocuments.BucketIn("eu-central-1"));
        Environment = new AwsEnvironment(Aws.Environment);
        // Elsewhere than both clusters: nothing may be signed for it.
        Environment.Set("AWS_REGION", "us-west-2");
    }

    protected AwsStandIn Aws { get; } = new();

    protected AwsEnvironment Environment { get; }

    protected string SourceArn { get; } = AwsDocuments.UniqueClusterArn("orders");

    protected string TargetArn { get; } = AwsDocuments.UniqueClusterArn("orders-kraft", "eu-north-1");

    protected MigrationPlan Plan { get; set; }

    private protected KafkaStandIn Brokers { get; } = new();

    private protected RecordingLog Log { get; } = new();

    /// <summary>Short enough for a test that waits for it.</summary>
    protected TimeSpan CallLimit { get; set; } = TimeSpan.FromSeconds(20);

    protected static CancellationToken Stop => TestContext.Current.CancellationToken;

    protected Task<Snapshot> CollectAsync(CancellationToken? stop = null) =>
        new SnapshotCollector(Brokers, TimeProvider.System) { CallLimit = CallLimit }.CollectAsync(Plan, Log, stop ?? Stop);

    protected void WithSource(AuthPlan auth, string? bootstrapServers = null) =>
        Plan = Plan with { Source = Plan.Source with { Auth = auth, BootstrapServers = bootstrapServers } };

    protected static T Known<T>(Fact<T> fact)
        where T : notnull
    {
        Assert.True(fact.TryGet(out var value, out var gap), gap?.ToString());
        return value;
    }

    protected static Gap Missing<T>(Fact<T> fact)
        where T : notnull
    {
        Assert.False(fact.TryGet(out var value, out var gap), value?.ToString());
        return gap;
    }

    private void Know(string arn, string version, string addresses) => Aws
        .On(AwsAction.DescribeClusterV2, arn, Answer.Json(AwsDocuments.Provisioned(arn, version, 3).ToJsonString()))
        .On(AwsAction.ListNodes, arn, AwsDocuments.NodePages([AwsDocuments.BrokerNode(1, version), AwsDocuments.BrokerNode(2, version)], [AwsDocuments.BrokerNode(3, version)]))
        .On(AwsAction.GetBootstrapBrokers, arn, AwsDocuments.Bootstrap(("bootstrapBrokerStringSaslIam", addresses), ("bootstrapBrokerStringSaslScram", addresses.Replace("9098", "9096", StringComparison.Ordinal))));

    private static ClusterPlan Cluster(Side side, string arn) =>
        new(side, ClusterArn.TryParse(arn, out var parsed) ? parsed : throw new ArgumentException(arn), new AuthPlan(AuthMode.Iam));

    public async ValueTask DisposeAsync()
    {
        Environment.Dispose();
        await Aws.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
