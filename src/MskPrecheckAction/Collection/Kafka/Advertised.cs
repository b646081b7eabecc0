using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>The addresses that brokers give of themselves: behind a tunnel or a load balancer the first address answers, and not one of these can be reached.</summary>
internal static class Advertised
{
    /// <summary>The bootstrap addresses that are nobody's own.</summary>
    public static IEnumerable<string> Strangers(KafkaAccess access, IReadOnlyList<BrokerAddress> brokers) =>
        access.BootstrapAddresses.Except(brokers.Select(one => one.Address), StringComparer.OrdinalIgnoreCase);

    /// <summary>What keeps us from the brokers themselves; null where one of them has been reached, or may have been.</summary>
    public static string? Error(KafkaAccess access, IReadOnlyList<BrokerAddress> addresses, IReadOnlyList<Broker> brokers, ClientLog lines)
    {
        var failed = addresses.Select(one => lines.FailureOf(one.Address)).OfType<ConnectionFailure>().ToList();
        var isNobodys = Strangers(access, addresses).Count() == access.BootstrapAddresses.Length;
        if (!isNobodys || failed.Count == 0 || failed.Count < addresses.Count || brokers.Any(one => one.Config.TryGet(out _, out _))) return null;
        return Words(access, ConnectionFailure.Together(failed));
    }

    /// <summary>That sentence.</summary>
    public static string Words(KafkaAccess access, string failures) =>
        $"{string.Join(", ", access.BootstrapAddresses)} answered, but the brokers advertise addresses that cannot be reached from here: {failures}";
}
