using System.Net;
using System.Net.Sockets;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>Waits for the first words of whoever connects, says always the same, and hangs up; or never says anything.</summary>
internal sealed class FixedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly byte[]? answer;

    public FixedServer(byte[]? answer)
    {
        this.answer = answer;
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>What any web server says to somebody who speaks no HTTP.</summary>
    public static byte[] BadRequest { get; } = [.. "HTTP/1.1 400 Bad Request\r\nContent-Type: text/html\r\nContent-Length: 11\r\nConnection: close\r\n\r\nbad request"u8];

    /// <summary>What a proxy says to somebody who has not logged in to it.</summary>
    public static byte[] ProxyLogin { get; } = [.. "HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"proxy\"\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"u8];

    /// <summary>A fatal TLS alert, by its number in RFC 8446.</summary>
    public static byte[] TlsAlert(byte number) => [0x15, 0x03, 0x01, 0x00, 0x02, 0x02, number];

    public string Address => listener.LocalEndpoint.ToString()!;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Dispose();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = AnswerAsync(await listener.AcceptTcpClientAsync(stop.Token), stop.Token);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException or OperationCanceledException)
        {
            // The server ends.
        }
    }

    private async Task AnswerAsync(TcpClient client, CancellationToken end)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                var read = await stream.ReadAsync(new byte[4096], end);
                if (answer is null) await Task.Delay(Timeout.Infinite, end);
                if (read > 0) await stream.WriteAsync(answer, end);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
            {
                // Either end has gone.
            }
        }
    }
}
