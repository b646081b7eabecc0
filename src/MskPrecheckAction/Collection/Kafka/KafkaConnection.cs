using Confluent.Kafka;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>The admin handle on a cluster; closed behind the caller's back, since librdkafka may take its time.</summary>
internal sealed class KafkaConnection
{
    private readonly List<Task> blocked = [];
    private readonly Lock closing = new();
    private bool closed;
    private readonly TokenKeeper? tokens;

    private KafkaConnection(IAdminClient admin, TokenKeeper? tokens)
    {
        (Admin, this.tokens) = (admin, tokens);
        tokens?.Give(SetToken);
    }

    /// <summary>The handle; only for calls that do not block.</summary>
    public IAdminClient Admin { get; }

    /// <summary>Makes the handle; it connects with the first question. Throws where a certificate or key file cannot be used.</summary>
    public static KafkaConnection Open(KafkaAccess access, ClientLog lines, TokenKeeper? tokens)
    {
        var admin = new AdminClientBuilder(ClientSettings.For(access))
            .SetLogHandler((_, line) => lines.Line(line.Message))
            .SetErrorHandler((_, error) => lines.Line(error.Reason))
            // The keeper signs and hands out tokens; without a handler librdkafka would complain.
            .SetOAuthBearerTokenRefreshHandler((_, _) => { })
            .Build();
        return new KafkaConnection(admin, tokens);
    }

    /// <summary>Runs a call that blocks on a thread of its own; the handle is not closed before it has come back.</summary>
    public Task<T> BlockingAsync<T>(Func<IAdminClient, T> call)
    {
        lock (closing)
        {
            ObjectDisposedException.ThrowIf(closed, this);
            var running = Task.Factory.StartNew(() => call(Admin), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            blocked.Add(running);
            return running;
        }
    }

    /// <summary>Fetches the metadata once more, for who the controller is now.</summary>
    public Task RefreshAsync() => BlockingAsync(admin => admin.GetMetadata(TimeSpan.FromSeconds(5)));

    /// <summary>Closes the handle in the background.</summary>
    public void Close()
    {
        lock (closing) closed = true;
        tokens?.Forget(SetToken);
        _ = Task.Run(async () =>
        {
            await Task.WhenAll(blocked).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Admin.Dispose();
        });
    }

    private void SetToken(IamToken token) =>
        Admin.OAuthBearerSetToken(token.Value.Reveal(), token.ExpiresAt.ToUnixTimeMilliseconds(), token.Principal);
}
