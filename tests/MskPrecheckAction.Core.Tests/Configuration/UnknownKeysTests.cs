using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class UnknownKeysTests
{
    private const string CutoverKeys =
        "The keys here are drain_timeout, drain_max_partition_lag, drain_stable_window, max_producer_freeze, producer_freeze_webhook, reverse_replication_enabled.";

    [Theory]
    [InlineData("drain_timeot: 1s", "'drain_timeot' is no known key of cutover and is left alone. Did you mean cutover.drain_timeout?")]
    [InlineData("drainTimeout: 1s", "'drainTimeout' is no known key of cutover and is left alone. Did you mean cutover.drain_timeout?")]
    [InlineData("max_concurrent_partitions: 1", "'max_concurrent_partitions' is no known key of cutover and is left alone. Did you mean seed.max_concurrent_partitions?")]
    [InlineData("s3_bucket: x", "'s3_bucket' is no known key of cutover and is left alone. Did you mean backup.s3_bucket?")]
    [InlineData("later: {a: [${NOPE}]}", "'later' is no known key of cutover and is left alone. " + CutoverKeys)]
    [InlineData("'la ter': 1", "What stands here is no known key of cutover and is left alone. " + CutoverKeys)]
    [InlineData("'::error::x': 1", "What stands here is no known key of cutover and is left alone. " + CutoverKeys)]
    public void An_unknown_key_is_noted_with_what_was_meant_perhaps(string key, string note)
    {
        // A brace in a list has to be quoted; the value is not looked at.
        var yaml = Migration.Adding("cutover", key.Replace("${NOPE}", "'${NOPE}'", StringComparison.Ordinal));
        Assert.Equal(["17:7 " + note], Migration.Notes(yaml));
    }

    [Fact]
    public void A_key_of_auth_beside_it_is_told_its_place_on_the_same_side() =>
        Assert.Equal(
            ["12:7 'ca_path' is no known key of target and is left alone. Did you mean target.auth.ca_path?"],
            Migration.Notes(Migration.Valid.Replace("        mode: iam\n    backup", "        mode: iam\n      ca_path: x\n    backup", StringComparison.Ordinal)));

    [Fact]
    public void A_key_of_the_block_is_noted_too() =>
        Assert.Equal(
            ["16:5 'cutovr' is no known key of the block and is left alone. Did you mean cutover?", "17:5 'x' is no known key of the block and is left alone. The keys here are enabled, source, target, backup, evidence, cutover, validation, seed, topology, acl."],
            Migration.Notes(Migration.Valid + "    cutovr: 1\n    x: 1\n"));

    [Fact]
    public void A_key_that_may_be_a_password_is_not_repeated() =>
        Assert.Equal(
            ["6:25 What stands here is no known key of source.auth and is left alone. The keys here are mode, username, password, secret_arn, certificate_path, key_path, ca_path, role_arn."],
            Migration.Notes(Migration.With("auth:\n        mode: iam", "auth: {mode: iam, password:hunter2}")));

    [Fact]
    public void Thousands_are_noted_up_to_a_limit()
    {
        var notes = Migration.Notes(Migration.Valid + string.Concat(Enumerable.Range(0, 20_000).Select(at => $"    key_{at}_of_another_tool: {at}\n")));
        Assert.Equal("1:1 19,800 more notes are not shown.", notes[^1]);
    }
}
