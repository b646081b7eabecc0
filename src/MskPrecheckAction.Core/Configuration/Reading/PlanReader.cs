using MskPrecheckAction.Configuration.Shapes;

namespace MskPrecheckAction.Configuration.Reading;

/// <summary>Reads the block key by key into a plan.</summary>
internal static class PlanReader
{
    /// <summary>The plan; null when a problem was added.</summary>
    public static MigrationPlan? Read(BlockReading reading, Section block)
    {
        var enabled = block.Optional("enabled", Measures.Switch, true);
        if (!enabled)
        {
            reading.Note(reading.Marks["enabled"], () => "enabled is false: the migration is switched off. The precheck is made all the same.");
        }

        var (source, target) = (Cluster(Side.Source), Cluster(Side.Target));
        var (backup, evidence) = (Backup(reading, block.Child("backup", isRequired: true)), Evidence(block.Child("evidence", isRequired: true)));
        var plan = (source, target, backup, evidence) is ({ } from, { } to, { } copies, { } proofs)
            ? new MigrationPlan { Enabled = enabled, Source = from, Target = to, Backup = copies, Evidence = proofs }
            : null;
        var (cutover, validation, seed) = (Cutover(block.Child("cutover")), Validation(block.Child("validation")), Seed(block.Child("seed")));
        var onConfigDrift = block.Child("topology").Optional("on_config_drift", Texts.Free, null);
        var onAclDrift = block.Child("acl").Optional("on_drift", Texts.Free, null);
        if (plan is null || !reading.IsSound)
        {
            return null;
        }

        plan = plan with { Cutover = cutover, Validation = validation, Seed = seed };
        return plan with { TopologyOnConfigDrift = onConfigDrift ?? plan.TopologyOnConfigDrift, AclOnDrift = onAclDrift ?? plan.AclOnDrift };

        ClusterPlan? Cluster(Side side)
        {
            var section = block.Child(side.Word(), isRequired: true);
            var arn = section.Required("cluster_arn", Arns.Cluster);
            var auth = AuthReader.Read(reading, section.Child("auth", isRequired: true));
            var servers = section.Optional("bootstrap_servers", BootstrapServers.Shape, null);
            return arn is null || auth is null ? null : new ClusterPlan(side, arn, auth, servers);
        }
    }

    private static BackupPlan? Backup(BlockReading reading, Section section)
    {
        var bucket = section.Required("s3_bucket", Texts.Bucket);
        var prefix = section.Optional("s3_prefix", Texts.Free, null);
        var key = section.Optional("kms_key_arn", Texts.Free, null)?.Trim();
        if (key is not null && !Arns.IsKmsKey(key))
        {
            // No error: the key is never asked for here, and W03 stands for any.
            reading.Note(reading.Marks["backup.kms_key_arn"], () => "backup.kms_key_arn is no ARN of a KMS key, such as arn:aws:kms:<region>:<account>:key/<id>.");
        }

        return bucket is null ? null : new BackupPlan(bucket, prefix, key);
    }

    private static EvidencePlan? Evidence(Section section)
    {
        var bucket = section.Required("s3_bucket", Texts.Bucket);
        var plan = new EvidencePlan(bucket ?? "", section.Optional("s3_prefix", Texts.Free, null), section.Optional("signing_key_path", Texts.Free, null));
        plan = plan with { Retention = section.Optional("retention", Measures.Duration, plan.Retention) };
        return bucket is null ? null : plan;
    }

    private static CutoverPlan Cutover(Section section)
    {
        var usual = new CutoverPlan();
        return new CutoverPlan
        {
            DrainTimeout = section.Optional("drain_timeout", Measures.Duration, usual.DrainTimeout),
            DrainMaxPartitionLag = section.Optional("drain_max_partition_lag", Measures.WholeFrom(0), usual.DrainMaxPartitionLag),
            DrainStableWindow = section.Optional("drain_stable_window", Measures.Duration, usual.DrainStableWindow),
            MaxProducerFreeze = section.Optional("max_producer_freeze", Measures.Duration, usual.MaxProducerFreeze),
            ProducerFreezeWebhook = section.Optional("producer_freeze_webhook", Texts.Url, null),
            ReverseReplicationEnabled = section.Optional("reverse_replication_enabled", Measures.Switch, false),
        };
    }

    private static ValidationPlan Validation(Section section)
    {
        var usual = new ValidationPlan();
        return new ValidationPlan
        {
            CountTolerance = section.Optional("count_tolerance", Measures.WholeFrom(0), usual.CountTolerance),
            SpotCheckRecordsPerPartition = section.Optional("spot_check_records_per_partition", Measures.WholeFrom(0), usual.SpotCheckRecordsPerPartition),
        };
    }

    private static SeedPlan Seed(Section section)
    {
        var usual = new SeedPlan();
        return new SeedPlan
        {
            MaxConcurrentPartitions = section.Optional("max_concurrent_partitions", Measures.WholeFrom(1), usual.MaxConcurrentPartitions),
            SegmentMaxBytes = section.Optional("segment_max_bytes", Measures.WholeFrom(1), usual.SegmentMaxBytes),
        };
    }
}
