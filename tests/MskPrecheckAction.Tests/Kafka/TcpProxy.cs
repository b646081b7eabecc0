using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MskPrecheckAction.Kafka;

/// <summary>Stands between a client and a port of the loopback, and behaves as badly as <see cref="Behaviour"/> says, on open connections too.</summary>
public sealed class TcpProxy : IAsyncDisposable
{
    private readonly int target;
    private readonly IPAddress address;
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<TcpClient, byte> open = new();
    private TcpListener? listener;
    private volatile ProxyBehaviour behaviour;

    public TcpProxy(int targetPort, IPAddress? listensAt = null)
    {
        (target, address) = (targetPort, listensAt ?? IPAddress.Loopback);
        Port = FreePorts.Next();
        Listen();
    }

    /// <summary>The port that clients are given.</summary>
    public int Port { get; }

    /// <summary>Connections taken so far.</summary>
    public int Accepted { get; private set; }

    /// <summary>Called for each Kafka request (without TLS) before it is passed on, so that things can happen between two questions.</summary>
    public Func<KafkaRequest, Task>? Asked { get; set; }

    /// <summary>Errors in what the broker answers; for connections that come from now on.</summary>
    public FailingAnswers? Failing { get; set; }

    public ProxyBehaviour Behaviour
    {
        get => behaviour;
        set
        {
            behaviour = value;
            if (value == ProxyBehaviour.Refuse) StopListening();
            else if (listener is null) Listen();
            if (value is ProxyBehaviour.Refuse or ProxyBehaviour.Cut) CutConnections();
        }
    }

    /// <summary>Resets every open connection.</summary>
    public void CutConnections()
    {
        foreach (var client in open.Keys) Reset(client);
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        StopListening();
        CutConnections();
    }

    private void Listen()
    {
        listener = new TcpListener(address, Port);
        // Old connections of this port may still be winding up.
        listener.Server.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        listener.Start();
        _ = AcceptAsync(listener);
    }

    private void StopListening()
    {
        listener?.Stop();
        listener = null;
    }

    private async Task AcceptAsync(TcpListener from)
    {
        try
        {
            while (true)
            {
                var client = await from.AcceptTcpClientAsync(stop.Token);
                Accepted++;
                _ = RelayAsync(client);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // It refuses from now on, or ends.
        }
    }

    private async Task RelayAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        open[client] = 0;
        try
        {
            if (behaviour == ProxyBehaviour.Cut) return;
            await WhileHeldAsync();
            await server.ConnectAsync(IPAddress.Loopback, target, stop.Token);
            await (Failing is { } failing
                ? failing.RelayAsync(client.GetStream(), server.GetStream(), stop.Token)
                : Task.WhenAny(PumpAsync(client, server, new KafkaRequests()), PumpAsync(server, client, requests: null)));
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // One side is gone: so is the other, below.
        }
        finally
        {
            open.TryRemove(client, out _);
            Reset(client);
        }
    }

    // Answers drip, requests do not: they are looked at.
    private async Task PumpAsync(TcpClient from, TcpClient to, KafkaRequests? requests)
    {
        var buffer = new byte[16 * 1024];
        var (input, output) = (from.GetStream(), to.GetStream());
        while (await input.ReadAsync(buffer, stop.Token) is > 0 and var count)
        {
            foreach (var request in requests?.Read(buffer.AsSpan(0, count)) ?? [])
            {
                if (Asked is { } asked) await asked(request);
            }

            var sent = 0;
            while (sent < count)
            {
                await WhileHeldAsync();
                var slow = requests is null && behaviour == ProxyBehaviour.Drip;
                if (slow) await Task.Delay(TimeSpan.FromSeconds(1), stop.Token);
                var size = slow ? 1 : count - sent;
                await output.WriteAsync(buffer.AsMemory(sent, size), stop.Token);
                sent += size;
            }
        }
    }

    private async Task WhileHeldAsync()
    {
        while (behaviour == ProxyBehaviour.Blackhole) await Task.Delay(50, stop.Token);
    }

    // A zero linger sends a reset in place of an orderly end.
    private static void Reset(TcpClient client)
    {
        try
        {
            client.LingerState = new LingerOption(true, 0);
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException or NullReferenceException)
        {
            // Closed already.
        }

        client.Dispose();
    }
}
