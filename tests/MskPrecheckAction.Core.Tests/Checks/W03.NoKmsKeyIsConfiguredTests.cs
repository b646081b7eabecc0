using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class NoKmsKeyIsConfiguredTests
{
    [Fact]
    public void Fails_when_a_key_is_set()
    {
        var finding = Key("arn:aws:kms:eu-central-1:111122223333:key/1").Judge<NoKmsKeyIsConfigured>().Fails();
        Assert.Equal(
            "KMS key ARN set on backup channel — CMK access is not verified by this precheck phase; ensure the caller has kms:Encrypt/Decrypt/GenerateDataKey",
            finding.Message);
        Assert.Equal("backup.kms_key_arn", finding.Path);
        Assert.Contains("--key-id arn:aws:kms:eu-central-1:111122223333:key/1", finding.Fix.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("  ")]
    public void Passes_when_there_is_none(string? key) => Key(key).Judge<NoKmsKeyIsConfigured>().Passes();

    private static Given Key(string? key) => Given.AllGreen.With((MigrationPlan plan) => plan with { Backup = plan.Backup with { KmsKeyArn = key } });
}
