using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>The addresses that did not answer while another did: no reason to stay out, but worth saying.</summary>
internal static class Unreached
{
    /// <summary>The remark; null where all answered.</summary>
    public static string? Remark(ClientLog lines, IReadOnlyList<Broker> brokers)
    {
        var silent = brokers.Where(broker => !broker.Config.TryGet(out _, out var gap) && gap.Cause is GapCause.Unreachable or GapCause.Timeout).ToList();
        var answered = brokers.Except(silent).Select(Address).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var words = lines.Failures.Where(one => !answered.Contains(one.Address))
            .ToDictionary(one => one.Address, one => one.Words, StringComparer.OrdinalIgnoreCase);
        foreach (var broker in silent) words.TryAdd(Address(broker), broker.Host is null ? $"broker {broker.Id} is down" : $"no answer from {Address(broker)}");
        return words.Count == 0
            ? null
            : "not every address answered: " + string.Join("; ", words.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => one.Value));
    }

    private static string Address(Broker broker) => broker.Host is null ? $"broker {broker.Id}" : $"{broker.Host}:{broker.Port}";
}
