using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class PlainBlockTests
{
    private const string Alias = " is an alias (*), which is not taken in this block. Write the value itself; text that begins with * needs quotes.";
    private const string Anchor = " carries an anchor (&), which is not taken in this block. Remove it; text that begins with & needs quotes.";
    private const string Tag = " carries a tag (!), which is not taken in this block. Remove it; text that begins with ! needs quotes.";
    private const string Merge = " has a merge key (<<), which is not taken in this block. Write the keys themselves.";

    [Theory]
    [InlineData("mode: *m", "7:9 source.auth.mode" + Alias)]
    [InlineData("mode: &m iam", "7:9 source.auth.mode" + Anchor)]
    [InlineData("&m mode: iam", "7:9 source.auth.mode" + Anchor)]
    [InlineData("mode: !!str iam", "7:9 source.auth.mode" + Tag)]
    [InlineData("mode: !iam", "7:9 source.auth.mode" + Tag)]
    [InlineData("mode: iam\n<<: *x", "8:9 source.auth" + Merge)]
    [InlineData("mode: iam\n<<: {ca_path: x}", "8:9 source.auth" + Merge)]
    [InlineData("mode: iam\nother: *x", "8:9 source.auth" + Alias)]
    [InlineData("mode: iam\nother: [1, *x]", "8:20 source.auth" + Alias)]
    [InlineData("mode: iam\nother: {a: &x 1}", "8:17 source.auth" + Anchor)]
    [InlineData("mode: iam\n? [a]\n: b", "8:11 source.auth has a key that is a list. Write a name.")]
    [InlineData("mode: iam\n? *a\n: b", "8:11 source.auth has a key that is an alias. Write a name.")]
    [InlineData("mode: iam\nmode: tls", "8:9 source.auth.mode stands twice (first in line 7). Keep one of them.")]
    [InlineData("mode: iam\n\"mode\": iam", "8:9 source.auth.mode stands twice (first in line 7). Keep one of them.")]
    [InlineData("mode: iam\nother: 1\nother: 2", "9:9 A key of source.auth stands twice (first in line 8). Keep one of them.")]
    public void What_would_make_lines_lie_is_refused_in_the_block(string auth, string problem) =>
        Assert.Equal([problem], Migration.Problems(Migration.WithAuth(auth)));

    [Theory]
    [InlineData("msk_kraft_migration:", "msk_kraft_migration: &block", "3:3 enterprise.msk_kraft_migration" + Anchor)]
    [InlineData("msk_kraft_migration:", "msk_kraft_migration: !block", "3:3 enterprise.msk_kraft_migration" + Tag)]
    [InlineData("    source:\n", "    <<: *x\n    source:\n", "4:5 enterprise.msk_kraft_migration" + Merge)]
    [InlineData("    source:\n", "    other: *x\n    source:\n", "4:5 enterprise.msk_kraft_migration" + Alias)]
    public void The_block_itself_is_no_exception(string was, string now, string problem) => Assert.Equal([problem], Migration.Problems(Migration.With(was, now)));

    [Fact]
    public void A_section_that_is_an_alias_is_refused_once() =>
        Assert.Equal(["6:7 source.auth" + Alias], Migration.Problems(Migration.With("auth:\n        mode: iam", "auth: *x")));

    [Fact]
    public void References_outside_the_block_are_harmless_however_many() =>
        Assert.Empty(Migration.Notes(Laughs() + Migration.Valid));

    [Fact]
    public void References_into_a_billion_are_refused_in_the_block_without_being_followed() =>
        Assert.Equal(["20:9 source.auth.mode" + Alias], Migration.Problems(Laughs() + Migration.With("mode: iam", "mode: *a12")));

    [Fact]
    public void A_reference_to_what_holds_it_is_harmless() => Assert.Empty(Migration.Notes("a: &a [*a, {b: *a}]\n" + Migration.Valid));

    private static string Laughs() =>
        "a0: &a0 lol\n" + string.Concat(Enumerable.Range(1, 12).Select(level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 10))}]\n"));
}
