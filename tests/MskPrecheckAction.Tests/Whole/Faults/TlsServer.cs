using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MskPrecheckAction.Kafka;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>Shakes hands with a certificate that may have something wrong with it, and says no more, or what a test wants.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly TestCertificates authority = new(Directory.CreateTempSubdirectory("tls-").FullName);
    private readonly X509Certificate2 certificate;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<Stream, Task> speak = _ => Task.CompletedTask;

    /// <summary>With a certificate of its own authority.</summary>
    /// <param name="host">For which host; null for this one.</param>
    /// <param name="from">From which day on, counted from today.</param>
    /// <param name="until">Until which day.</param>
    public TlsServer(string? host, int from, int until)
    {
        var files = authority.Issue("broker", host, DateTimeOffset.UtcNow.AddDays(from), DateTimeOffset.UtcNow.AddDays(until));
        certificate = X509CertificateLoader.LoadPkcs12FromFile(files.StorePath, TestCertificates.StorePassword);
        Start();
    }

    /// <summary>With a sound certificate, and this to say.</summary>
    public TlsServer(Func<Stream, Task> speak)
        : this(null, -1, 30) => this.speak = speak;

    /// <summary>With a certificate that nobody signed but its owner.</summary>
    public TlsServer()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=broker", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var own = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        certificate = X509CertificateLoader.LoadPkcs12(own.Export(X509ContentType.Pkcs12), null);
        Start();
    }

    public string Address => listener.LocalEndpoint.ToString()!;

    public string CaPath => authority.CaPath;

    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        certificate.Dispose();
        authority.Dispose();
        Directory.Delete(Path.GetDirectoryName(CaPath)!, recursive: true);
        return ValueTask.CompletedTask;
    }

    private void Start()
    {
        listener.Start();
        _ = AcceptAsync();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = SpeakAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The server ends.
        }
    }

    private async Task SpeakAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = new SslStream(client.GetStream());
                await stream.AuthenticateAsServerAsync(certificate);
                await speak(stream);
            }
            catch (Exception e) when (e is IOException or AuthenticationException or SocketException)
            {
                // The client has gone, or does not like the certificate.
            }
        }
    }
}
