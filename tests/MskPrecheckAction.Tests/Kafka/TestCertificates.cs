using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace MskPrecheckAction.Kafka;

/// <summary>An authority of a test's own, and the files it makes: PKCS12 for brokers, PEM for clients.</summary>
public sealed class TestCertificates : IDisposable
{
    /// <summary>Of every PKCS12 file made here.</summary>
    public const string StorePassword = "changeit";

    private readonly string folder;
    private readonly X509Certificate2 authority;

    public TestCertificates(string folder)
    {
        this.folder = Directory.CreateDirectory(folder).FullName;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Test CA", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        authority = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddYears(-1), DateTimeOffset.UtcNow.AddYears(1));
        File.WriteAllText(CaPath, authority.ExportCertificatePem());
    }

    public string CaPath => Path.Combine(folder, "ca.pem");

    /// <summary>A server's or client's certificate, for localhost and 127.0.0.1 unless another host is named, valid for a month unless told otherwise.</summary>
    public TestCertificate Issue(string name, string? host = null, DateTimeOffset? notBefore = null, DateTimeOffset? notAfter = null)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(host ?? "localhost");
        if (host is null) names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));
        using var bare = request.Create(
            authority, notBefore ?? DateTimeOffset.UtcNow.AddDays(-1), notAfter ?? DateTimeOffset.UtcNow.AddDays(30), RandomNumberGenerator.GetBytes(12));
        using var certificate = bare.CopyWithPrivateKey(key);

        var path = Path.Combine(folder, name);
        File.WriteAllText(path + ".pem", certificate.ExportCertificatePem());
        File.WriteAllText(path + ".key", key.ExportPkcs8PrivateKeyPem());
        File.WriteAllBytes(path + ".p12", certificate.Export(X509ContentType.Pkcs12, StorePassword));
        return new TestCertificate(path + ".pem", path + ".key", path + ".p12");
    }

    public void Dispose() => authority.Dispose();
}

/// <summary>One certificate's files: PEM certificate, PEM key without a password, and both in a PKCS12 store.</summary>
public sealed record TestCertificate(string CertificatePath, string KeyPath, string StorePath);
