using Xunit;

namespace MskPrecheckAction.Facts;

public sealed class KafkaVersionTests
{
    [Theory]
    [InlineData("2.8.1", 2, 8, null)]
    [InlineData("2.8.2.tiered", 2, 8, "tiered")]
    [InlineData("2.8.2-tiered", 2, 8, "tiered")]
    [InlineData("3.6.0.1", 3, 6, null)]
    [InlineData("3.7.x", 3, 7, null)]
    [InlineData("3.7.x.kraft", 3, 7, "kraft")]
    [InlineData(" 3.9.X.KRAFT ", 3, 9, "kraft")]
    [InlineData("3.10.0.kraft", 3, 10, "kraft")]
    [InlineData("4.0.x.kraft", 4, 0, "kraft")]
    [InlineData("3.9.0", 3, 9, null)]
    [InlineData("3.9", 3, 9, null)]
    public void Reads_what_MSK_writes(string text, int major, int minor, string? suffix)
    {
        Assert.True(KafkaVersion.TryParse(text, out var version));
        Assert.Equal((text.Trim(), major, minor, suffix), (version.Text, version.Major, version.Minor, version.Suffix));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("foo")]
    [InlineData("3")]
    [InlineData("3.x")]
    [InlineData("v3.7.0")]
    [InlineData("3.7.0.kraft2")]
    [InlineData("3.7.0 kraft")]
    [InlineData("٣.٧.0")]
    [InlineData("99999999999.1.0")]
    [InlineData("3.7.x.kraft\n4")]
    public void Guesses_nothing(string? text) => Assert.False(KafkaVersion.TryParse(text, out _));

    [Theory]
    [InlineData("3.6.0", false)]
    [InlineData("3.7.x.kraft", true)]
    [InlineData("4.1.0", true)]
    [InlineData("2.8.2.tiered", false)]
    public void Knows_what_runs_without_ZooKeeper(string text, bool expected) =>
        Assert.Equal(expected, KafkaVersion.TryParse(text, out var version) && version.IsKRaft());

    [Theory]
    [InlineData("2.3-IV1", true)]
    [InlineData("0.11.0-IV2", true)]
    [InlineData("2.4", false)]
    [InlineData("3.10-IV0", false)]
    public void Reads_what_brokers_write(string text, bool isBelow24)
    {
        Assert.True(KafkaVersion.TryParseProtocol(text, out var version));
        Assert.Equal(isBelow24, version.IsBelow(2, 4));
    }
}
