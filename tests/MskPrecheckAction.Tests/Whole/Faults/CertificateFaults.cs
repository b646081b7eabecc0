using System.Security.Cryptography;
using MskPrecheckAction.Kafka;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>TLS, and the certificates of brokers and of clients.</summary>
internal static class CertificateFaults
{
    public static readonly Fault[] Rows =
    [
        new("A TLS mode at the plaintext port", "is it the plaintext port?", side => side.At(side.Cluster.Bootstrap(broker: 1), "mode: tls", side.CaPath)),
        new("Plaintext at the TLS port", "is it a TLS port?", side => side.At(side.Cluster.Bootstrap(KafkaListener.Tls, 1), "mode: plaintext")),
        Alert("The brokers speak other versions of TLS only", "speaks no version of TLS that this machine takes", 70),
        Alert("The brokers take other TLS ciphers only", "it has no cipher in common with this machine", 40),
        Alert("The brokers have an error of their own during the TLS handshake", "an error of its own", 80),
        Alert("The brokers' address answers to other host names only (SNI)", "it does not answer to this host name", 112),
        new("A web server on the brokers' port, asked with TLS", "does not speak TLS", side => side.At(side.Keep(new FixedServer(FixedServer.BadRequest)).Address, "mode: tls")),
        new("The brokers' certificate is signed by a private authority, and ca_path is not given", "is signed by nobody who is trusted here",
            side => side.At(side.Cluster.Bootstrap(KafkaListener.Tls, 1), "mode: tls")),
        new("ca_path names another authority", "is signed by nobody who is trusted here",
            side => side.At(side.Cluster.Bootstrap(KafkaListener.Tls, 1), "mode: tls", "ca_path: " + side.Keep(new TlsServer()).CaPath)),
        new("ca_path is no certificate", "is not a PEM file with certificates", side => side.At(side.Cluster.Bootstrap(KafkaListener.Tls, 1), "mode: tls", "ca_path: " + side.File("wrong.pem", "not a certificate\n"))),
        new("The brokers' certificate is signed by nobody but its owner", "is signed by nobody who is trusted here", side => Certificate(side, new TlsServer())),
        new("The brokers' certificate is not valid yet", "is not valid before", side => Certificate(side, new TlsServer(null, 2, 30))),
        new("The brokers' certificate has expired", "expired on", async side => side.At(await side.Strict.ExpiredAsync(), "mode: tls", side.Strict.CaPath)),
        new("The brokers' certificate is for another host", "is for another host", side => Certificate(side, new TlsServer("b-1.elsewhere.example", -20, 30))),
        new("The brokers' certificate is for another host, SCRAM", "is for another host", async side => side.At(
            await side.Strict.OtherHostAsync(), "mode: scram-sha-512", "username: nobody", $"password: \"{Canaries.Password}\"", side.Strict.CaPath)),
        new("The brokers want a client certificate, and the mode is tls", "asks for a client certificate", async side => side.At(
            await side.Strict.DemandsCertificateAsync(), "mode: tls", "ca_path: " + (await side.Strict.ClusterAsync()).Certificates.CaPath)),
        new("The client certificate has expired", "expired on", side => Client(side, side.Cluster.Certificates.Issue("expired-client", null, DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(-1)))),
        new("The client certificate is signed by an authority that the brokers do not know", "refused the client certificate", side => Client(side, side.Stranger.Issue("client"))),
        new("The private key belongs to another certificate", "does not belong to the certificate", side =>
            Client(side, side.Cluster.ClientCertificate with { KeyPath = side.Stranger.Issue("client").KeyPath })),
        new("The private key has a password", "without password", side => Client(side, side.Cluster.ClientCertificate with { KeyPath = side.File("locked.key", Locked()) })),
        new("The client certificate's file holds something else", "is not a PEM file with a certificate", side => Client(side, side.Cluster.ClientCertificate with { CertificatePath = side.File("wrong.pem", "not a certificate\n") })),
    ];

    private static Fault Alert(string name, string words, byte number) => new(name, words, side => side.At(side.Keep(new FixedServer(FixedServer.TlsAlert(number))).Address, "mode: tls"));

    private static void Certificate(BrokenSide side, TlsServer server)
    {
        side.Keep(server);
        side.At(server.Address, "mode: tls", "ca_path: " + server.CaPath);
    }

    private static void Client(BrokenSide side, TestCertificate client) => side.At(
        side.Cluster.Bootstrap(KafkaListener.Tls, 1), "mode: mtls", "certificate_path: " + client.CertificatePath, "key_path: " + client.KeyPath, side.CaPath);

    private static string Locked()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportEncryptedPkcs8PrivateKeyPem(Canaries.Password, new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1000));
    }
}
