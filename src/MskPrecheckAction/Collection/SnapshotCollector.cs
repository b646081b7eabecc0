using MskPrecheckAction.Collection.Aws;
using MskPrecheckAction.Collection.Kafka;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection;

/// <summary>Asks AWS and the brokers of both clusters, all at the same time, and puts the answers together.</summary>
/// <param name="kafka">Asks the brokers.</param>
/// <param name="time">For the time of collection and of token signatures.</param>
internal sealed class SnapshotCollector(IKafkaCollector kafka, TimeProvider time) : ICollector
{
    /// <summary>How long one question to AWS may take, retries and pages included.</summary>
    public TimeSpan CallLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long an IAM token is good for.</summary>
    public TimeSpan TokenLifetime { get; init; } = TimeSpan.FromSeconds(900);

    /// <inheritdoc/>
    public async Task<Snapshot> CollectAsync(MigrationPlan plan, ICollectionLog log, CancellationToken stop)
    {
        var began = time.GetUtcNow();
        var calls = new AwsCalls(log, CallLimit, stop);
        var identity = new AwsIdentity(calls, log, plan.Source.Arn.Region, stop);
        var buckets = new BucketProbe(calls, identity.CallerAsync(), plan.Source.Arn.Region);

        var source = Cluster(plan.Source, calls, identity, log).CollectAsync(stop);
        var target = Cluster(plan.Target, calls, identity, log).CollectAsync(stop);
        var backup = buckets.ReachAsync(plan.Backup.S3Bucket);
        var evidence = plan.Evidence.S3Bucket == plan.Backup.S3Bucket ? backup : buckets.ReachAsync(plan.Evidence.S3Bucket);

        return new Snapshot
        {
            ToolVersion = ToolVersion.Current,
            CollectedAt = new DateTimeOffset(began.UtcTicks - began.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero),
            Asked = AskedQuestions.Of(plan),
            Source = await source.ConfigureAwait(false),
            Target = await target.ConfigureAwait(false),
            BackupBucket = await backup.ConfigureAwait(false),
            EvidenceBucket = await evidence.ConfigureAwait(false),
        };
    }

    private ClusterCollector Cluster(ClusterPlan side, AwsCalls calls, AwsIdentity identity, ICollectionLog log)
    {
        var own = identity.OfAsync(side);
        var msk = new MskProbe(side, calls, own);
        var signer = new IamTokenSigner(side.Arn.Region, time) { Lifetime = TokenLifetime };
        var wayIn = new WayIn(side, msk, new SecretProbe(side, calls, own), own, new IamTokenSource(side, calls, signer, log), log);
        return new ClusterCollector(side, msk, wayIn, kafka, log);
    }
}
