using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class YamlFaultTests
{
    private const string Tab = "This line is indented with a tab. YAML takes only spaces: replace it.";
    private const string Quote = "The quotation mark that opens here is not closed. Close it at the end of the value.";
    private const string Colon = "A colon stands where no key can be. Put a value that holds ': ' in quotes, write a blank behind each key's colon, and indent keys of one level alike.";
    private const string Bracket = "The bracket that opens here is not closed. Close it, indent what is in it deeper than its key, and put values that hold { } [ ] or a comma in quotes.";
    private const string Comma = "A comma or a closing bracket is missing here. Put values that hold { } [ ] or a comma in quotes, \"${NAME}\" too.";
    private const string Misfit = "This does not fit what stands before it. Indent keys of one level alike, with spaces; text that begins with [ { & or * needs quotes.";

    [Theory]
    [InlineData("a:\n\tb: 1", "2:1 " + Tab)]
    [InlineData("a:\n  b: 1\n\tc: 2", "3:1 " + Tab)]
    [InlineData("a:\n  b:\n  \tc: 2\n  \td: 3", "3:3 " + Tab)]
    [InlineData("a:\r\n  b: 1\r\n  \tc: 2", "3:3 " + Tab)]
    [InlineData("a: \"x\nb: 1", "1:4 " + Quote)]
    [InlineData("a:\n  b: 'x\n", "2:6 " + Quote)]
    [InlineData("a: \"\\q\"", "1:4 This text in double quotes has a backslash that begins no escape. Write two backslashes, or use single quotes.")]
    [InlineData("a: \"\\x1\"", "1:4 This text in double quotes has a broken \\x, \\u or \\U escape. Write all its digits, or use single quotes.")]
    [InlineData("a: \"\\U00110000\"", "1:4 This text in double quotes has an escape for a character that does not exist. Correct it, or use single quotes.")]
    [InlineData("a: @x", "1:4 A value cannot begin with this character (@, `, %). Put the value in quotes.")]
    [InlineData("a: `x", "1:4 A value cannot begin with this character (@, `, %). Put the value in quotes.")]
    [InlineData("a: %x", "1:4 A value cannot begin with this character (@, `, %). Put the value in quotes.")]
    [InlineData("a: b: c", "1:5 " + Colon)]
    [InlineData("a: 1\n b: 2", "2:3 " + Colon)]
    [InlineData("a:\n  b:c\n  d: 1", "3:4 " + Colon)]
    [InlineData("a:\n  b: 1\n c: 2", "3:2 " + Misfit)]
    [InlineData("a: [::1]:9092", "1:10 " + Misfit)]
    [InlineData("- a\nb: 1", "2:1 This does not fit the list above. Indent it like the list's other entries, or like the key it belongs to.")]
    [InlineData("a: - b", "1:4 A list cannot begin here. Put each '- ' on a line of its own below the key.")]
    [InlineData("a: {b: ${X}}", "1:9 " + Comma)]
    [InlineData("a: [1, 2\nb: 3", "1:4 " + Bracket)]
    [InlineData("a: {b: 1\n", "1:4 " + Bracket)]
    [InlineData("a: !e!x b", "1:4 A tag is wrong here. Put text that begins with ! in quotes.")]
    [InlineData("a: &x &y b", "1:7 An anchor or alias is wrong here. Put text that begins with & or * in quotes.")]
    [InlineData("a: |\n   \n x", "3:1 The text block that begins here (| or >) is not indented evenly. Indent all its lines alike, with spaces.")]
    [InlineData("%YAML 9.9\n---\na: 1", "1:1 The %YAML line asks for a version that is not known. Remove it.")]
    public void A_fault_is_said_in_plain_words_where_it_is(string yaml, string problem) => Assert.Equal([problem], Migration.Problems(yaml));

    [Theory]
    [InlineData("[", 64)]
    [InlineData("{a: ", 64)]
    [InlineData("- ", 64)]
    [InlineData("? ", 64)]
    [InlineData("[", 500_000)]
    [InlineData("{", 500_000)]
    [InlineData("- ", 500_000)]
    [InlineData("? ", 500_000)]
    [InlineData("a: {", 250_000)]
    public void Depth_is_bounded(string opener, int times) =>
        Assert.EndsWith(
            "Lists and blocks stand more than 64 deep in one another here. A migration file needs five levels.",
            Assert.Single(Migration.Problems("x:\n  " + string.Concat(Enumerable.Repeat(opener, times)))),
            StringComparison.Ordinal);

    [Fact]
    public void A_bracket_may_close_below_its_key() =>
        Assert.Empty(Migration.Notes(Migration.With("evidence:\n      s3_bucket: orders-evidence", "evidence: {\n      s3_bucket: orders-evidence,\n    }")));

    [Fact]
    public void The_greatest_depth_is_read() =>
        Assert.Empty(Migration.Notes("x: " + new string('[', 63) + new string(']', 63) + "\n" + Migration.Valid));
}
