using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class TargetTakesKafkaAclsTests
{
    [Fact]
    public void Fails_when_the_target_uses_it()
    {
        var finding = Given.AllGreen.Auth(Side.Target, AuthMode.Iam).Judge<TargetTakesKafkaAcls>().Fails();
        Assert.Equal(
            "target is IAM-auth — ACLs will be emitted as access-map.json for customer IaC to translate to IAM policies (tool does not apply IAM)",
            finding.Message);
        Assert.Equal("target.auth.mode", finding.Path);
    }

    [Theory]
    [InlineData(AuthMode.ScramSha512)]
    [InlineData(AuthMode.Mtls)]
    [InlineData(AuthMode.Tls)]
    [InlineData(AuthMode.Plaintext)]
    public void Passes_when_the_target_uses_another_mode(AuthMode mode) => Given.AllGreen.Auth(Side.Target, mode).Judge<TargetTakesKafkaAcls>().Passes();

    [Fact]
    public void Passes_when_only_the_source_uses_it() => Given.AllGreen.Auth(Side.Source, AuthMode.Iam).Judge<TargetTakesKafkaAcls>().Passes();
}
