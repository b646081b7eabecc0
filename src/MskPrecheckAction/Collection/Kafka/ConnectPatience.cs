using System.Net;
using System.Net.Sockets;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>How long brokers are given to let us in.</summary>
/// <param name="Attempt">For one attempt at a connection, TLS and SASL included.</param>
/// <param name="NoAnswer">Until their silence is taken for an answer: a little longer than an attempt, so that librdkafka's own line comes first.</param>
internal readonly record struct ConnectPatience(TimeSpan Attempt, TimeSpan NoAnswer)
{
    /// <summary>Where each name has one address, as MSK's have.</summary>
    public static ConnectPatience Usual { get; } = new(TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(12));

    /// <summary>Where a name has several, as a load balancer's has one for each zone: librdkafka draws one of them for each attempt, so that a dead one may come again and again.</summary>
    public static ConnectPatience Several { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(32));

    // Whoever gives many gives them for a reason, and no name server is worth a longer wait.
    private const int MostLookedUp = 10;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    /// <summary>Looks the names up.</summary>
    /// <param name="addresses">Each <c>host:port</c>.</param>
    /// <param name="lookUp">Gives the addresses of a name.</param>
    /// <param name="stop">The end of the run.</param>
    public static async Task<ConnectPatience> ForAsync(IEnumerable<string> addresses, Func<string, CancellationToken, Task<IPAddress[]>> lookUp, CancellationToken stop)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(Limit);
        var counts = await Task.WhenAll(addresses.Take(MostLookedUp).Select(HostOf).Distinct(StringComparer.OrdinalIgnoreCase).Select(CountAsync)).ConfigureAwait(false);
        return counts.Any(count => count > 1) ? Several : Usual;

        async Task<int> CountAsync(string host)
        {
            try
            {
                return (await lookUp(host, limited.Token).WaitAsync(limited.Token).ConfigureAwait(false)).Length;
            }
            catch (Exception e) when (e is SocketException or OperationCanceledException or ArgumentException)
            {
                // librdkafka will say so itself.
                return 0;
            }
        }
    }

    private static string HostOf(string address) => address[..address.LastIndexOf(':')].Trim('[', ']');
}
