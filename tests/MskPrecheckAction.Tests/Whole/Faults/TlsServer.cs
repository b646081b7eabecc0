using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MskPrecheckAction.Kafka;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>Shakes hands with a certificate that has something wrong with it, and says no more.</summary>
internal sealed class TlsServer : IAsyncDisposable
{
    private readonly TestCertificates authority = new(Directory.CreateTempSubdirectory("tls-").FullName);
    private readonly X509Certificate2 certificate;
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public TlsServer(string? host, int validForDays)
    {
        var files = authority.Issue("broker", host, DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(validForDays));
        certificate = X509CertificateLoader.LoadPkcs12FromFile(files.StorePath, TestCertificates.StorePassword);
        listener.Start();
        _ = AcceptAsync();
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

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var stream = new SslStream((await listener.AcceptTcpClientAsync()).GetStream());
                _ = stream.AuthenticateAsServerAsync(certificate).ContinueWith(_ => stream.Dispose(), TaskScheduler.Default);
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The server ends.
        }
    }
}
