using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>Something at a port that is no Kafka broker, or no sound one.</summary>
internal sealed class OddServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Func<NetworkStream, Task> speak;

    private OddServer(Func<NetworkStream, Task> speak)
    {
        this.speak = speak;
        listener.Start();
        _ = AcceptAsync();
    }

    public string Address => listener.LocalEndpoint.ToString()!;

    /// <summary>Says this to whoever connects, and listens from then on.</summary>
    public static OddServer Greets(string text) => new(async stream =>
    {
        await stream.WriteAsync(Encoding.Latin1.GetBytes(text));
        await stream.CopyToAsync(Stream.Null);
    });

    /// <summary>Answers every request with these bytes in Kafka's frame.</summary>
    public static OddServer Frames(Func<short, byte[]?> bodyOf) => new(stream => FramesAsync(stream, bodyOf));

    /// <summary>The same on a connection: null ends it, and nothing at all is no answer, for ever.</summary>
    /// <param name="stream">The connection.</param>
    /// <param name="bodyOf">The answer's bytes behind the correlation id, by the request's API key.</param>
    public static async Task FramesAsync(Stream stream, Func<short, byte[]?> bodyOf)
    {
        var head = new byte[12];
        while (true)
        {
            await stream.ReadExactlyAsync(head);
            var rest = BinaryPrimitives.ReadInt32BigEndian(head) - 8;
            await stream.ReadExactlyAsync(new byte[rest]);
            if (bodyOf(BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(4))) is not { } body) return;
            if (body.Length == 0) continue;
            var answer = new byte[8 + body.Length];
            BinaryPrimitives.WriteInt32BigEndian(answer, 4 + body.Length);
            head.AsSpan(8, 4).CopyTo(answer.AsSpan(4));
            body.CopyTo(answer, 8);
            await stream.WriteAsync(answer);
        }
    }

    public ValueTask DisposeAsync()
    {
        listener.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = SpeakAsync(await listener.AcceptTcpClientAsync());
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
                await speak(client.GetStream());
            }
            catch (IOException)
            {
                // The client has gone.
            }
        }
    }
}
