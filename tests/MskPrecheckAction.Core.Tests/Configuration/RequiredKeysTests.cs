using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class RequiredKeysTests
{
    private const string Arn = "Write arn:aws:kafka:<region>:<account>:cluster/<name>/<uuid>.";
    private const string Mode = "Write one of iam, scram-sha-512, mtls, tls, plaintext.";
    private const string Bucket = "Write the bucket's name alone, such as my-migration-backup.";
    private const string OrdersArn = "arn:aws:kafka:eu-central-1:111122223333:cluster/orders/1f2e3d4c-0000-4000-8000-000000000001-7";

    [Fact]
    public void Everything_that_is_missing_is_told_at_once() =>
        Assert.Equal(
            [
                "2:3 source.cluster_arn is missing. " + Arn,
                "2:3 source.auth.mode is missing. " + Mode,
                "2:3 target.cluster_arn is missing. " + Arn,
                "2:3 target.auth.mode is missing. " + Mode,
                "2:3 backup.s3_bucket is missing. " + Bucket,
                "2:3 evidence.s3_bucket is missing. " + Bucket,
            ],
            Migration.Problems("enterprise:\n  msk_kraft_migration:\n    enabled: true\n"));

    [Theory]
    [InlineData("      cluster_arn: " + OrdersArn + "\n", "", "4:5 source.cluster_arn is missing. " + Arn)]
    [InlineData(OrdersArn, "", "5:7 source.cluster_arn has no value. " + Arn)]
    [InlineData(OrdersArn, "~", "5:7 source.cluster_arn has no value. " + Arn)]
    [InlineData(OrdersArn, "' '", "5:7 source.cluster_arn has no value. " + Arn)]
    [InlineData("      auth:\n        mode: iam\n", "", "4:5 source.auth.mode is missing. " + Mode)]
    [InlineData("        mode: iam\n", "", "6:7 source.auth.mode is missing. " + Mode)]
    [InlineData("mode: iam", "mode:", "7:9 source.auth.mode has no value. " + Mode)]
    [InlineData("      s3_bucket: orders-backup\n", "", "12:5 backup.s3_bucket is missing. " + Bucket)]
    [InlineData("    backup:\n      s3_bucket: orders-backup\n", "", "3:3 backup.s3_bucket is missing. " + Bucket)]
    [InlineData("s3_bucket: orders-backup", "s3_bucket: ''", "13:7 backup.s3_bucket has no value. " + Bucket)]
    public void What_is_missing_is_shown_at_the_nearest_key_above(string was, string now, string problem) =>
        Assert.Equal([problem], Migration.Problems(Migration.With(was, now)));

    [Theory]
    [InlineData("source:", "sorce:", "4:5 source is missing: 'sorce' stands here. Write source.")]
    [InlineData("cluster_arn:", "clusterArn:", "5:7 source.cluster_arn is missing: 'clusterArn' stands here. Write cluster_arn.")]
    [InlineData("auth:", "auht:", "6:7 source.auth is missing: 'auht' stands here. Write auth.")]
    [InlineData("mode:", "Mode:", "7:9 source.auth.mode is missing: 'Mode' stands here. Write mode.")]
    [InlineData("s3_bucket:", "s3-bucket:", "13:7 backup.s3_bucket is missing: 's3-bucket' stands here. Write s3_bucket.")]
    [InlineData("evidence:", "evidnce:", "14:5 evidence is missing: 'evidnce' stands here. Write evidence.")]
    public void A_misspelled_key_is_recognised_and_what_it_holds_is_read(string was, string now, string problem) =>
        Assert.Equal([problem], Migration.Problems(Migration.With(was, now)));

    [Theory]
    [InlineData("      auth:\n        mode: iam\n", "      auth: iam\n", "6:7 source.auth is a single value, not a block of keys. Write below it, indented: mode, username, password, secret_arn, certificate_path, key_path, ca_path, role_arn.")]
    [InlineData("    source:\n", "    source: []\n    other:\n", "4:5 source is a list, not a block of keys. Write below it, indented: cluster_arn, auth, bootstrap_servers.")]
    [InlineData("    evidence:\n      s3_bucket: orders-evidence\n", "    evidence: orders\n", "14:5 evidence is a single value, not a block of keys. Write below it, indented: s3_bucket, s3_prefix, retention, signing_key_path.")]
    public void Another_thing_in_the_place_of_keys_is_told_once(string was, string now, string problem) =>
        Assert.Equal([problem], Migration.Problems(Migration.With(was, now)));

    [Fact]
    public void Problems_stand_in_the_order_of_the_file()
    {
        var problems = Migration.Problems(Migration.Valid
            .Replace("orders-evidence", "'a/b'", StringComparison.Ordinal)
            .Replace("mode: iam", "mode: no", StringComparison.Ordinal)
            .Replace("orders-backup", "[]", StringComparison.Ordinal) + "    seed: {max_concurrent_partitions: 0}\n    enabled: no\n    validation: 5\n");
        Assert.Equal(["7:9", "11:9", "13:7", "15:7", "16:12", "17:5", "18:5"], problems.Select(problem => problem[..problem.IndexOf(' ', StringComparison.Ordinal)]));
    }

    [Fact]
    public void Beyond_two_hundred_problems_the_rest_is_counted()
    {
        var problems = Migration.Problems(Migration.Valid + string.Concat(Enumerable.Repeat("    enabled: true\n", 1302)));
        Assert.Equal(201, problems.Length);
        Assert.Equal("1:1 1,101 more problems are not shown.", problems[^1]);
    }
}
