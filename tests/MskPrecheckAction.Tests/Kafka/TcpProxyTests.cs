using System.Net;
using System.Net.Sockets;
using Xunit;

namespace MskPrecheckAction.Kafka;

/// <summary>The proxy's faults, on a server that repeats what it hears.</summary>
public sealed class TcpProxyTests : IAsyncDisposable
{
    private readonly TcpListener echo = new(IPAddress.Loopback, 0);
    private readonly TcpProxy proxy;

    public TcpProxyTests()
    {
        echo.Start();
        proxy = new TcpProxy(((IPEndPoint)echo.LocalEndpoint).Port);
        _ = EchoAsync();
    }

    [Fact]
    public async Task Forward_passes_both_ways() => Assert.Equal(4, await AskAsync(TimeSpan.FromSeconds(5)));

    [Fact]
    public async Task Blackhole_accepts_and_never_answers()
    {
        proxy.Behaviour = ProxyBehaviour.Blackhole;
        Assert.Equal(0, await AskAsync(TimeSpan.FromSeconds(1)));
        Assert.Equal(1, proxy.Accepted);
    }

    [Fact]
    public async Task Drip_gives_a_byte_a_second()
    {
        proxy.Behaviour = ProxyBehaviour.Drip;
        Assert.InRange(await AskAsync(TimeSpan.FromSeconds(2.5)), 1, 3);
    }

    [Fact]
    public async Task Refuse_does_not_listen_until_it_forwards_again()
    {
        proxy.Behaviour = ProxyBehaviour.Refuse;
        await Assert.ThrowsAsync<SocketException>(() => AskAsync(TimeSpan.FromSeconds(1)));
        proxy.Behaviour = ProxyBehaviour.Forward;
        Assert.Equal(4, await AskAsync(TimeSpan.FromSeconds(5)));
    }

    [Fact]
    public async Task Cut_resets()
    {
        proxy.Behaviour = ProxyBehaviour.Cut;
        // The reset may come while the client still connects, or at its first read.
        var error = await Assert.ThrowsAnyAsync<Exception>(() => AskAsync(TimeSpan.FromSeconds(5)));
        Assert.True(error is IOException or SocketException, error.ToString());
    }

    [Fact]
    public void Requests_are_found_however_they_are_cut()
    {
        // Two requests: six bytes of Metadata, then ten of DescribeConfigs.
        byte[] sent = [0, 0, 0, 6, 0, 3, 0, 9, 1, 1, 0, 0, 0, 10, 0, 32, 0, 4, 1, 2, 3, 4, 5, 6];
        for (var size = 1; size <= sent.Length; size++)
        {
            var requests = new KafkaRequests();
            Assert.Equal([KafkaRequest.Metadata, KafkaRequest.DescribeConfigs], sent.Chunk(size).SelectMany(piece => requests.Read(piece)));
        }
    }

    /// <summary>Sends four bytes and counts those that come back in time.</summary>
    private async Task<int> AskAsync(TimeSpan patience)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(IPAddress.Loopback, proxy.Port, TestContext.Current.CancellationToken);
        using var limit = new CancellationTokenSource(patience);
        var count = 0;
        try
        {
            await client.GetStream().WriteAsync("ping"u8.ToArray(), limit.Token);
            while (count < 4) count += await client.GetStream().ReadAsync(new byte[4], limit.Token) is > 0 and var n ? n : throw new IOException("ended");
        }
        catch (OperationCanceledException)
        {
            // Patience is over: what came, came.
        }

        return count;
    }

    private async Task EchoAsync()
    {
        try
        {
            while (true)
            {
                var client = await echo.AcceptTcpClientAsync();
                _ = client.GetStream().CopyToAsync(client.GetStream());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    public async ValueTask DisposeAsync()
    {
        await proxy.DisposeAsync();
        echo.Stop();
        echo.Dispose();
    }
}
