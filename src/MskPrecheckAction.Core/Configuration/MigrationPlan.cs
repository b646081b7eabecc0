namespace MskPrecheckAction.Configuration;

/// <summary>What <c>enterprise.msk_kraft_migration</c> says, checked and with defaults filled in.</summary>
public sealed record MigrationPlan
{
    /// <summary><c>enabled</c>.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary><c>source</c>: the ZooKeeper-mode cluster.</summary>
    public required ClusterPlan Source { get; init; }

    /// <summary><c>target</c>: the KRaft-mode cluster.</summary>
    public required ClusterPlan Target { get; init; }

    /// <summary><c>backup</c>.</summary>
    public required BackupPlan Backup { get; init; }

    /// <summary><c>evidence</c>.</summary>
    public required EvidencePlan Evidence { get; init; }

    /// <summary><c>cutover</c>.</summary>
    public CutoverPlan Cutover { get; init; } = new();

    /// <summary><c>validation</c>.</summary>
    public ValidationPlan Validation { get; init; } = new();

    /// <summary><c>seed</c>.</summary>
    public SeedPlan Seed { get; init; } = new();

    /// <summary><c>topology.on_config_drift</c>.</summary>
    public string TopologyOnConfigDrift { get; init; } = "overwrite_with_source";

    /// <summary><c>acl.on_drift</c>.</summary>
    public string AclOnDrift { get; init; } = "merge";

    /// <summary>The plan of one side.</summary>
    public ClusterPlan Of(Side side) => side is Side.Source ? Source : Target;
}

/// <summary>One cluster and the way in.</summary>
/// <param name="Side">Which of the two.</param>
/// <param name="Arn"><c>cluster_arn</c>.</param>
/// <param name="Auth"><c>auth</c>.</param>
/// <param name="BootstrapServers"><c>bootstrap_servers</c>: <c>host:port</c> by comma, in place of what the MSK API answers.</param>
public sealed record ClusterPlan(Side Side, ClusterArn Arn, AuthPlan Auth, string? BootstrapServers = null);

/// <summary>How to log in to a cluster.</summary>
/// <param name="Mode"><c>mode</c>.</param>
public sealed record AuthPlan(AuthMode Mode)
{
    /// <summary><c>username</c>, for scram-sha-512 without <c>secret_arn</c>.</summary>
    public string? Username { get; init; }

    /// <summary><c>password</c>, for scram-sha-512 without <c>secret_arn</c>.</summary>
    public Secret? Password { get; init; }

    /// <summary><c>secret_arn</c>: a Secrets Manager secret with <c>username</c> and <c>password</c>.</summary>
    public string? SecretArn { get; init; }

    /// <summary><c>certificate_path</c>: the client certificate, PEM.</summary>
    public string? CertificatePath { get; init; }

    /// <summary><c>key_path</c>: the client's private key, PEM.</summary>
    public string? KeyPath { get; init; }

    /// <summary><c>ca_path</c>: the authorities the brokers' certificates are checked against, PEM; the system's where it is not given.</summary>
    public string? CaPath { get; init; }

    /// <summary><c>role_arn</c>: assumed for this side's MSK and secret calls and its Kafka IAM token.</summary>
    public string? RoleArn { get; init; }
}

/// <summary><c>backup</c>: where the copied data goes on its way.</summary>
/// <param name="S3Bucket"><c>s3_bucket</c>.</param>
/// <param name="S3Prefix"><c>s3_prefix</c>.</param>
/// <param name="KmsKeyArn"><c>kms_key_arn</c>; null where it is absent or blank.</param>
public sealed record BackupPlan(string S3Bucket, string? S3Prefix = null, string? KmsKeyArn = null);

/// <summary><c>evidence</c>: where the migration's proofs go.</summary>
/// <param name="S3Bucket"><c>s3_bucket</c>.</param>
/// <param name="S3Prefix"><c>s3_prefix</c>.</param>
/// <param name="SigningKeyPath"><c>signing_key_path</c>.</param>
public sealed record EvidencePlan(string S3Bucket, string? S3Prefix = null, string? SigningKeyPath = null)
{
    /// <summary><c>retention</c>; a year is 365 days.</summary>
    public TimeSpan Retention { get; init; } = TimeSpan.FromDays(7 * 365);
}

/// <summary><c>cutover</c>: the switch of the clients.</summary>
public sealed record CutoverPlan
{
    /// <summary><c>drain_timeout</c>.</summary>
    public TimeSpan DrainTimeout { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary><c>drain_max_partition_lag</c>, in records.</summary>
    public long DrainMaxPartitionLag { get; init; } = 100;

    /// <summary><c>drain_stable_window</c>.</summary>
    public TimeSpan DrainStableWindow { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary><c>max_producer_freeze</c>.</summary>
    public TimeSpan MaxProducerFreeze { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary><c>producer_freeze_webhook</c>; never called by this program.</summary>
    public Uri? ProducerFreezeWebhook { get; init; }

    /// <summary><c>reverse_replication_enabled</c>.</summary>
    public bool ReverseReplicationEnabled { get; init; }
}

/// <summary><c>validation</c>: how closely the copy is compared.</summary>
public sealed record ValidationPlan
{
    /// <summary><c>count_tolerance</c>, in records.</summary>
    public long CountTolerance { get; init; } = 1;

    /// <summary><c>spot_check_records_per_partition</c>.</summary>
    public long SpotCheckRecordsPerPartition { get; init; } = 3;
}

/// <summary><c>seed</c>: the first full copy.</summary>
public sealed record SeedPlan
{
    /// <summary><c>max_concurrent_partitions</c>.</summary>
    public long MaxConcurrentPartitions { get; init; } = 4;

    /// <summary><c>segment_max_bytes</c>.</summary>
    public long SegmentMaxBytes { get; init; } = 33_554_432;
}
