using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>What keeps us out, without a broker: every cause in plain words and in time, and all else a gap that depends on it.</summary>
public sealed class NoWayInTests
{
    [Fact]
    public async Task A_port_nobody_listens_on_is_named_in_seconds()
    {
        var port = FreePort();
        var collected = await Collected.FromAsync(Collected.Plaintext($"127.0.0.1:{port}"));
        Assert.Equal($"127.0.0.1:{port} refused the connection: nobody listens there", collected.Error);
        Assert.InRange(collected.Took.TotalSeconds, 0, 10);
        foreach (var gap in new[] { Collected.Missing(collected.Facts.Cluster), Collected.Missing(collected.Facts.Topics), Collected.Missing(collected.Facts.Acls) })
        {
            Assert.Equal(GapCause.Dependency, gap.Cause);
            Assert.Equal("depends on B09", gap.Reason);
        }
    }

    [Fact]
    public async Task A_name_without_an_address_comes_with_the_hint_about_private_names()
    {
        var collected = await Collected.FromAsync(Collected.Plaintext("b-1.nowhere.invalid:9092", Side.Target));
        Assert.Equal("the name of b-1.nowhere.invalid:9092 has no address here; brokers inside a VPC cannot be reached from hosted runners", collected.Error);
        Assert.Equal("depends on B10", Collected.Missing(collected.Facts.Groups).Reason);
    }

    [Fact]
    public async Task A_port_that_accepts_and_never_answers_is_given_up_in_time()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var address = silent.LocalEndpoint.ToString();
        var collected = await Collected.FromAsync(Collected.Plaintext(address!));
        Assert.Equal($"no answer from {address}; brokers inside a VPC cannot be reached from hosted runners", collected.Error);
        Assert.InRange(collected.Took.TotalSeconds, 5, 20);
    }

    [Fact]
    public async Task The_end_of_the_run_is_a_gap_and_no_finding()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        var collected = await Collected.FromAsync(Collected.Plaintext(silent.LocalEndpoint.ToString()!), stop.Token);
        Assert.Equal(GapCause.Cancelled, Collected.Missing(collected.Facts.WayIn).Cause);
        Assert.Equal(GapCause.Cancelled, Collected.Missing(collected.Facts.Transactions).Cause);
        Assert.InRange(collected.Took.TotalSeconds, 0, 3);
    }

    [Fact]
    public async Task A_token_that_cannot_be_signed_is_the_cause()
    {
        var access = new KafkaAccess(Side.Source, "127.0.0.1:1", new AuthPlan(AuthMode.Iam)) { SignToken = _ => throw new InvalidOperationException("no credentials.\nmore") };
        Assert.Equal("the IAM token could not be signed: no credentials", (await Collected.FromAsync(access)).Error);
    }

    [Fact]
    public async Task A_file_that_cannot_be_used_is_named()
    {
        using var folder = new TemporaryFile("nothing of use");
        var auth = new AuthPlan(AuthMode.Tls) { CaPath = folder.Path };
        Assert.Equal($"'{folder.Path}' (ca_path) is not a PEM file with certificates", (await Collected.FromAsync(new(Side.Source, "127.0.0.1:1", auth))).Error);
    }

    [Theory]
    [InlineData(null, -1, "expired on")]
    [InlineData("b-1.elsewhere.example", 30, "is for another host (b-1.elsewhere.example)")]
    public async Task A_certificate_says_what_is_wrong_with_it(string? host, int validForDays, string words)
    {
        using var authority = new TestCertificates(Directory.CreateTempSubdirectory("tls-").FullName);
        var files = authority.Issue("broker", host, DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(validForDays));
        using var certificate = X509CertificateLoader.LoadPkcs12FromFile(files.StorePath, TestCertificates.StorePassword);
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        _ = ShakeHandsAsync(server, certificate);
        var address = server.LocalEndpoint.ToString()!;
        var collected = await Collected.FromAsync(new(Side.Source, address, new AuthPlan(AuthMode.Tls) { CaPath = authority.CaPath }));
        Assert.StartsWith($"the certificate of {address} {words}", collected.Error, StringComparison.Ordinal);
        Assert.InRange(collected.Took.TotalSeconds, 0, 10);
        Directory.Delete(Path.GetDirectoryName(authority.CaPath)!, recursive: true);
    }

    private static async Task ShakeHandsAsync(TcpListener server, X509Certificate2 certificate)
    {
        while (true)
        {
            try
            {
                var stream = new SslStream((await server.AcceptTcpClientAsync()).GetStream());
                _ = stream.AuthenticateAsServerAsync(certificate).ContinueWith(_ => stream.Dispose(), TaskScheduler.Default);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private sealed class TemporaryFile : IDisposable
    {
        public TemporaryFile(string text) => File.WriteAllText(Path, text);

        public string Path { get; } = System.IO.Path.GetTempFileName();

        public void Dispose() => File.Delete(Path);
    }
}
