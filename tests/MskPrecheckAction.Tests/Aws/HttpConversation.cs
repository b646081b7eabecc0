using System.Net.Sockets;
using System.Text;

namespace MskPrecheckAction.Aws;

/// <summary>HTTP/1.1 on one accepted connection. Written by hand because HttpListener rewrites paths, and can neither stall, drip nor cut an answer.</summary>
internal sealed class HttpConversation(TcpClient client, Func<AwsRequest, Answer> answer)
{
    public async Task RunAsync(CancellationToken stop)
    {
        using (client)
        {
            client.NoDelay = true;
            try
            {
                var stream = client.GetStream();
                while (await ReadAsync(stream, stop) is { } request && await DeliverAsync(stream, request, answer(request), stop))
                {
                }
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The caller hung up, or the stand-in ends: either is the end of the conversation.
            }
        }
    }

    private static async Task<AwsRequest?> ReadAsync(NetworkStream stream, CancellationToken stop)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, stop) == 0) return null;
            head.Add(one[0]);
        }

        var lines = Encoding.UTF8.GetString([.. head]).TrimEnd().Split("\r\n");
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines[1..]) headers[line.Split(':', 2)[0]] = line.Split(':', 2)[1].Trim();
        var body = new byte[int.Parse(headers.GetValueOrDefault("content-length", "0"))];
        await stream.ReadExactlyAsync(body, stop);
        var start = lines[0].Split(' ');
        return new AwsRequest(start[0], start[1], headers, Encoding.UTF8.GetString(body));
    }

    private static async Task<bool> DeliverAsync(NetworkStream stream, AwsRequest request, Answer answer, CancellationToken stop)
    {
        if (answer.Delay > TimeSpan.Zero) await Task.Delay(answer.Delay, stop);
        if (answer.Delivery == Delivery.Cut) return false;
        if (answer.Delivery == Delivery.Silence) await Task.Delay(Timeout.Infinite, stop);
        var head = answer.Head(keepAlive: true);
        var body = request.Method == "HEAD" ? [] : Encoding.UTF8.GetBytes(answer.Body);
        if (answer.Delivery == Delivery.Drip)
        {
            foreach (var drop in head.Concat(body))
            {
                await stream.WriteAsync(new[] { drop }, stop);
                await Task.Delay(TimeSpan.FromSeconds(1), stop);
            }

            return true;
        }

        await stream.WriteAsync(head, stop);
        if (answer.Delivery == Delivery.StalledBody) await Task.Delay(Timeout.Infinite, stop);
        if (answer.Delivery == Delivery.CutBody)
        {
            await stream.WriteAsync(body.AsMemory(..(body.Length / 2)), stop);
            return false;
        }

        if (answer.Delivery == Delivery.Endless)
        {
            await stream.WriteAsync("{\"unheardOf\":\""u8.ToArray(), stop);
            for (var more = Encoding.UTF8.GetBytes(new string('x', 65536)); ;) await stream.WriteAsync(more, stop);
        }

        await stream.WriteAsync(body, stop);
        return true;
    }
}
