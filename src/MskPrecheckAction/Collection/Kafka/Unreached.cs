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
        var failed = lines.Failures.Where(one => !answered.Contains(one.Address)).ToDictionary(one => one.Address, StringComparer.OrdinalIgnoreCase);
        foreach (var broker in silent)
        {
            var address = Address(broker);
            failed.TryAdd(address, new(address, FailedStep.NoAnswer, broker.Host is null ? $"{address} is down" : $"no answer from {address}"));
        }

        return failed.Count == 0 ? null : "not every address answered: " + ConnectionFailure.Together(failed.Values);
    }

    private static string Address(Broker broker) => broker.Host is null ? $"broker {broker.Id}" : $"{broker.Host}:{broker.Port}";
}
