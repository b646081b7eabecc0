using System.Globalization;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>librdkafka's and OpenSSL's phrases and what they mean; the first that fits decides, so the telling ones stand first.</summary>
internal sealed partial record ConnectionFailure
{
    private delegate string Telling(string address, string line, AuthMode mode);

    private static readonly (string Text, FailedStep Step, Telling Words)[] Known =
    [
        ("Failed to resolve", FailedStep.NameResolution, (address, _, _) => $"the name of {address} has no address here; {PrivateHint}"),
        ("Connection refused", FailedStep.Refused, (address, _, _) => $"{address} refused the connection: nobody listens there"),
        ("Network is unreachable", FailedStep.NoAnswer, (address, _, _) => $"there is no route to {address}; {PrivateHint}"),
        ("No route to host", FailedStep.NoAnswer, (address, _, _) => $"there is no route to {address}; {PrivateHint}"),
        ("certificate has expired", FailedStep.Certificate, (address, _, _) => $"the certificate of {address} has expired"),
        ("certificate is not yet valid", FailedStep.Certificate, (address, _, _) => $"the certificate of {address} is not valid yet: is the clock here right?"),
        ("hostname mismatch", FailedStep.Certificate, (address, _, _) => $"the certificate of {address} is for another host"),
        ("IP address mismatch", FailedStep.Certificate, (address, _, _) => $"the certificate of {address} is for another host"),
        ("alert certificate expired", FailedStep.Certificate, (address, _, mode) => BadCertificate(address, mode, ": it has expired")),
        ("alert unknown ca", FailedStep.Certificate, (address, _, mode) => BadCertificate(address, mode, ": it does not trust who signed it")),
        ("alert certificate revoked", FailedStep.Certificate, (address, _, mode) => BadCertificate(address, mode, ": it has been revoked")),
        ("alert unsupported certificate", FailedStep.Certificate, (address, _, mode) => BadCertificate(address, mode, ": it does not take certificates of this kind")),
        ("alert access denied", FailedStep.Certificate, (address, _, mode) => BadCertificate(address, mode, ": it may not enter")),
        ("certificate required", FailedStep.Certificate, (address, _, _) => $"{address} asks for a client certificate"),
        ("alert bad certificate", FailedStep.Certificate, (address, _, mode) => BadCertificate(address, mode)),
        ("alert certificate unknown", FailedStep.Certificate, (address, _, mode) => BadCertificate(address, mode)),
        ("alert handshake failure", FailedStep.Tls, (address, _, mode) => $"{address} broke off the TLS handshake: it has no cipher in common with this machine{(mode is AuthMode.Mtls ? ", or does not take the client certificate" : ", or asks for a client certificate")}"),
        ("alert insufficient security", FailedStep.Tls, (address, _, _) => $"{address} broke off the TLS handshake: it demands stronger ciphers than this machine offers"),
        ("alert internal error", FailedStep.Tls, (address, _, _) => $"{address} broke off the TLS handshake: an error of its own (look at the broker's log)"),
        ("alert decrypt error", FailedStep.Tls, (address, _, mode) => $"{address} broke off the TLS handshake: a signature in it is wrong{(mode is AuthMode.Mtls ? "; does the private key belong to the client certificate?" : "")}"),
        ("unrecognized name", FailedStep.Tls, (address, _, _) => $"{address} broke off the TLS handshake: it does not answer to this host name; is it a broker's own address?"),
        ("unexpected message", FailedStep.Tls, (address, _, mode) => $"{address} does not keep to the TLS handshake{(mode is AuthMode.Mtls ? "" : ": it may ask for a client certificate")}"),
        ("client SSL authentication might be required", FailedStep.Certificate, (address, _, mode) => BadCertificate(address, mode)),
        (Unverified, FailedStep.Certificate, (address, _, _) => $"the certificate of {address} is signed by nobody who is trusted here"),
        ("verify broker certificate", FailedStep.Certificate, (address, _, _) => $"the certificate of {address} is signed by nobody who is trusted here"),
        ("wrong version number", FailedStep.Tls, (address, _, _) => $"{address} does not speak TLS: is it the plaintext port?"),
        ("packet length too long", FailedStep.Tls, (address, _, _) => $"{address} does not speak TLS: is it the plaintext port?"),
        ("alert protocol version", FailedStep.Tls, (address, _, _) => $"{address} speaks no version of TLS that this machine takes"),
        ("unsupported protocol", FailedStep.Tls, (address, _, _) => $"{address} speaks no version of TLS that this machine takes"),
        ("a PLAINTEXT broker listener?", FailedStep.Tls, (address, _, _) => $"{address} hung up during the TLS handshake: is it the plaintext port?"),
        ("during SSL connection handshake", FailedStep.Tls, (address, _, _) => $"{address} hung up during the TLS handshake: is it the plaintext port?"),
        ("connecting to a SSL listener?", FailedStep.HungUp, (address, _, _) => $"{address} does not speak plaintext: is it the TLS port?"),
        ("timed out in state AUTH_", FailedStep.BrokenLogin, (address, _, _) => $"{address} gave no answer while logging in"),
        ("Too many connects", FailedStep.BrokenLogin, (address, _, _) => $"{address} takes no more IAM logins at the moment (too many connects)"),
        ("Unsupported SASL mechanism", FailedStep.Login, (address, line, mode) => OtherMechanism(address, line, mode)),
        ("mechanism not supported", FailedStep.Login, (address, line, mode) => OtherMechanism(address, line, mode)),
        ("mechanism handshake failed", FailedStep.Login, (address, line, mode) => OtherMechanism(address, line, mode)),
        ("connecting to a SASL listener?", FailedStep.Login, (address, _, mode) => $"{address} hung up while logging in: it may not offer {Mechanism(mode)}"),
        ("SaslAuthenticateResponse parsing failed", FailedStep.BrokenLogin, (address, _, _) => $"{address} does not answer a login in Kafka's protocol"),
        ("in server-first-message", FailedStep.BrokenLogin, (address, _, _) => $"{address} does not keep to the SCRAM login"),
        ("SASL authentication", FailedStep.Login, (address, _, mode) => Refused(address, mode)),
        ("Authentication failed", FailedStep.Login, (address, _, mode) => Refused(address, mode)),
        ("in state AUTH_", FailedStep.BrokenLogin, (address, _, mode) => $"{address} hung up while logging in: is it down, or does it not offer {Mechanism(mode)}?"),
        ("SSL handshake failed", FailedStep.Tls, (address, _, _) => $"the TLS handshake with {address} failed"),
        ("API version not supported", FailedStep.NotKafka, (address, _, _) => $"{address} does not know the first request of any Kafka since 0.10 (ApiVersions): is it a Kafka broker?"),
        ("Read underflow", FailedStep.NotKafka, (address, _, _) => Nonsense(address)),
        ("Bad message", FailedStep.NotKafka, (address, _, _) => Nonsense(address)),
        ("connection setup timed out", FailedStep.NoAnswer, (address, _, _) => $"no answer from {address}; {PrivateHint}"),
        ("Connection timed out", FailedStep.NoAnswer, (address, _, _) => $"no answer from {address}; {PrivateHint}"),
        ("timed out", FailedStep.NoAnswer, (address, _, _) => $"no answer from {address}; {PrivateHint}"),
        ("Invalid response size", FailedStep.NotKafka, (address, line, _) => OtherService(address, line)),
        ("ApiVersionRequest failed", FailedStep.HungUp, (address, _, _) => $"{address} hung up after the first request"),
        ("in state SSL_HANDSHAKE", FailedStep.Tls, (address, _, _) => $"{address} hung up during the TLS handshake: is it the plaintext port?"),
        ("in state APIVERSION_QUERY", FailedStep.HungUp, (address, _, mode) => FirstWords(address, mode)),
        ("in state UP", FailedStep.HungUp, (address, _, mode) => OtherMode(address, mode)),
        ("Disconnected", FailedStep.HungUp, (address, _, _) => $"{address} hung up"),
        ("Connection reset", FailedStep.HungUp, (address, _, _) => $"{address} hung up"),
        ("Receive failed", FailedStep.HungUp, (address, _, _) => $"{address} hung up"),
        ("Send failed", FailedStep.HungUp, (address, _, _) => $"{address} hung up"),
    ];

