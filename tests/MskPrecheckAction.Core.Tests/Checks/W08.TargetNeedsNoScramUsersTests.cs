using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class TargetNeedsNoScramUsersTests
{
    [Fact]
    public void Fails_when_the_target_uses_it()
    {
        var finding = Given.AllGreen.Auth(Side.Target, AuthMode.ScramSha512).Judge<TargetNeedsNoScramUsers>().Fails();
        Assert.Equal(
            "target uses SCRAM-SHA-512 — SCRAM user credentials cannot be read via the Kafka protocol, " +
            "so every user must be provisioned on the target before cutover or copied ACLs will reference unauthenticated principals",
            finding.Message);
        Assert.Equal("target.auth.mode", finding.Path);
    }

    [Theory]
    [InlineData(AuthMode.Iam)]
    [InlineData(AuthMode.Mtls)]
    [InlineData(AuthMode.Tls)]
    [InlineData(AuthMode.Plaintext)]
    public void Passes_when_the_target_uses_another_mode(AuthMode mode) => Given.AllGreen.Auth(Side.Target, mode).Judge<TargetNeedsNoScramUsers>().Passes();

    [Fact]
    public void Passes_when_only_the_source_uses_it() => Given.AllGreen.Auth(Side.Source, AuthMode.ScramSha512).Judge<TargetNeedsNoScramUsers>().Passes();
}
