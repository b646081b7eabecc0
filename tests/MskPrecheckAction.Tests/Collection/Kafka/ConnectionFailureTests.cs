using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Lines that librdkafka 2.16.0 wrote against real brokers and real faults, and what they are in plain words.</summary>
public sealed class ConnectionFailureTests
{
    private const string Hint = "; brokers inside a VPC cannot be reached from hosted runners";

    [Theory]
    [InlineData(AuthMode.Plaintext, "NameResolution", "b-1.nowhere.invalid:9092/bootstrap: Failed to resolve 'b-1.nowhere.invalid:9092': Name or service not known (after 0ms in state CONNECT)",
        "the name of b-1.nowhere.invalid:9092 has no address here" + Hint)]
    [InlineData(AuthMode.Plaintext, "Refused", "127.0.0.1:1/bootstrap: Connect to ipv4#127.0.0.1:1 failed: Connection refused (after 0ms in state CONNECT)",
        "127.0.0.1:1 refused the connection: nobody listens there")]
    [InlineData(AuthMode.Tls, "NoAnswer", "ssl://127.0.0.1:20502/bootstrap: Connection setup timed out in state SSL_HANDSHAKE (after 10010ms in state SSL_HANDSHAKE)",
        "no answer from 127.0.0.1:20502" + Hint)]
    [InlineData(AuthMode.ScramSha512, "Login", "sasl_ssl://h:9096/bootstrap: SASL authentication error: Authentication failed during authentication due to invalid credentials with SASL mechanism SCRAM-SHA-512 (after 317ms in state AUTH_REQ)",
        "h:9096 refused the user name or the password")]
    [InlineData(AuthMode.ScramSha512, "Login", "sasl_ssl://h:9098/bootstrap: SASL SCRAM-SHA-512 mechanism handshake failed: Broker: Unsupported SASL mechanism: broker's supported mechanisms: OAUTHBEARER (after 301ms in state AUTH_HANDSHAKE)",
        "h:9098 does not offer SCRAM-SHA-512, only OAUTHBEARER")]
    [InlineData(AuthMode.ScramSha512, "Login", "sasl_ssl://h:9094/1: SASL SCRAM-SHA-512 mechanism handshake failed: Broker: Request not valid in current SASL state: broker's supported mechanisms:  (after 2ms in state AUTH_HANDSHAKE)",
        "h:9094 does not offer SCRAM-SHA-512")]
    [InlineData(AuthMode.Iam, "Login", "sasl_ssl://h:9098/bootstrap: SASL authentication error: {\"status\":\"invalid_token\"} (after 302ms in state AUTH_REQ)",
        "h:9098 refused the IAM token: wrong keys, a role that may not kafka-cluster:Connect, or a clock that is wrong")]
    [InlineData(AuthMode.Iam, "Login", "sasl_ssl://h:9096/bootstrap: SASL OAUTHBEARER mechanism handshake failed: Broker: Unsupported SASL mechanism: broker's supported mechanisms: SCRAM-SHA-512 (after 306ms in state AUTH_HANDSHAKE)",
        "h:9096 does not offer IAM (OAUTHBEARER), only SCRAM-SHA-512")]
    [InlineData(AuthMode.Tls, "Certificate", "ssl://h:9094/bootstrap: SSL handshake failed: error:0A000086:SSL routines::certificate verify failed: broker certificate could not be verified, verify that ssl.ca.location is correctly configured or root CA certificates are installed (install ca-certificates package) (after 32ms in state SSL_HANDSHAKE)",
        "the certificate of h:9094 is signed by nobody who is trusted here")]
    [InlineData(AuthMode.Tls, "Tls", "ssl://h:9092/bootstrap: Disconnected: SSL connection closed by peer (after 7ms in state SSL_HANDSHAKE)",
        "h:9092 hung up during the TLS handshake: is it the plaintext port?")]
    [InlineData(AuthMode.Tls, "HungUp", "ssl://h:9096/bootstrap: Disconnected: SSL connection closed by peer (after 301ms in state UP)",
        "h:9096 hung up on the first question: it may want another auth mode")]
    [InlineData(AuthMode.Plaintext, "HungUp", "h:9094/bootstrap: Disconnected: connection closed by peer: receive 0 after POLLIN (after 1ms in state APIVERSION_QUERY)",
        "h:9094 hung up on the first words: is it a TLS port?")]
    [InlineData(AuthMode.Plaintext, "Refused", "[::1]:9092/bootstrap: Connect to ipv6#[::1]:9092 failed: Connection refused (after 0ms in state CONNECT)",
        "[::1]:9092 refused the connection: nobody listens there")]
    [InlineData(AuthMode.Tls, "Tls", "ssl://h:9094/bootstrap: SSL handshake failed: error:0A00042E:SSL routines::tlsv1 alert protocol version: SSL alert number 70 (after 0ms in state SSL_HANDSHAKE)",
        "h:9094 speaks no version of TLS that this machine takes")]
    [InlineData(AuthMode.Plaintext, "NotKafka", "h:80/bootstrap: Receive failed: Invalid response size 1213486160 (0..100000000): increase receive.message.max.bytes (after 3ms in state APIVERSION_QUERY)",
        "h:80 answers in HTTP, not in Kafka's protocol: is it a web server's port?")]
    [InlineData(AuthMode.Plaintext, "NotKafka", "h:9094/bootstrap: Receive failed: Invalid response size 352518912 (0..100000000): increase receive.message.max.bytes (after 3ms in state APIVERSION_QUERY)",
        "h:9094 does not speak plaintext: is it the TLS port?")]
    [InlineData(AuthMode.Plaintext, "NotKafka", "h:22/bootstrap: Receive failed: Invalid response size 1397966893 (0..100000000): increase receive.message.max.bytes (after 3ms in state APIVERSION_QUERY)",
        "h:22 does not answer in Kafka's protocol: its answer begins with \"SSH-\"")]
    [InlineData(AuthMode.Plaintext, "NotKafka", "h:80/bootstrap: Receive failed: Invalid response size -1 (0..100000000): increase receive.message.max.bytes (after 1ms in state APIVERSION_QUERY)",
        "h:80 does not answer in Kafka's protocol")]
    [InlineData(AuthMode.Plaintext, "NotKafka", "h:9092/bootstrap: ApiVersionRequest failed: Local: Read underflow: probably due to broker version < 0.10 (see api.version.request configuration) (after 0ms in state APIVERSION_QUERY)",
        "h:9092 does not answer in Kafka's protocol")]
    [InlineData(AuthMode.Plaintext, "NotKafka", "h:9092/bootstrap: ApiVersionRequest failed: Broker: API version not supported: probably due to broker version < 0.10 (see api.version.request configuration) (after 5ms in state APIVERSION_QUERY)",
        "h:9092 does not know the first request of any Kafka since 0.10 (ApiVersions): is it a Kafka broker?")]
    [InlineData(AuthMode.Tls, "Tls", "ssl://h:9094/bootstrap: SSL handshake failed: error:0A000410:SSL routines::ssl/tls alert handshake failure: SSL alert number 40 (after 5ms in state SSL_HANDSHAKE)",
        "h:9094 broke off the TLS handshake: it has no cipher in common with this machine, or asks for a client certificate")]
    [InlineData(AuthMode.Mtls, "Certificate", "ssl://h:9094/bootstrap: SSL handshake failed: error:0A000414:SSL routines::ssl/tls alert certificate revoked: SSL alert number 44 (after 0ms in state SSL_HANDSHAKE)",
        "h:9094 refused the client certificate: it has been revoked")]
    [InlineData(AuthMode.Mtls, "Certificate", "ssl://h:9094/bootstrap: SSL handshake failed: error:0A000418:SSL routines::tlsv1 alert unknown ca: SSL alert number 48 (after 1ms in state SSL_HANDSHAKE)",
        "h:9094 refused the client certificate: it does not trust who signed it")]
    [InlineData(AuthMode.Tls, "Certificate", "ssl://h:9094/bootstrap: SSL handshake failed: error:0A000416:SSL routines::ssl/tls alert certificate unknown: SSL alert number 46 (after 1ms in state SSL_HANDSHAKE)",
        "h:9094 asks for a client certificate")]
    [InlineData(AuthMode.Tls, "Tls", "ssl://h:9094/bootstrap: SSL handshake failed: error:0A00042F:SSL routines::tlsv1 alert insufficient security: SSL alert number 71 (after 1ms in state SSL_HANDSHAKE)",
        "h:9094 broke off the TLS handshake: it demands stronger ciphers than this machine offers")]
    [InlineData(AuthMode.Tls, "Tls", "ssl://h:9094/bootstrap: SSL handshake failed: error:0A000438:SSL routines::tlsv1 alert internal error: SSL alert number 80 (after 2ms in state SSL_HANDSHAKE)",
        "h:9094 broke off the TLS handshake: an error of its own (look at the broker's log)")]
    [InlineData(AuthMode.Tls, "Tls", "ssl://h:9094/bootstrap: SSL handshake failed: error:0A000458:SSL routines::tlsv1 unrecognized name: SSL alert number 112 (after 4ms in state SSL_HANDSHAKE)",
        "h:9094 broke off the TLS handshake: it does not answer to this host name; is it a broker's own address?")]
    [InlineData(AuthMode.Tls, "Tls", "ssl://h:9094/bootstrap: SSL handshake failed: error:0A0000F4:SSL routines::unexpected message: client SSL authentication might be required (see ssl.key.location and ssl.certificate.location and consult the broker logs for more information) (after 0ms in state SSL_HANDSHAKE)",
        "h:9094 does not keep to the TLS handshake: it may ask for a client certificate")]
    [InlineData(AuthMode.ScramSha512, "BrokenLogin", "sasl_ssl://h:9096/bootstrap: Connection setup timed out in state AUTH_HANDSHAKE (after 10010ms in state AUTH_HANDSHAKE)",
        "h:9096 gave no answer while logging in")]
    [InlineData(AuthMode.ScramSha512, "BrokenLogin", "sasl_ssl://h:9096/bootstrap: Disconnected: SSL connection closed by peer (after 0ms in state AUTH_REQ)",
        "h:9096 hung up while logging in: is it down, or does it not offer SCRAM-SHA-512?")]
    [InlineData(AuthMode.ScramSha512, "BrokenLogin", "sasl_ssl://h:9096/bootstrap: SASL authentication error: SaslAuthenticateResponse parsing failed: Local: Read underflow (after 95ms in state AUTH_REQ)",
        "h:9096 does not answer a login in Kafka's protocol")]
    [InlineData(AuthMode.ScramSha512, "BrokenLogin", "sasl_ssl://h:9096/bootstrap: SASL authentication error: Server nonce in server-first-message: could not find attribute (r) (after 0ms in state AUTH_REQ)",
        "h:9096 does not keep to the SCRAM login")]
    [InlineData(AuthMode.ScramSha512, "Login", "sasl_ssl://h:9096/bootstrap: SASL SCRAM-SHA-512 mechanism handshake failed: Broker: Request not valid in current SASL state: broker's supported mechanisms: SCRAM-SHA-512 (after 0ms in state AUTH_HANDSHAKE)",
        "h:9096 offers SCRAM-SHA-512 and refused to begin such a login")]
    [InlineData(AuthMode.Iam, "BrokenLogin", "sasl_ssl://h:9098/bootstrap: SASL authentication error: [x]: Too many connects (after 0ms in state AUTH_REQ)",
        "h:9098 takes no more IAM logins at the moment (too many connects)")]
    public void A_line_is_read(AuthMode mode, string step, string line, string words)
    {
        var failure = ConnectionFailure.Read(line, mode);
        Assert.NotNull(failure);
        Assert.Equal(step, failure.Step.ToString());
        Assert.Equal(words, failure.Words);
        Assert.StartsWith(failure.Address, words[words.IndexOf(failure.Address, StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1/1 brokers are down")]
    [InlineData("kafka: error:0480006C:PEM routines::no start line: Expecting: TRUSTED CERTIFICATE")]
    [InlineData("h:9092/bootstrap: Broker configuration was read")]
    [InlineData("sasl_ssl://h:9096/bootstrap: SASL authentication error: SaslAuthenticateRequest failed: Local: Broker transport failure (after 0ms in state DOWN)")]
    [InlineData("sasl_ssl://h:9096/bootstrap: SASL SCRAM-SHA-512 mechanism handshake failed: Local: Broker transport failure: broker's supported mechanisms: (n/a) (after 0ms in state DOWN)")]
    [InlineData("")]
    public void Other_lines_tell_nothing(string line) => Assert.Null(ConnectionFailure.Read(line, AuthMode.Plaintext));

    [Fact]
    public void Hanging_up_after_a_refusal_does_not_hide_the_refusal()
    {
        var refused = new ConnectionFailure("h:1", FailedStep.Login, "refused");
        var hungUp = new ConnectionFailure("h:1", FailedStep.HungUp, "hung up");
        Assert.False(hungUp.Tells(refused));
        Assert.True(refused.Tells(hungUp));
        Assert.True(new ConnectionFailure("h:1", FailedStep.Refused, "gone").Tells(hungUp));
    }

    [Fact]
    public void What_is_the_same_of_several_addresses_is_said_once_and_guesses_are_left_out()
    {
        ConnectionFailure[] failures =
        [
            ConnectionFailure.Read("b:1/2: Connection setup timed out in state CONNECT (after 10010ms in state CONNECT)", AuthMode.Plaintext)!,
            ConnectionFailure.Read("c:1/bootstrap: Disconnected (after 1ms in state APIVERSION_QUERY)", AuthMode.Plaintext)!,
            ConnectionFailure.Read("a:1/1: Connection setup timed out in state CONNECT (after 10010ms in state CONNECT)", AuthMode.Plaintext)!,
        ];
        Assert.Equal("c:1 hung up; no answer from a:1, b:1", ConnectionFailure.Together(failures));
    }
}
