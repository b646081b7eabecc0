using System.Text;

namespace MskPrecheckAction.Collection.Kafka.Librdkafka;

/// <summary>A handle of librdkafka's own, without a group; its log lines and errors go where those of the admin handle go.</summary>
internal sealed class NativeClient
{
    private const int Consumer = 1;
    private const int LogEvent = 0x4;
    private const int ErrorEvent = 0x8;
    private const int ErrorSize = 512;

    private readonly nint handle;
    private readonly ClientLog lines;
    private readonly TokenKeeper? tokens;
    private readonly Lock closing = new();
    private readonly List<Task> users = [];
    private volatile bool closed;

    /// <summary>Makes the handle. Throws where librdkafka refuses a setting.</summary>
    public NativeClient(IReadOnlyDictionary<string, string> settings, ClientLog lines, TokenKeeper? tokens)
    {
        (this.lines, this.tokens) = (lines, tokens);
        handle = Create(settings);
        tokens?.Give(SetToken);
        // Not before the handle is complete: the thread uses it.
        Use(Pump);
    }

    /// <summary>Whether <see cref="Close"/> was called: whoever uses the handle must come to an end.</summary>
    public bool IsClosed => closed;

    /// <summary>Uses the handle on a thread of its own, for calls that block; it is not destroyed before they have come back.</summary>
    public Task<T> UseAsync<T>(Func<nint, T> use)
    {
        lock (closing)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            var task = Task.Factory.StartNew(() => use(handle), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            users.Add(task);
            return task;
        }
    }

    /// <summary>Destroys the handle in the background, after its users.</summary>
    public void Close()
    {
        lock (closing) closed = true;
        tokens?.Forget(SetToken);
        _ = Task.Run(async () =>
        {
            await Task.WhenAll(users).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Native.Destroy(handle);
        });
    }

    private static unsafe nint Create(IReadOnlyDictionary<string, string> settings)
    {
        var error = stackalloc byte[ErrorSize];
        var conf = Native.ConfNew();
        foreach (var (name, value) in settings)
        {
            if (Native.ConfSet(conf, name, value, error, ErrorSize) != 0) throw Failed(conf, error);
        }

        // Lines come by the queue that Pump reads; librdkafka would write them to stderr.
        _ = Native.ConfSet(conf, "log.queue", "true", error, ErrorSize);
        Native.ConfSetEvents(conf, LogEvent | ErrorEvent);
        var client = Native.New(Consumer, conf, error, ErrorSize);
        return client != 0 ? client : throw Failed(conf, error);
    }

    private static unsafe InvalidOperationException Failed(nint conf, byte* error)
    {
        Native.ConfDestroy(conf);
        return new InvalidOperationException(Encoding.UTF8.GetString(new ReadOnlySpan<byte>(error, ErrorSize)).TrimEnd('\0'));
    }

    private unsafe void SetToken(IamToken token)
    {
        var error = stackalloc byte[ErrorSize];
        if (Native.SetToken(handle, token.Value.Reveal(), token.ExpiresAt.ToUnixTimeMilliseconds(), token.Principal, 0, 0, error, ErrorSize) != 0)
        {
            lines.Line("token not taken: " + Native.Text((nint)error));
        }
    }

    private void Use(Action<nint> use) => _ = UseAsync(client =>
    {
        use(client);
        return true;
    });

    private void Pump(nint client)
    {
        var queue = Native.QueueGetMain(client);
        _ = Native.SetLogQueue(client, queue);
        while (!closed)
        {
            var one = Native.QueuePoll(queue, 100);
            if (one == 0) continue;
            switch (Native.EventType(one))
            {
                case LogEvent when Native.EventLog(one, out _, out var text, out _) == 0:
                    lines.Line(Native.Text(text));
                    break;
                case ErrorEvent:
                    lines.Line(Native.Text(Native.EventErrorString(one)));
                    break;
            }

            Native.EventDestroy(one);
        }

        Native.QueueDestroy(queue);
    }
}
