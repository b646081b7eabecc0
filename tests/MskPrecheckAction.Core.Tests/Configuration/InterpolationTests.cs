using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class InterpolationTests
{
    private const string Escape = "write $${ for a ${ that is meant as it stands.";

    [Theory]
    [InlineData("'a${NUMBER}b${NUMBER}'", "a5b5")]
    [InlineData("$${NUMBER}", "${NUMBER}")]
    [InlineData("$$${NUMBER}", "$${NUMBER}")]
    [InlineData("${NUMBER}$${NUMBER}", "5${NUMBER}")]
    [InlineData("$NUMBER", "$NUMBER")]
    [InlineData("a$", "a$")]
    [InlineData("'{NUMBER}'", "{NUMBER}")]
    [InlineData("${YAML}", "{a: [b, *c]}")]
    [InlineData("\"\\u0024{NUMBER}\"", "5")]
    [InlineData("|\n        ${NUMBER}\n        x", "5\nx\n")]
    public void Variables_are_replaced_once_yaml_was_read(string written, string value) =>
        Assert.Equal(value, Migration.Read(Prefix(written)).Plan.Backup.S3Prefix);

    [Fact]
    public void An_arn_out_of_a_variable_is_read_like_one_that_is_written() =>
        Assert.Equal(
            "arn:aws:kafka:eu-central-1:111122223333:cluster/orders/1f2e3d4c-0000-4000-8000-000000000001-7",
            Migration.Read(Migration.With("arn:aws:kafka:eu-central-1:111122223333:cluster/orders/1f2e3d4c-0000-4000-8000-000000000001-7", "${ARN}")).Plan.Source.Arn.ToString());

    [Theory]
    [InlineData("${NOPE}", "the environment variable NOPE is not set. Set it where this runs, or " + Escape)]
    [InlineData("${number}", "the environment variable number is not set. Set it where this runs, or " + Escape)]
    [InlineData("${A}${A}", "the environment variable A is not set. Set it where this runs, or " + Escape)]
    [InlineData("'${NUMBER'", "a ${ is not closed by a }. Write ${NAME}, or " + Escape)]
    [InlineData("${}", "what stands between ${ and } is no variable's name. Write ${NAME} with letters, digits and _, or " + Escape)]
    [InlineData("${1A}", "what stands between ${ and } is no variable's name. Write ${NAME} with letters, digits and _, or " + Escape)]
    [InlineData("${NUMBER:-x}", "a default such as ${NAME:-value} is not known here. Write ${NAME} and set the variable where this runs.")]
    [InlineData("${{ secrets.X }}", "an expression ${{ }} is not replaced in this file. Pass the value as an environment variable NAME and write ${NAME}.")]
    public void What_cannot_be_replaced_is_an_error_that_names_variable_and_key(string written, string problem) =>
        Assert.Equal(["14:7 backup.s3_prefix: " + problem], Migration.Problems(Prefix(written)));

    [Fact]
    public void Each_variable_that_is_not_set_is_named() =>
        Assert.Equal(
            ["14:7 backup.s3_prefix: the environment variable A is not set. Set it where this runs, or " + Escape, "14:7 backup.s3_prefix: the environment variable B is not set. Set it where this runs, or " + Escape],
            Migration.Problems(Prefix("${A}${B}")));

    [Fact]
    public void A_key_is_never_replaced() =>
        Assert.Equal(
            ["14:7 What stands here is no known key of backup and is left alone. The keys here are s3_bucket, s3_prefix, kms_key_arn."],
            Migration.Notes(Migration.With("s3_bucket: orders-backup", "s3_bucket: orders-backup\n      ${NOPE}: x")));

    [Theory]
    [InlineData("mode: ${CANARY}", "7:9 source.auth.mode: '${CANARY}', with its variables replaced, is no auth mode. Write one of iam, scram-sha-512, mtls, tls, plaintext.")]
    [InlineData("mode: x${NUMBER}", "7:9 source.auth.mode: 'x${NUMBER}', with its variables replaced, is no auth mode. Write one of iam, scram-sha-512, mtls, tls, plaintext.")]
    public void What_came_out_of_a_variable_is_not_repeated(string auth, string problem) => Assert.Equal([problem], Migration.Problems(Migration.WithAuth(auth)));

    private static string Prefix(string written) => Migration.With("s3_bucket: orders-backup", "s3_bucket: orders-backup\n      s3_prefix: " + written);
}
