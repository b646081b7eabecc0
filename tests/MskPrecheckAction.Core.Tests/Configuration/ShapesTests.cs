using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class ShapesTests
{
    private const string Duration = " Write a whole number and one of ms, s, m, h, d, w, y, such as 30m";
    private const string Bucket = "Write the bucket's name alone, such as my-migration-backup.";
    private const string List = "; text that begins with { or [ or holds ': ' needs quotes.";

    [Theory]
    [InlineData("0s", 0)]
    [InlineData("1ms", 1)]
    [InlineData("2s", 2_000)]
    [InlineData("3m", 180_000)]
    [InlineData("4h", 14_400_000)]
    [InlineData("5d", 432_000_000)]
    [InlineData("6w", 3_628_800_000)]
    [InlineData("7y", 220_752_000_000)]
    [InlineData("'007y'", 220_752_000_000)]
    [InlineData("${NUMBER}d", 432_000_000)]
    [InlineData("29247y", 922_333_392_000_000)]
    public void Durations_are_a_whole_number_and_a_unit(string written, double milliseconds) =>
        Assert.Equal(milliseconds, Migration.Read(Migration.Adding("cutover", "drain_timeout: " + written)).Plan.Cutover.DrainTimeout.TotalMilliseconds);

    [Theory]
    [InlineData("30", "cutover.drain_timeout: '30' has no unit." + Duration + ".")]
    [InlineData("-1s", "cutover.drain_timeout: '-1s' is negative." + Duration + ".")]
    [InlineData("1.5h", "cutover.drain_timeout: '1.5h' is no duration." + Duration + ".")]
    [InlineData("30 m", "cutover.drain_timeout: '30 m' is no duration." + Duration + ".")]
    [InlineData("30M", "cutover.drain_timeout: '30M' has a unit that is not known." + Duration + ".")]
    [InlineData("1h30m", "cutover.drain_timeout: '1h30m' is no duration." + Duration + ".")]
    [InlineData("PT30M", "cutover.drain_timeout: 'PT30M' is no duration." + Duration + ".")]
    [InlineData("m", "cutover.drain_timeout: 'm' is no duration." + Duration + ".")]
    [InlineData("29248y", "cutover.drain_timeout: '29248y' is too long." + Duration + ".")]
    [InlineData("99999999999999999999ms", "cutover.drain_timeout: '99999999999999999999ms' is too long." + Duration + ".")]
    [InlineData("", "cutover.drain_timeout has no value." + Duration + ", or remove the key.")]
    [InlineData("[30m]", "cutover.drain_timeout is a list, not a single value." + Duration + List)]
    public void What_is_no_duration_is_refused(string written, string problem) =>
        Assert.Equal(["17:7 " + problem], Migration.Problems(Migration.Adding("cutover", "drain_timeout: " + written)));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("+5", 5)]
    [InlineData("0100", 100)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("${NUMBER}", 5)]
    [InlineData("\"${NUMBER}\"", 5)]
    public void Whole_numbers_are_read(string written, long value) =>
        Assert.Equal(value, Migration.Read(Migration.Adding("cutover", "drain_max_partition_lag: " + written)).Plan.Cutover.DrainMaxPartitionLag);

    [Theory]
    [InlineData("cutover", "drain_max_partition_lag: -1", "cutover.drain_max_partition_lag: '-1' is less than 0. Write a whole number from 0 on, such as 100.")]
    [InlineData("cutover", "drain_max_partition_lag: 1.0", "cutover.drain_max_partition_lag: '1.0' is no whole number. Write a whole number from 0 on, such as 100.")]
    [InlineData("cutover", "drain_max_partition_lag: 0x10", "cutover.drain_max_partition_lag: '0x10' is no whole number. Write a whole number from 0 on, such as 100.")]
    [InlineData("cutover", "drain_max_partition_lag: 1_000", "cutover.drain_max_partition_lag: '1_000' is no whole number. Write a whole number from 0 on, such as 100.")]
    [InlineData("cutover", "drain_max_partition_lag: many", "cutover.drain_max_partition_lag: 'many' is no whole number. Write a whole number from 0 on, such as 100.")]
    [InlineData("cutover", "drain_max_partition_lag: '5'", "cutover.drain_max_partition_lag: '5' is in quotes, which make it text. Write 5 without quotes.")]
    [InlineData("cutover", "drain_max_partition_lag: 9223372036854775808", "cutover.drain_max_partition_lag: '9223372036854775808' is out of range. Write a whole number from 0 on, such as 100.")]
    [InlineData("cutover", "drain_max_partition_lag: true", "cutover.drain_max_partition_lag: 'true' is no whole number. Write a whole number from 0 on, such as 100.")]
    [InlineData("seed", "max_concurrent_partitions: 0", "seed.max_concurrent_partitions: '0' is less than 1. Write a whole number from 1 on, such as 100.")]
    [InlineData("seed", "segment_max_bytes: 0", "seed.segment_max_bytes: '0' is less than 1. Write a whole number from 1 on, such as 100.")]
    [InlineData("validation", "count_tolerance: -1", "validation.count_tolerance: '-1' is less than 0. Write a whole number from 0 on, such as 100.")]
    [InlineData("validation", "spot_check_records_per_partition: -1", "validation.spot_check_records_per_partition: '-1' is less than 0. Write a whole number from 0 on, such as 100.")]
    public void What_is_no_whole_number_is_refused(string section, string key, string problem) =>
        Assert.Equal(["17:7 " + problem], Migration.Problems(Migration.Adding(section, key)));

    [Theory]
    [InlineData("true", true)]
    [InlineData("True", true)]
    [InlineData("FALSE", false)]
    [InlineData("${TRUE}", true)]
    [InlineData("'${TRUE}'", true)]
    public void Switches_are_true_or_false(string written, bool value) =>
        Assert.Equal(value, Migration.Read(Migration.Adding("cutover", "reverse_replication_enabled: " + written)).Plan.Cutover.ReverseReplicationEnabled);

    [Theory]
    [InlineData("yes", ": 'yes' is neither true nor false. Write true or false.")]
    [InlineData("on", ": 'on' is neither true nor false. Write true or false.")]
    [InlineData("1", ": '1' is neither true nor false. Write true or false.")]
    [InlineData("'true'", ": 'true' is in quotes, which make it text. Write true without quotes.")]
    [InlineData("\"False\"", ": 'False' is in quotes, which make it text. Write False without quotes.")]
    [InlineData("", " has no value. Write true or false, or remove the key.")]
    [InlineData("null", " has no value. Write true or false, or remove the key.")]
    [InlineData("${EMPTY}", " has no value (the environment variable EMPTY is set to nothing). Write true or false, or remove the key.")]
    [InlineData("{}", " is a block of keys, not a single value. Write true or false" + List)]
    public void What_is_neither_true_nor_false_is_refused(string written, string problem) =>
        Assert.Equal(["17:7 cutover.reverse_replication_enabled" + problem], Migration.Problems(Migration.Adding("cutover", "reverse_replication_enabled: " + written)));

    [Theory]
    [InlineData("x")]
    [InlineData("/freeze")]
    [InlineData("ftp://example.com/x")]
    [InlineData("file:///etc/passwd")]
    [InlineData("'https://exa mple.com'")]
    [InlineData("https://")]
    public void What_is_no_url_is_refused_and_not_repeated(string written) =>
        Assert.Equal(
            ["17:7 cutover.producer_freeze_webhook: the value is no URL of a web server. Write it in full, such as https://example.com/freeze."],
            Migration.Problems(Migration.Adding("cutover", "producer_freeze_webhook: " + written)));

    [Theory]
    [InlineData("abc")]
    [InlineData("a.b-c")]
    [InlineData("Old_Bucket")]
    [InlineData("'123'")]
    public void Names_that_a_bucket_may_have_are_taken(string written) =>
        Assert.Equal(written.Trim('\''), Migration.Read(Migration.With("orders-backup", written)).Plan.Backup.S3Bucket);

    [Theory]
    [InlineData("ab", ": 'ab' is shorter than the three characters a bucket's name has at least. " + Bucket)]
    [InlineData("s3://b/x", ": 's3://b/x' is a URL. " + Bucket)]
    [InlineData("arn:aws:s3:::b", ": 'arn:aws:s3:::b' is an ARN. " + Bucket)]
    [InlineData("a/b", ": 'a/b' has a path in it, which belongs in s3_prefix. " + Bucket)]
    [InlineData("-abc", ": '-abc' is no name of a bucket. " + Bucket)]
    [InlineData("a..b", ": 'a..b' is no name of a bucket. " + Bucket)]
    [InlineData("a b c", ": 'a b c' is no name of a bucket. " + Bucket)]
    [InlineData("42", " is a number to YAML, not text. Put it in quotes.")]
    [InlineData("1e5", " is a number to YAML, not text. Put it in quotes.")]
    [InlineData("true", " is true or false to YAML, not text. Put it in quotes.")]
    [InlineData("[abc]", " is a list, not a single value. Write the bucket's name alone, such as my-migration-backup" + List)]
    public void Names_that_no_bucket_has_are_refused(string written, string problem) =>
        Assert.Equal(["13:7 backup.s3_bucket" + problem], Migration.Problems(Migration.With("orders-backup", written)));

    [Fact]
    public void A_long_value_is_cut_in_its_message() =>
        Assert.Equal(
            [$"7:9 source.auth.mode: '{new string('x', 119)}...' is no auth mode. Write one of iam, scram-sha-512, mtls, tls, plaintext."],
            Migration.Problems(Migration.WithAuth($"mode: {new string('x', 119)}😀{new string('x', 99)}")));

    [Fact]
    public void A_key_that_is_no_arn_of_kms_is_noted_only() =>
        Assert.Equal(
            ["14:7 backup.kms_key_arn is no ARN of a KMS key, such as arn:aws:kms:<region>:<account>:key/<id>."],
            Migration.Notes(Migration.With("s3_bucket: orders-backup", "s3_bucket: orders-backup\n      kms_key_arn: alias/x")));

    [Theory]
    [InlineData("kms_key_arn:")]
    [InlineData("kms_key_arn: ' '")]
    [InlineData("kms_key_arn: ${EMPTY}")]
    public void A_blank_text_that_may_be_left_out_is_none(string key)
    {
        var file = Migration.Read(Migration.With("s3_bucket: orders-backup", "s3_bucket: orders-backup\n      " + key));
        Assert.Null(file.Plan.Backup.KmsKeyArn);
        Assert.Empty(file.Notes);
    }
}
