using System.Text.RegularExpressions;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>At which step a connection failed.</summary>
internal enum FailedStep
{
    /// <summary>The broker hung up, and nobody said why.</summary>
    HungUp,

    /// <summary>No answer within the limit.</summary>
    NoAnswer,

    /// <summary>Nobody listens there.</summary>
    Refused,

    /// <summary>The name has no address.</summary>
    NameResolution,

    /// <summary>Somebody answers who is no Kafka broker.</summary>
    NotKafka,

    /// <summary>The TLS handshake, other than by a certificate.</summary>
    Tls,

    /// <summary>Logging in, which ended without a refusal.</summary>
    BrokenLogin,

    /// <summary>One of the two certificates.</summary>
    Certificate,

    /// <summary>Logging in.</summary>
    Login,
}

/// <summary>What one line of librdkafka says of a connection that failed.</summary>
/// <param name="Address"><c>host:port</c>.</param>
/// <param name="Step">At which step.</param>
/// <param name="Words">Plain words that name the address; no full stop.</param>
internal sealed partial record ConnectionFailure(string Address, FailedStep Step, string Words)
{
    /// <summary>What to know where a private name or address gives no answer.</summary>
    public const string PrivateHint = "brokers inside a VPC cannot be reached from hosted runners";

    private const string Unverified = "certificate verify failed";
    private const string LostUnderway = "failed: Local: Broker transport failure";

    /// <summary>Whether trying again is no use: credentials and certificates do not change while we wait.</summary>
    public bool IsDefinite => Step is FailedStep.Certificate or FailedStep.Login;

    /// <summary>Whether it is the broker's certificate that failed; librdkafka does not say why.</summary>
    public bool IsUnverified { get; private init; }

    /// <summary>Whether this failure says more than the one known of the same address.</summary>
    public bool Tells(ConnectionFailure known) => Step >= known.Step || !known.IsDefinite;

    /// <summary>The words without what is guessed of ports, modes and networks: once somebody has answered after authentication, those are right.</summary>
    public string BareWords => Step is FailedStep.HungUp
        ? $"{Address} hung up"
        : Words.Replace("; " + PrivateHint, "", StringComparison.Ordinal).Split(": is it the ", 2)[0];

    /// <summary>Several failures in one sentence: what is the same of several addresses is said once.</summary>
    public static string Together(IEnumerable<ConnectionFailure> failures) => string.Join("; ", failures
        .GroupBy(one => one.BareWords.Replace(one.Address, "{0}", StringComparison.Ordinal), StringComparer.Ordinal)
        .Select(same => same.Key.Replace("{0}", string.Join(", ", same.Select(one => one.Address).Order(StringComparer.Ordinal)), StringComparison.Ordinal))
        .Order(StringComparer.Ordinal));

    /// <summary>The failure that a line tells of; null where it tells of none.</summary>
    public static ConnectionFailure? Read(string line, AuthMode mode)
    {
        var where = AddressPattern().Match(line);
        // A login whose connection was lost says so in a line of its own, which knows less than the one before it.
        if (!where.Success || (line.Contains("SASL", StringComparison.Ordinal) && line.Contains(LostUnderway, StringComparison.Ordinal))) return null;
        var address = where.Groups["address"].Value;
        foreach (var (text, step, words) in Known)
        {
            if (!line.Contains(text, StringComparison.OrdinalIgnoreCase)) continue;
            return new(address, step, words(address, line, mode)) { IsUnverified = text is Unverified };
        }

        return null;
    }

    // librdkafka writes "sasl_ssl://host:port/bootstrap: ..." and, without TLS and SASL, "host:port/1: ...".
    [GeneratedRegex(@"(?<address>[^\s/\[\]]+:\d{1,5}|\[[0-9a-fA-F:.]+\]:\d{1,5})/(?:bootstrap|\d+)(?=[:\]\s])")]
    private static partial Regex AddressPattern();

    [GeneratedRegex(@"Invalid response size (?<size>-?[0-9]+)")]
    private static partial Regex SizePattern();

    [GeneratedRegex(@"broker's supported mechanisms: (?<offers>[A-Z0-9_,\- ]*)")]
    private static partial Regex OffersPattern();
}
