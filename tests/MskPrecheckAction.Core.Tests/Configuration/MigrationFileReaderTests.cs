using System.Text;
using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class MigrationFileReaderTests
{
    private const string Full = """
        enterprise:
          license: somebody else's
          msk_kraft_migration:
            enabled: True
            source:
              cluster_arn: " arn:aws:kafka:EU-Central-1:111122223333:cluster/Orders/1F2E3D4C-0000-4000-8000-000000000001-7 "
              auth: {mode: scram-sha-512, username: 'pre check', password: "x: #1 ${NUMBER} $${y}", ca_path: ca.pem, role_arn: 'arn:aws:iam::111122223333:role/a/b'}
              bootstrap_servers: b-1:9096, b-2:9096
            target:
              cluster_arn: arn:aws-us-gov:kafka:us-gov-west-1:111122223333:cluster/orders/9a8b7c6d-0000-4000-8000-000000000002-s2
              auth:
                mode: MTLS
                certificate_path: c.pem
                key_path: k.pem
            backup: {s3_bucket: b.1, s3_prefix: p/, kms_key_arn: 'arn:aws:kms:eu-central-1:111122223333:key/k'}
            evidence: {s3_bucket: evidence, s3_prefix: e/, retention: 2w, signing_key_path: s.pem}
            cutover:
              drain_timeout: 2h
              drain_max_partition_lag: 7
              drain_stable_window: 1500ms
              max_producer_freeze: 3d
              producer_freeze_webhook: https://example.com/freeze?a=b
              reverse_replication_enabled: true
            validation: {count_tolerance: 0, spot_check_records_per_partition: 0}
            seed: {max_concurrent_partitions: 1, segment_max_bytes: 9223372036854775807}
            topology: {on_config_drift: a}
            acl: {on_drift: b}
        """;

    [Fact]
    public void Every_key_is_read()
    {
        var file = Migration.Read(Full);
        Assert.Empty(file.Notes);
        var plan = file.Plan;
        Assert.Equal("arn:aws:kafka:eu-central-1:111122223333:cluster/Orders/1f2e3d4c-0000-4000-8000-000000000001-7", plan.Source.Arn.ToString());
        Assert.Equal("b-1:9096,b-2:9096", plan.Source.BootstrapServers);
        Assert.Equal("x: #1 5 ${y}", plan.Source.Auth.Password!.Reveal());
        Assert.Equal(
            new AuthPlan(AuthMode.ScramSha512) { Username = "pre check", Password = plan.Source.Auth.Password, CaPath = "ca.pem", RoleArn = "arn:aws:iam::111122223333:role/a/b" },
            plan.Source.Auth);
        Assert.Equal(new AuthPlan(AuthMode.Mtls) { CertificatePath = "c.pem", KeyPath = "k.pem" }, plan.Target.Auth);
        Assert.Equal(new BackupPlan("b.1", "p/", "arn:aws:kms:eu-central-1:111122223333:key/k"), plan.Backup);
        Assert.Equal(new EvidencePlan("evidence", "e/", "s.pem") { Retention = TimeSpan.FromDays(14) }, plan.Evidence);
        Assert.Equal(
            new CutoverPlan
            {
                DrainTimeout = TimeSpan.FromHours(2),
                DrainMaxPartitionLag = 7,
                DrainStableWindow = TimeSpan.FromMilliseconds(1500),
                MaxProducerFreeze = TimeSpan.FromDays(3),
                ProducerFreezeWebhook = new Uri("https://example.com/freeze?a=b"),
                ReverseReplicationEnabled = true,
            },
            plan.Cutover);
        Assert.Equal(new ValidationPlan { CountTolerance = 0, SpotCheckRecordsPerPartition = 0 }, plan.Validation);
        Assert.Equal(new SeedPlan { MaxConcurrentPartitions = 1, SegmentMaxBytes = long.MaxValue }, plan.Seed);
        Assert.Equal(("a", "b"), (plan.TopologyOnConfigDrift, plan.AclOnDrift));
    }

    [Theory]
    [InlineData("")]
    [InlineData("    cutover:\n    validation: {}\n    seed: ~\n    topology:\n    acl:\n")]
    public void What_is_not_written_has_its_default(string more)
    {
        var plan = Migration.Read(Migration.Valid + more).Plan;
        Assert.True(plan.Enabled);
        Assert.Equal(TimeSpan.FromDays(2555), plan.Evidence.Retention);
        Assert.Equal(new CutoverPlan(), plan.Cutover);
        Assert.Equal(new ValidationPlan(), plan.Validation);
        Assert.Equal(new SeedPlan(), plan.Seed);
        Assert.Equal(("overwrite_with_source", "merge"), (plan.TopologyOnConfigDrift, plan.AclOnDrift));
    }

    [Fact]
    public void The_sample_is_read_without_a_note() =>
        Assert.Empty(Migration.Read(File.ReadAllText(Path.Combine(Golden.Root, "templates/migration.yaml"))).Notes);

    [Fact]
    public void The_sample_shows_every_key()
    {
        var sample = File.ReadAllText(Path.Combine(Golden.Root, "templates/migration.yaml"));
        Assert.All(
            MskPrecheckAction.Configuration.Reading.KnownKeys.All,
            path => Assert.Contains(path[(path.LastIndexOf('.') + 1)..] + ":", sample, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_every_system_are_the_same(string lineEnd)
    {
        var (file, other) = (Migration.Read(Full), Migration.Read(Full.ReplaceLineEndings(lineEnd)));
        Assert.Equal(file.Marks.OrderBy(mark => mark.Key), other.Marks.OrderBy(mark => mark.Key));
        Assert.Equal(file.Plan.Cutover, other.Plan.Cutover);
    }

    [Fact]
    public void A_byte_order_mark_moves_no_column()
    {
        var file = Migration.Read("\uFEFF" + Migration.Valid["# comment\n".Length..]);
        Assert.Equal(new Location("migration.yaml", 2, 3, 2, 22), file.Marks[""]);
    }

    [Fact]
    public void Keys_of_others_are_left_alone()
    {
        const string others = "source: {auth: {mode: *x}}\nsource: again\n? [a]\n: b\nenterprise2: ${NOPE}\n";
        Assert.Empty(Migration.Notes(others + Migration.Valid + "  other: &y {x: *y, x: !z 1, <<: *y}\n"));
    }

    [Fact]
    public void A_migration_that_is_switched_off_is_noted()
    {
        Assert.False(Migration.Read(Migration.Valid + "    enabled: false\n").Plan.Enabled);
        Assert.Equal(
            ["16:5 enabled is false: the migration is switched off. The precheck is made all the same."],
            Migration.Notes(Migration.Valid + "    enabled: false\n"));
    }

    [Fact]
    public void Nothing_outlives_a_problem()
    {
        Assert.False(MigrationFileReader.TryRead("m.yaml", Encoding.UTF8.GetBytes("a: 1"), _ => null, out var file, out var problems));
        Assert.Null(file);
        Assert.Equal(new Location("m.yaml", 1, 1, 1, 1), Assert.Single(problems).Location);
    }
}
