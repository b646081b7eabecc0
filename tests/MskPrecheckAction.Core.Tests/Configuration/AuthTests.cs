using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class AuthTests
{
    private const string Secret = "secret_arn: arn:aws:secretsmanager:eu-central-1:111122223333:secret:AmazonMSK_x-AbCdEf";
    private const string Username = "Write the SCRAM user's name, or secret_arn in place of username and password.";
    private const string Password = "Write ${NAME} and set that environment variable to the password, or write secret_arn in place of username and password.";

    [Theory]
    [InlineData("iam", AuthMode.Iam)]
    [InlineData("IAM", AuthMode.Iam)]
    [InlineData("tls", AuthMode.Tls)]
    [InlineData("'plaintext'", AuthMode.Plaintext)]
    [InlineData("Scram-SHA-512\n" + Secret, AuthMode.ScramSha512)]
    [InlineData("mtls\ncertificate_path: c\nkey_path: k", AuthMode.Mtls)]
    [InlineData("${MODE}", AuthMode.Iam)]
    public void Modes_are_read_in_any_case(string written, AuthMode mode) =>
        Assert.Equal(mode, Migration.Read(Migration.WithAuth("mode: " + written)).Plan.Source.Auth.Mode);

    [Theory]
    [InlineData("sasl")]
    [InlineData("scram")]
    [InlineData("scram_sha_512")]
    [InlineData("none")]
    [InlineData("5")]
    public void Other_modes_are_refused(string written) =>
        Assert.Equal(
            [$"7:9 source.auth.mode: '{written}' is no auth mode. Write one of iam, scram-sha-512, mtls, tls, plaintext."],
            Migration.Problems(Migration.WithAuth("mode: " + written)));

    [Theory]
    [InlineData("mode: scram-sha-512", "6:7 source.auth.username is missing. " + Username, "6:7 source.auth.password is missing. " + Password)]
    [InlineData("mode: scram-sha-512\nusername: u", "6:7 source.auth.password is missing. " + Password)]
    [InlineData("mode: scram-sha-512\npassword: p", "6:7 source.auth.username is missing. " + Username)]
    [InlineData("mode: scram-sha-512\nusername:\npassword: ''", "8:9 source.auth.username has no value. " + Username, "9:9 source.auth.password has no value. " + Password)]
    [InlineData("mode: scram-sha-512\nusername: u\npassword: ${EMPTY}", "9:9 source.auth.password has no value (the environment variable EMPTY is set to nothing). " + Password)]
    [InlineData("mode: scram-sha-512\nusername: 12\npassword: 34", "8:9 source.auth.username is a number to YAML, not text. Put it in quotes.", "9:9 source.auth.password is a number to YAML, not text. Put it in quotes.")]
    [InlineData("mode: scram-sha-512\nusername: u\npasswort: p", "9:9 source.auth.password is missing: 'passwort' stands here. Write password.")]
    [InlineData("mode: scram-sha-512\nusername: u\npassword: p\n" + Secret, "10:9 source.auth has secret_arn and also username and password. Keep secret_arn, or username and password.")]
    [InlineData("mode: scram-sha-512\nusername: u\n" + Secret, "9:9 source.auth has secret_arn and also username. Keep secret_arn, or username and password.")]
    [InlineData("mode: scram-sha-512\nsecret_arn: AmazonMSK_x", "8:9 source.auth.secret_arn: the value is no ARN of a secret. Write arn:aws:secretsmanager:<region>:<account>:secret:<name>.")]
    [InlineData("mode: mtls", "6:7 source.auth.certificate_path is missing. Write the path of a PEM file.", "6:7 source.auth.key_path is missing. Write the path of a PEM file.")]
    [InlineData("mode: mtls\ncertificate_path: c\nkey_path: ''", "9:9 source.auth.key_path has no value. Write the path of a PEM file.")]
    [InlineData("mode: iam\nrole_arn: arn:aws:iam::1:role/x", "8:9 source.auth.role_arn: 'arn:aws:iam::1:role/x' is no ARN of an IAM role. Write arn:aws:iam::<account>:role/<name>.")]
    [InlineData("mode: iam\nrole_arn: arn:aws:iam::111122223333:user/x", "8:9 source.auth.role_arn: 'arn:aws:iam::111122223333:user/x' is no ARN of an IAM role. Write arn:aws:iam::<account>:role/<name>.")]
    [InlineData("mode: iam\npassword: [x]", "8:9 source.auth.password is a list, not a single value. Write ${NAME} and set that environment variable to the password, or write secret_arn in place of username and password; text that begins with { or [ or holds ': ' needs quotes.")]
    public void What_a_mode_needs_is_asked_for(string auth, params string[] problems) => Assert.Equal(problems, Migration.Problems(Migration.WithAuth(auth)));

    [Theory]
    [InlineData("mode: iam\nusername: u\npassword: p\n" + Secret, "8:9 source.auth.username has no effect with mode iam.", "9:9 source.auth.password has no effect with mode iam.", "10:9 source.auth.secret_arn has no effect with mode iam.")]
    [InlineData("mode: tls\ncertificate_path: c\nkey_path: k\nca_path: a", "8:9 source.auth.certificate_path has no effect with mode tls.", "9:9 source.auth.key_path has no effect with mode tls.")]
    [InlineData("mode: plaintext\nca_path: a\nrole_arn: arn:aws:iam::111122223333:role/x", "8:9 source.auth.ca_path has no effect with mode plaintext.")]
    [InlineData("mode: mtls\ncertificate_path: c\nkey_path: k\nusername: u", "10:9 source.auth.username has no effect with mode mtls.")]
    [InlineData("mode: iam\nusername:\npassword: ''")]
    [InlineData("mode: scram-sha-512\nusername: u\npassword: p\nsecret_arn: ''")]
    public void What_has_no_effect_is_noted(string auth, params string[] notes) => Assert.Equal(notes, Migration.Notes(Migration.WithAuth(auth)));

    [Fact]
    public void What_has_no_effect_is_not_in_the_plan() =>
        Assert.Equal(
            new AuthPlan(AuthMode.Plaintext),
            Migration.Read(Migration.WithAuth("mode: plaintext\nca_path: a\nusername: u\npassword: p\ncertificate_path: c\nkey_path: k\n" + Secret)).Plan.Source.Auth);

    [Fact]
    public void Blanks_around_a_password_belong_to_it() =>
        Assert.Equal(" p ", Migration.Read(Migration.WithAuth("mode: scram-sha-512\nusername: u\npassword: ' p '")).Plan.Source.Auth.Password!.Reveal());
}
