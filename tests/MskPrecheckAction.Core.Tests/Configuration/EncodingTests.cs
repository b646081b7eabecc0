using System.Text;
using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class EncodingTests
{
    private const string Nul = "A NUL byte stands here: this is no text, or it is saved as UTF-16. Save the file as UTF-8 text.";

    [Fact]
    public void Utf_16_is_named()
    {
        string[] expected = ["1:1 The file is saved as UTF-16. Save it as UTF-8."];
        Assert.Equal(expected, Migration.Problems([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Migration.Valid)]));
        Assert.Equal(expected, Migration.Problems([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Migration.Valid)]));
        Assert.Equal(["1:2 " + Nul], Migration.Problems(Encoding.Unicode.GetBytes(Migration.Valid)));
    }

    [Theory]
    [InlineData("a: 1\nb: ü", 2, 4)]
    [InlineData("ü", 1, 1)]
    public void What_is_not_utf_8_is_shown_where_it_stands(string text, int line, int column) =>
        Assert.Equal([$"{line}:{column} What stands here is not UTF-8. Save the file as UTF-8."], Migration.Problems(Encoding.Latin1.GetBytes(text)));

    [Fact]
    public void A_character_that_breaks_off_is_not_utf_8() =>
        Assert.Equal(["1:4 What stands here is not UTF-8. Save the file as UTF-8."], Migration.Problems([.. "a: "u8, 0xF0, 0x9F, 0x98]));

    [Theory]
    [InlineData("a: \0", "1:4 " + Nul)]
    [InlineData("a:\n \u001b[31m", "2:2 A control character stands here, which YAML cannot hold. Remove it.")]
    [InlineData("a: 1 \u007f", "1:6 A control character stands here, which YAML cannot hold. Remove it.")]
    [InlineData("\u0084", "1:1 A control character stands here, which YAML cannot hold. Remove it.")]
    [InlineData("a\uffff", "1:2 A control character stands here, which YAML cannot hold. Remove it.")]
    public void What_yaml_cannot_hold_is_shown_where_it_stands(string text, string problem) => Assert.Equal([problem], Migration.Problems(text));

    [Fact]
    public void A_file_of_the_largest_size_is_read_and_one_byte_more_is_not()
    {
        var padded = Migration.Valid + new string('#', MigrationFileReader.MaxBytes - Migration.Valid.Length);
        Assert.Empty(Migration.Notes(padded));
        Assert.Equal(["1:1 The file has more than 1024 KiB, which a migration file never has. Check that it is the right file."], Migration.Problems(padded + "#"));
    }
}
