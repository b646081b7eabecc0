using MskPrecheckAction.Collection.Kafka.Librdkafka;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Whether all bootstrap addresses lead to one cluster: of two, whoever answers first would be taken for the whole.</summary>
internal sealed class OneClusterProbe(KafkaAccess access, TokenKeeper? tokens, ClientLog lines, Questions questions)
{
    private const int Most = 8;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(100);

    /// <summary>The address that leads elsewhere, in plain words; null where none is known to.</summary>
    /// <param name="brokers">The brokers of the cluster that answered: their own addresses need not be asked.</param>
    /// <param name="known">The id of that cluster, should its brokers not tell it.</param>
    public async Task<string?> ErrorAsync(IReadOnlyList<BrokerAddress> brokers, Task<string?> known)
    {
        var strangers = Advertised.Strangers(access, brokers).Take(Most).ToList();
        if (strangers.Count == 0) return null;
        // By the brokers' own addresses first: a handle that was given all of them may know the other cluster's id.
        var own = IdAsync(string.Join(',', brokers.Select(one => one.Address)));
        var answers = await Task.WhenAll(strangers.Select(IdAsync)).ConfigureAwait(false);
        if (((await own.ConfigureAwait(false)).Id ?? await known.ConfigureAwait(false)) is not { } id) return null;
        var other = Array.Find(answers, one => one.Id is { } found && found != id);
        return other.Id is null ? null : $"the bootstrap servers lead to more than one cluster: {other.Address} to {other.Id}, others to {id}";
    }

    private async Task<(string Address, string? Id)> IdAsync(string addresses)
    {
        var settings = ClientSettings.For(access with { BootstrapServers = addresses });
        var client = new NativeClient(settings, lines, tokens);
        try
        {
            var id = IdOfAsync(client, questions);
            // A dead address is waited for no longer than its failure is known.
            while (!id.IsCompleted && lines.FailureOf(addresses) is null) await Task.WhenAny(id, Task.Delay(Look, CancellationToken.None)).ConfigureAwait(false);
            return (addresses, id.IsCompleted ? await id.ConfigureAwait(false) : null);
        }
        finally
        {
            client.Close();
        }
    }

    /// <summary>The id of the cluster that a handle talks to; null where nobody tells in time.</summary>
    public static async Task<string?> IdOfAsync(NativeClient client, Questions questions)
    {
        var asked = client.UseAsync(handle => Native.ClusterId(handle, (int)Limit.TotalMilliseconds));
        await ((Task)asked).WaitAsync(questions.Stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return asked.IsCompletedSuccessfully ? await asked.ConfigureAwait(false) : null;
    }
}
