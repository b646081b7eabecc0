using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Takes librdkafka's own lines: on to the debug log, secrets taken out, and what they say of a failed connection is kept.</summary>
internal sealed partial class ClientLog(KafkaAccess access, ICollectionLog log)
{
    private readonly ConcurrentDictionary<string, ConnectionFailure> byAddress = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, long> lastAt = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<string, bool> told = new(StringComparer.Ordinal);
    private volatile IamToken? token;

    /// <summary>The last failure of each address.</summary>
    public IReadOnlyCollection<ConnectionFailure> Failures => [.. byAddress.Values];

    /// <summary>The last failure of one address.</summary>
    public ConnectionFailure? FailureOf(string address) => byAddress.GetValueOrDefault(address);

    /// <summary>The connections that failed since a moment (<see cref="Stopwatch.GetTimestamp"/>), or else before it, in plain words; null where none did.</summary>
    public string? Since(long moment)
    {
        var failed = byAddress.Values.ToLookup(one => lastAt.GetValueOrDefault(one.Address) >= moment);
        // librdkafka does not repeat itself while a connection fails in the same way.
        return failed[true].Any() ? ConnectionFailure.Together(failed[true])
            : failed[false].Any() ? "no answer in time; earlier: " + ConnectionFailure.Together(failed[false])
            : null;
    }

    /// <summary>A line of librdkafka's log or of its error callback; calls come from its own threads.</summary>
    public void Line(string line)
    {
        line = ThreadPattern().Replace(line, "");
        if (ConnectionFailure.Read(line, access.Auth.Mode) is { } failure)
        {
            // "Hung up" comes after the alert that says why: the first of the two knows more.
            byAddress.AddOrUpdate(failure.Address, failure, (_, known) => failure.Tells(known) ? failure : known);
            lastAt[failure.Address] = Stopwatch.GetTimestamp();
        }

        // Every attempt says the same again, in the log and in the error callback.
        if (told.TryAdd(AgePattern().Replace(line, ""), true)) log.Debug($"{access.Side.Word()}: {Scrub(line)}");
    }

    /// <summary>A token that may turn up in a line.</summary>
    public void Hide(IamToken current) => token = current;

    private string Scrub(string line)
    {
        foreach (var secret in new[] { access.Password, token?.Value })
        {
            if (secret?.Reveal() is { Length: > 0 } text) line = line.Replace(text, "***", StringComparison.Ordinal);
        }

        return line;
    }

    // "[thrd:host:port/bootstrap]: " stands before lines of the log and not before those of the error callback.
    [GeneratedRegex(@"\A\[thrd:[^\]]*\]: ")]
    private static partial Regex ThreadPattern();

    [GeneratedRegex(@" \(after \d+ms in state \w+[^)]*\)")]
    private static partial Regex AgePattern();
}