    private static string FirstWords(string address, AuthMode mode) =>
        mode is AuthMode.Plaintext ? $"{address} hung up on the first words: is it a TLS port?" : $"{address} hung up on the first words";

    private static string OtherMode(string address, AuthMode mode) => mode is AuthMode.Iam or AuthMode.ScramSha512
        ? $"{address} hung up"
        : $"{address} hung up on the first question: it may want another auth mode";

    // An answer begins with its length: in other protocols these four bytes are letters, or a TLS record that holds an alert.
    private static string OtherService(string address, string line)
    {
        if (!int.TryParse(SizePattern().Match(line).Groups["size"].ValueSpan, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var size)) size = 0;
        var text = string.Concat(new[] { size >> 24, size >> 16, size >> 8, size }.Select(one => (char)(one & 0xff)));
        return text switch
        {
            "HTTP" => $"{address} answers in HTTP, not in Kafka's protocol: is it a web server's port?",
            _ when size >> 16 == 0x1503 => $"{address} does not speak plaintext: is it the TLS port?",
            _ when text.All(one => char.IsAsciiLetterOrDigit(one) || one is '-' or '/' or ' ') => $"{address} does not answer in Kafka's protocol: its answer begins with \"{text}\"",
            _ => Nonsense(address),
        };
    }

    private static string Nonsense(string address) => $"{address} does not answer in Kafka's protocol";

    private static string BadCertificate(string address, AuthMode mode, string why = "") => mode is AuthMode.Mtls
        ? $"{address} refused the client certificate{why}"
        : $"{address} asks for a client certificate";

    private static string Mechanism(AuthMode mode) => mode is AuthMode.Iam ? $"IAM ({ClientSettings.SaslMechanism(mode)})" : ClientSettings.SaslMechanism(mode);

    private static string OtherMechanism(string address, string line, AuthMode mode) =>
        OffersPattern().Match(line) is { Success: true } found && found.Groups["offers"].Value.Trim() is { Length: > 0 } offers
            ? offers.Split(',', StringSplitOptions.TrimEntries).Contains(ClientSettings.SaslMechanism(mode)) ? $"{address} offers {Mechanism(mode)} and refused to begin such a login" : $"{address} does not offer {Mechanism(mode)}, only {offers}"
            : $"{address} does not offer {Mechanism(mode)}";

    private static string Refused(string address, AuthMode mode) => mode is AuthMode.Iam
        ? $"{address} refused the IAM token: wrong keys, a role that may not kafka-cluster:Connect, or a clock that is wrong"
        : $"{address} refused the user name or the password";
}
