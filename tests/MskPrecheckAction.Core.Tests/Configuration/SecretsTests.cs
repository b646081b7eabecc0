using System.Text;
using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class SecretsTests
{
    // The ways in which a password is written wrong or next to what is wrong. None may be repeated.
    [Theory]
    [InlineData("canary-3f9a")]
    [InlineData("*canary-3f9a")]
    [InlineData("&canary-3f9a")]
    [InlineData("&canary-3f9a x")]
    [InlineData("!canary-3f9a")]
    [InlineData("!!canary-3f9a x")]
    [InlineData("!canary-3f9a!x y")]
    [InlineData("@canary-3f9a")]
    [InlineData("`canary-3f9a")]
    [InlineData("%canary-3f9a")]
    [InlineData("{canary-3f9a")]
    [InlineData("[canary-3f9a]")]
    [InlineData("{canary-3f9a: x}")]
    [InlineData("{canary-3f9a: 1, canary-3f9a: 2}")]
    [InlineData("{x: *canary-3f9a }")]
    [InlineData("\"canary-3f9a")]
    [InlineData("\"canary-3f9a\\q\"")]
    [InlineData("'canary-3f9a' x")]
    [InlineData("canary-3f9a: x")]
    [InlineData("| canary-3f9a")]
    [InlineData("> canary-3f9a")]
    [InlineData("? canary-3f9a")]
    [InlineData("- canary-3f9a")]
    [InlineData("x\n\tcanary-3f9a: 1")]
    [InlineData("x\n          canary-3f9a: 1")]
    [InlineData("x\n      canary-3f9a")]
    [InlineData("a${canary-3f9a")]
    [InlineData("a${canary-3f9a}")]
    [InlineData("a${canary-3f9a:-x}")]
    [InlineData("${NOPE}canary-3f9a")]
    [InlineData("${CANARY}${NOPE}")]
    [InlineData("'${CANARY}${'")]
    [InlineData("${CANARY}\n        password: canary-3f9a")]
    [InlineData("x\n        secret_arn: canary-3f9a")]
    [InlineData("x\n        secret_arn: ${CANARY}")]
    [InlineData("x\n        role_arn: ${CANARY}")]
    [InlineData("x\n        ca_path: [canary-3f9a]")]
    [InlineData("x\n      bootstrap_servers: 'u:canary-3f9a@h:1,x'")]
    [InlineData("x\n      bootstrap_servers: '${CANARY}'")]
    [InlineData("x\n      auth: canary-3f9a")]
    public void A_password_is_in_no_message(string written)
    {
        foreach (var mode in new[] { "scram-sha-512", "iam", "sasl" })
        {
            var yaml = Migration.With("        mode: iam\n", $"        mode: {mode}\n        username: u\n        password: {written}\n");
            MigrationFileReader.TryRead("migration.yaml", Encoding.UTF8.GetBytes(yaml), Migration.Environment.GetValueOrDefault, out var file, out var problems);
            Assert.All([.. problems, .. file?.Notes ?? []], said => Assert.DoesNotContain("canary-3f9a", said.Message, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_plan_prints_stars() =>
        Assert.DoesNotContain(
            "canary-3f9a",
            Migration.Read(Migration.WithAuth("mode: scram-sha-512\nusername: u\npassword: ${CANARY}")).ToString(),
            StringComparison.Ordinal);
}
