using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>All that is needed to log in to the brokers of one cluster.</summary>
/// <param name="Side">Which of the two.</param>
/// <param name="BootstrapServers"><c>host:port</c> by comma.</param>
/// <param name="Auth">The mode, and the paths of certificates.</param>
public sealed record KafkaAccess(Side Side, string BootstrapServers, AuthPlan Auth)
{
    /// <summary>What is asked first of all, as a gap names it.</summary>
    internal string Connection => $"connection to the brokers of the {Side.Word()} cluster";

    /// <summary>Each <c>host:port</c> of them.</summary>
    internal string[] BootstrapAddresses => BootstrapServers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>How long its brokers are given to let us in.</summary>
    internal ConnectPatience Patience { get; init; } = ConnectPatience.Usual;

    /// <summary>The SCRAM user, from the file or from the secret.</summary>
    public string? Username { get; init; }

    /// <summary>The SCRAM password, from the file or from the secret.</summary>
    public Secret? Password { get; init; }

    /// <summary>What to know of a login that was typed or pasted with a blank or a line break too many; null where it was not.</summary>
    internal string? BlankAtAnEdge =>
        IsBlankAtAnEdge(Username) ? "the user name begins or ends with a blank or a line break"
        : IsBlankAtAnEdge(Password?.Reveal()) ? "the password begins or ends with a blank or a line break"
        : null;

    private static bool IsBlankAtAnEdge(string? text) => text is not null && text.Trim().Length < text.Length;

    /// <summary>Signs a new IAM token; throws an exception whose message is one plain sentence where there is none.</summary>
    public Func<CancellationToken, Task<IamToken>>? SignToken { get; init; }
}

/// <summary>A token for OAUTHBEARER.</summary>
/// <param name="Value">The token.</param>
/// <param name="ExpiresAt">When brokers stop taking it.</param>
/// <param name="Principal">A name for the client's own log; brokers do not look at it.</param>
public sealed record IamToken(Secret Value, DateTimeOffset ExpiresAt, string Principal);
