using MskPrecheckAction.Output;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class SecretScrubberTests
{
    private const string Canary = "canary+\"42\"/of the mine";

    private readonly SecretScrubber scrubber = new();

    [Theory]
    [InlineData("login as alice with canary+\"42\"/of the mine failed", "login as alice with *** failed")]
    [InlineData("{\"reason\":\"canary+\\\"42\\\"/of the mine\"}", "{\"reason\":\"***\"}")]
    [InlineData("{\"reason\":\"canary\\u002B\\u002242\\u0022/of the mine\"}", "{\"reason\":\"***\"}")]
    [InlineData("https://x?token=canary%2B%2242%22%2Fof%20the%20mine&y", "https://x?token=***&y")]
    [InlineData("nothing", "nothing")]
    public void A_secret_is_found_in_every_form(string text, string clean)
    {
        scrubber.Add(Canary);

        Assert.Equal(clean, scrubber.CleanFreeText(text));
        Assert.Equal(clean, scrubber.CleanOutput(text));
    }

    [Fact]
    public void Each_line_of_a_key_is_a_secret()
    {
        scrubber.Add("-----BEGIN-----\nMIIEvQIBADANBgkq\nhkiG9w0BAQEFAASC\n");

        Assert.Equal("a *** b", scrubber.CleanOutput("a hkiG9w0BAQEFAASC b"));
    }

    [Fact]
    public void A_password_that_is_an_ordinary_word_does_not_spoil_our_own_words()
    {
        scrubber.Add("password");

        Assert.Equal("verify the username/password", scrubber.CleanOutput("verify the username/password"));
        Assert.Equal("refused: ***", scrubber.CleanFreeText("refused: password"));
    }

    [Fact]
    public void The_longest_secret_goes_first()
    {
        scrubber.Add("mellon-mellon");
        scrubber.Add("speak-mellon-mellon-and-enter");

        Assert.Equal("***", scrubber.CleanOutput("speak-mellon-mellon-and-enter"));
    }

    [Fact]
    public void A_writer_lets_none_through_but_the_mask_itself()
    {
        scrubber.Add("canary-canary");
        var text = new StringWriter();
        var writer = new ScrubbingWriter(text, scrubber);
        writer.WriteLine("x canary-canary y");
        writer.WriteUnscrubbed("::add-mask::canary-canary\n");

        Assert.Equal("x *** y\n::add-mask::canary-canary\n", text.ToString());
    }
}
