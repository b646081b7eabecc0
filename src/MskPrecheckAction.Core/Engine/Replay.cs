using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Engine;

/// <summary>Fits a recording to a migration file: it may only answer what it was asked.</summary>
public static class Replay
{
    /// <summary>The recording with a gap for everything that this file asks and the recording was not asked; null where it is of other clusters.</summary>
    public static (Snapshot? Snapshot, IReadOnlyList<ConfigProblem> Problems) Fit(MigrationFile file, Snapshot recorded)
    {
        var (plan, asked) = (file.Plan, recorded.Asked);
        ConfigProblem[] problems = [.. OtherCluster(file, plan.Source, asked.Source), .. OtherCluster(file, plan.Target, asked.Target)];
        return problems.Length > 0 ? (null, problems) : (recorded with
        {
            Source = recorded.Source with { Kafka = Fit(plan.Source, asked.Source, recorded.Source.Kafka) },
            Target = recorded.Target with { Kafka = Fit(plan.Target, asked.Target, recorded.Target.Kafka) },
            BackupBucket = Bucket(plan.Backup.S3Bucket, (asked.BackupBucket, recorded.BackupBucket), (asked.EvidenceBucket, recorded.EvidenceBucket)),
            EvidenceBucket = Bucket(plan.Evidence.S3Bucket, (asked.EvidenceBucket, recorded.EvidenceBucket), (asked.BackupBucket, recorded.BackupBucket)),
        }, []);
    }

    private static IEnumerable<ConfigProblem> OtherCluster(MigrationFile file, ClusterPlan plan, AskedCluster asked)
    {
        var isArn = ClusterArn.TryParse(asked.ClusterArn, out var arn);
        if (!isArn || arn != plan.Arn)
        {
            var path = plan.Side.ArnPath();
            yield return new ConfigProblem(
                $"{path} is {plan.Arn}, but the snapshot was taken of {(isArn ? asked.ClusterArn : "something that is no cluster's ARN")}: collect a new one, or name the file it belongs to.", file.Locate(path));
        }
    }

    private static KafkaFacts Fit(ClusterPlan plan, AskedCluster asked, KafkaFacts recorded)
    {
        var reason = plan.Auth.Mode != asked.AuthMode ? $"the snapshot was taken with {asked.AuthMode.Spelling()}, not with {plan.Auth.Mode.Spelling()}"
            : Servers(plan.BootstrapServers) != Servers(asked.BootstrapServers) ? "the snapshot was taken by other bootstrap servers"
            : null;
        if (reason is null)
        {
            return recorded;
        }

        var gap = new Gap($"Kafka protocol of the {plan.Side.Word()} cluster", GapCause.NotAsked, reason);
        return KafkaFacts.NoWayIn(Fact<Reachability>.Missing(gap), gap);
    }

    private static string Servers(string? servers) => servers?.Trim() ?? "";

    // A bucket is the same bucket in either role.
    private static Fact<Reachability> Bucket(string name, params IReadOnlyList<(string Name, Fact<Reachability> Fact)> asked) =>
        asked.Where(one => one.Name == name).Select(one => one.Fact).FirstOrDefault()
            ?? Fact<Reachability>.Missing(new Gap($"HeadBucket of '{name}'", GapCause.NotAsked, "the snapshot was taken with another bucket"));
}
