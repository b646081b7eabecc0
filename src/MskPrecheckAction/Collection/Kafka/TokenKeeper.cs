namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Keeps the IAM token of every handle on a cluster fresh: signed before the first connection and again long before it runs out.</summary>
internal sealed class TokenKeeper(Func<CancellationToken, Task<IamToken>> sign, ClientLog lines) : IDisposable
{
    private static readonly TimeSpan SignLimit = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly Lock gate = new();
    private readonly List<Action<IamToken>> holders = [];
    private readonly CancellationTokenSource end = new();
    private IamToken? current;

    /// <summary>The token of now; null before <see cref="StartAsync"/>.</summary>
    public IamToken? Current
    {
        get
        {
            lock (gate) return current;
        }
    }

    /// <summary>Signs the first token and keeps signing from then on.</summary>
    /// <returns>Null, or why there is no token.</returns>
    public async Task<string?> StartAsync(CancellationToken stop)
    {
        try
        {
            await SignAsync(stop).ConfigureAwait(false);
        }
        catch (Exception failure) when (!stop.IsCancellationRequested)
        {
            return "the IAM token could not be signed: " + OneLine.Of(failure);
        }

        _ = KeepAsync();
        return null;
    }

    /// <summary>Gives a handle the token of now, and each that follows.</summary>
    public void Give(Action<IamToken> holder)
    {
        lock (gate)
        {
            holders.Add(holder);
            if (current is { } token) holder(token);
        }
    }

    /// <summary>Takes a handle off the list: from here on it may be closed.</summary>
    public void Forget(Action<IamToken> holder)
    {
        lock (gate) holders.Remove(holder);
    }

    /// <summary>Ends the signing.</summary>
    public void Dispose() => end.Cancel();

    private async Task SignAsync(CancellationToken stop)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop, end.Token);
        limited.CancelAfter(SignLimit);
        var token = await sign(limited.Token).WaitAsync(limited.Token).ConfigureAwait(false);
        lines.Hide(token);
        lock (gate)
        {
            current = token;
            foreach (var holder in holders) holder(token);
        }
    }

    private async Task KeepAsync()
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                // Two thirds of what is left: a failed attempt leaves time for more.
                var left = current!.ExpiresAt - DateTimeOffset.UtcNow;
                var wait = left * 2 / 3;
                await Task.Delay(wait > Pause / 4 ? wait : Pause / 4, end.Token).ConfigureAwait(false);
                await SignAsync(CancellationToken.None).ConfigureAwait(false);
            }
            catch (Exception) when (end.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                lines.Line("the IAM token could not be signed again: " + OneLine.Of(failure));
                await Task.Delay(Pause, CancellationToken.None).ConfigureAwait(false);
            }
        }
    }
}
