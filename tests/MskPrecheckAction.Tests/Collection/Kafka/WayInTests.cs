using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Every way in to real brokers, and what a wrong one is called.</summary>
[Trait("Needs", "Kafka")]
public sealed class WayInTests(SharedKafka kafka)
{
    [Theory]
    [InlineData(AuthMode.Tls, false)]
    [InlineData(AuthMode.Mtls, true)]
    public async Task Tls_with_and_without_a_certificate(AuthMode mode, bool withCertificate)
    {
        var source = await kafka.SourceAsync();
        var certificate = withCertificate ? source.ClientCertificate : null;
        var auth = new AuthPlan(mode) { CaPath = source.Certificates.CaPath, CertificatePath = certificate?.CertificatePath, KeyPath = certificate?.KeyPath };
        Assert.Null((await Collected.FromAsync(new(Side.Source, source.Bootstrap(KafkaListener.Tls), auth))).Error);
    }

    [Fact]
    public async Task A_wrong_password_is_refused_in_seconds_and_is_in_no_line()
    {
        var source = await kafka.SourceAsync();
        var collected = await Collected.FromAsync(Collected.Scram(source, "admin", "wrong-canary"));
        Assert.Contains("refused the user name or the password", collected.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", collected.Lines, StringComparison.Ordinal);
        Assert.InRange(collected.Took.TotalSeconds, 0, 10);
    }

    [Theory]
    [InlineData(AuthMode.ScramSha512, KafkaListener.Tls, "does not offer SCRAM-SHA-512")]
    [InlineData(AuthMode.Tls, KafkaListener.Scram, "it may want another auth mode")]
    [InlineData(AuthMode.Tls, KafkaListener.Plaintext, "is it the plaintext port?")]
    [InlineData(AuthMode.Plaintext, KafkaListener.Tls, "is it a TLS port?")]
    public async Task A_port_of_another_mode_is_called_so(AuthMode mode, KafkaListener listener, string words)
    {
        var source = await kafka.SourceAsync();
        var access = Collected.Scram(source, "admin", "x") with { Auth = new AuthPlan(mode) { CaPath = source.Certificates.CaPath }, BootstrapServers = source.Bootstrap(listener, 1) };
        var collected = await Collected.FromAsync(access);
        Assert.StartsWith(source.Bootstrap(listener, 1), collected.Error, StringComparison.Ordinal);
        Assert.EndsWith(words, collected.Error, StringComparison.Ordinal);
        Assert.InRange(collected.Took.TotalSeconds, 0, 12);
    }

    [Fact]
    public async Task Brokers_signed_by_somebody_else_are_not_trusted()
    {
        var source = await kafka.SourceAsync();
        var collected = await Collected.FromAsync(new(Side.Source, source.Bootstrap(KafkaListener.Tls, 1), new AuthPlan(AuthMode.Tls)));
        Assert.Contains("is signed by nobody who is trusted here (issuer CN=Test CA)", collected.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_address_that_answers_is_enough_and_the_other_is_a_remark()
    {
        var source = await kafka.SourceAsync();
        var collected = await Collected.FromAsync(Collected.Plaintext("127.0.0.1:1," + source.Bootstrap(broker: 1)));
        Assert.Null(collected.Error);
    }
}
