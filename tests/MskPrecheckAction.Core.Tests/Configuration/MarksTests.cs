using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class MarksTests
{
    [Theory]
    [InlineData("", 3, 3, 22)]
    [InlineData("source", 4, 5, 11)]
    [InlineData("source.cluster_arn", 5, 7, 113)]
    [InlineData("source.auth", 6, 7, 11)]
    [InlineData("source.auth.mode", 7, 9, 18)]
    [InlineData("target.auth.mode", 11, 9, 18)]
    [InlineData("backup.s3_bucket", 13, 7, 31)]
    public void A_mark_spans_key_and_value(string path, int line, int column, int endColumn) =>
        Assert.Equal(new Location("migration.yaml", line, column, line, endColumn), Migration.Read(Migration.Valid).Marks[path]);

    [Theory]
    [InlineData("source.auth.ca_path", 6, 7)]
    [InlineData("backup.kms_key_arn", 12, 5)]
    [InlineData("cutover.reverse_replication_enabled", 3, 3)]
    public void What_is_not_written_is_shown_at_the_nearest_key_above(string path, int line, int column)
    {
        var location = Migration.Read(Migration.Valid).Locate(path);
        Assert.Equal((line, column), (location.Line, location.Column));
    }

    [Theory]
    [InlineData("s3_prefix: x   # comment", 19)]
    [InlineData("s3_prefix: 'x'   ", 21)]
    [InlineData("s3_prefix: ''", 20)]
    [InlineData("s3_prefix:   ${NUMBER}", 29)]
    [InlineData("s3_prefix: 'ü😀'", 23)] // an emoji is two UTF-16 code units
    [InlineData("s3_prefix:", 16)]
    [InlineData("s3_prefix: 'a\n        b'", 16)]
    [InlineData("s3_prefix: |\n        b", 16)]
    [InlineData("s3_prefix:\n        b", 16)]
    public void A_mark_ends_where_a_value_on_its_line_does_else_where_the_key_does(string key, int endColumn) =>
        Assert.Equal(
            new Location("migration.yaml", 14, 7, 14, endColumn),
            Migration.Read(Migration.With("s3_bucket: orders-backup", "s3_bucket: orders-backup\n      " + key)).Marks["backup.s3_prefix"]);

    [Fact]
    public void Marks_in_braces_are_exact()
    {
        var file = Migration.Read(Migration.With("evidence:\n      s3_bucket: orders-evidence", "evidence: {s3_bucket: \"orders\",\n      retention : 1d}"));
        Assert.Equal(new Location("migration.yaml", 14, 5, 14, 13), file.Marks["evidence"]);
        Assert.Equal(new Location("migration.yaml", 14, 16, 14, 35), file.Marks["evidence.s3_bucket"]);
        Assert.Equal(new Location("migration.yaml", 15, 7, 15, 21), file.Marks["evidence.retention"]);
    }
}
