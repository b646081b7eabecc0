using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts;

/// <summary>Everything one run learnt of both clusters and the buckets. Immutable; no credential can be in it, for no type here can hold one.</summary>
public sealed record Snapshot
{
    /// <summary>The version of the JSON that this program writes and the newest it reads.</summary>
    public const int CurrentSchemaVersion = 1;

    /// <summary>The version of the JSON form.</summary>
    public int SchemaVersion { get; init; } = CurrentSchemaVersion;

    /// <summary>The version of the program that collected.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>When collection began, UTC, to the second.</summary>
    public required DateTimeOffset CollectedAt { get; init; }

    /// <summary>What was asked; a replay may only answer this.</summary>
    public required AskedQuestions Asked { get; init; }

    /// <summary>The source cluster.</summary>
    public required ClusterFacts Source { get; init; }

    /// <summary>The target cluster.</summary>
    public required ClusterFacts Target { get; init; }

    /// <summary>HeadBucket on <c>backup.s3_bucket</c>.</summary>
    public required Fact<Reachability> BackupBucket { get; init; }

    /// <summary>HeadBucket on <c>evidence.s3_bucket</c>.</summary>
    public required Fact<Reachability> EvidenceBucket { get; init; }

    /// <summary>Why the collection ended early, in plain words; null where it came to its end.</summary>
    public string? CutShort { get; init; }
}

/// <summary>What a collection was asked.</summary>
/// <param name="Source">Of the source cluster.</param>
/// <param name="Target">Of the target cluster.</param>
/// <param name="BackupBucket">The bucket's name.</param>
/// <param name="EvidenceBucket">The bucket's name.</param>
public sealed record AskedQuestions(AskedCluster Source, AskedCluster Target, string BackupBucket, string EvidenceBucket)
{
    /// <summary>What a collection by this plan asks.</summary>
    public static AskedQuestions Of(MigrationPlan plan)
    {
        return new AskedQuestions(Cluster(plan.Source), Cluster(plan.Target), plan.Backup.S3Bucket, plan.Evidence.S3Bucket);

        static AskedCluster Cluster(ClusterPlan side) => new(side.Arn.ToString(), side.Auth.Mode, side.BootstrapServers);
    }
}

/// <summary>Which cluster was asked, and by which way in.</summary>
/// <param name="ClusterArn">The normalised ARN.</param>
/// <param name="AuthMode">The auth mode.</param>
/// <param name="BootstrapServers">The override of the MSK API's answer, where one was given.</param>
public sealed record AskedCluster(string ClusterArn, AuthMode AuthMode, string? BootstrapServers);

/// <summary>Whether something could be reached. A definite no is a finding; not knowing is a gap in its place.</summary>
/// <param name="Error">Null where it was reached; else which step failed, in plain words and one line.</param>
/// <param name="Remark">What to know all the same, such as brokers that did not answer.</param>
public sealed record Reachability(string? Error, string? Remark = null);

/// <summary>One cluster: what the MSK API says of it and what its brokers say.</summary>
/// <param name="Msk">By the MSK API.</param>
/// <param name="Kafka">By the Kafka protocol.</param>
public sealed record ClusterFacts(MskFacts Msk, KafkaFacts Kafka);
