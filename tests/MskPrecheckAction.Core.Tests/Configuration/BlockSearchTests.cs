using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class BlockSearchTests
{
    private const string Sample = " (templates/migration.yaml shows how it looks).";

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("# only a comment\n")]
    [InlineData("---\n")]
    [InlineData("...\n")]
    [InlineData("~\n")]
    [InlineData("\uFEFF")]
    public void An_empty_file_is_said_to_be_empty(string yaml) =>
        Assert.Equal(["1:1 The file is empty. Write the block enterprise.msk_kraft_migration" + Sample], Migration.Problems(yaml));

    [Theory]
    [InlineData("[]", "1:1 The file holds a list, not keys. Write the block enterprise.msk_kraft_migration" + Sample)]
    [InlineData("\n hello", "2:2 The file holds a single value, not keys. Write the block enterprise.msk_kraft_migration" + Sample)]
    [InlineData("a: 1", "1:1 enterprise.msk_kraft_migration is missing. Write it" + Sample)]
    [InlineData("{}", "1:1 enterprise.msk_kraft_migration is missing. Write it" + Sample)]
    [InlineData("<<: *a", "1:1 enterprise.msk_kraft_migration is missing. Merge keys (<<) are not followed. Write it" + Sample)]
    [InlineData("a: 1\nenterprise:\n  other: 1", "2:1 enterprise.msk_kraft_migration is missing. Write it" + Sample)]
    [InlineData("a: 1\nenterprise:", "2:1 enterprise is empty. Write below it, indented: msk_kraft_migration" + Sample)]
    [InlineData("enterprise: {}", "1:1 enterprise is empty. Write below it, indented: msk_kraft_migration" + Sample)]
    [InlineData("enterprise: 1", "1:1 enterprise is a single value, not a block of keys. Write below it, indented: msk_kraft_migration" + Sample)]
    [InlineData("enterprise: *x", "1:1 enterprise is an alias, and aliases are not followed here. Write the keys themselves below it: msk_kraft_migration.")]
    [InlineData("enterprise:\n  msk_kraft_migration:", "2:3 enterprise.msk_kraft_migration is empty. Write below it, indented: source, target, backup and evidence" + Sample)]
    [InlineData("enterprise:\n  msk_kraft_migration: []", "2:3 enterprise.msk_kraft_migration is a list, not a block of keys. Write below it, indented: source, target, backup and evidence" + Sample)]
    [InlineData("enterprise:\n  msk_kraft_migration: *x", "2:3 enterprise.msk_kraft_migration is an alias, and aliases are not followed here. Write the keys themselves below it: source, target, backup and evidence.")]
    [InlineData("msk_kraft_migration:\n  enabled: true", "1:1 'msk_kraft_migration' stands at the top of the file. Indent it below a key 'enterprise:'.")]
    public void A_file_without_the_block_is_told_what_to_write(string yaml, string problem) => Assert.Equal([problem], Migration.Problems(yaml));

    [Theory]
    [InlineData("enterprise:", "enterprize:", "2:1 enterprise is missing: 'enterprize' stands here. Write enterprise.")]
    [InlineData("enterprise:", "Enterprise:", "2:1 enterprise is missing: 'Enterprise' stands here. Write enterprise.")]
    [InlineData("msk_kraft_migration", "msk-kraft-migration", "3:3 enterprise.msk_kraft_migration is missing: 'msk-kraft-migration' stands here. Write msk_kraft_migration.")]
    [InlineData("msk_kraft_migration", "mskKraftMigration", "3:3 enterprise.msk_kraft_migration is missing: 'mskKraftMigration' stands here. Write msk_kraft_migration.")]
    public void A_misspelled_key_above_the_block_is_recognised(string was, string now, string problem) =>
        Assert.Equal([problem], Migration.Problems(Migration.With(was, now)));

    [Fact]
    public void A_misspelled_key_hides_nothing_below_it() =>
        Assert.Equal(
            ["2:1 enterprise is missing: 'enterprize' stands here. Write enterprise.", "7:9 source.auth.mode: 'x' is no auth mode. Write one of iam, scram-sha-512, mtls, tls, plaintext."],
            Migration.Problems(Migration.With("mode: iam", "mode: x").Replace("enterprise", "enterprize", StringComparison.Ordinal)));

    [Fact]
    public void A_key_above_the_block_may_stand_once() =>
        Assert.Equal(
            ["16:3 enterprise.msk_kraft_migration stands twice (first in line 3). Keep one of them.", "17:1 enterprise stands twice (first in line 2). Keep one of them."],
            Migration.Problems(Migration.Valid + "  msk_kraft_migration: 1\nenterprise:\n"));

    [Theory]
    [InlineData("---\na: 1\n", 16)]
    [InlineData("---\n", 16)]
    [InlineData("...\n---\n", 17)]
    public void A_second_document_is_refused(string more, int line) =>
        Assert.Equal(
            [$"{line}:1 A second document begins here, and the file may hold one only. Remove this line, or move what follows to a file of its own."],
            Migration.Problems(Migration.Valid + more));

    [Fact]
    public void Of_several_documents_the_one_with_the_block_is_still_read() =>
        Assert.Equal(
            ["2:1 A second document begins here, and the file may hold one only. Remove this line, or move what follows to a file of its own.", "9:9 source.auth.mode: 'x' is no auth mode. Write one of iam, scram-sha-512, mtls, tls, plaintext."],
            Migration.Problems("a: 1\n---\n" + Migration.With("mode: iam", "mode: x")));

    [Theory]
    [InlineData("---\n", "")]
    [InlineData("%YAML 1.2\n---\n", "...\n")]
    public void One_document_may_have_its_marks(string before, string behind) => Assert.Empty(Migration.Notes(before + Migration.Valid + behind));
}
