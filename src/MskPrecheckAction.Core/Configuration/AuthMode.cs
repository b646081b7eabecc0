namespace MskPrecheckAction.Configuration;

/// <summary>How a client proves itself to the brokers of a cluster (<c>auth.mode</c>).</summary>
public enum AuthMode
{
    /// <summary>AWS IAM: SASL_SSL with OAUTHBEARER and a signed token.</summary>
    Iam,

    /// <summary>User name and password: SASL_SSL with SCRAM-SHA-512.</summary>
    ScramSha512,

    /// <summary>TLS with a client certificate.</summary>
    Mtls,

    /// <summary>TLS without a client certificate.</summary>
    Tls,

    /// <summary>No encryption, no authentication.</summary>
    Plaintext,
}

/// <summary>The spellings of <see cref="AuthMode"/> in <c>migration.yaml</c> and in messages.</summary>
public static class AuthModes
{
    private static readonly (AuthMode Mode, string Spelling)[] All =
    [
        (AuthMode.Iam, "iam"),
        (AuthMode.ScramSha512, "scram-sha-512"),
        (AuthMode.Mtls, "mtls"),
        (AuthMode.Tls, "tls"),
        (AuthMode.Plaintext, "plaintext"),
    ];

    /// <summary>Every spelling, in the order in which messages list them.</summary>
    public static IReadOnlyList<string> Spellings { get; } = [.. All.Select(one => one.Spelling)];

    /// <summary>The spelling of a mode, such as <c>scram-sha-512</c>.</summary>
    public static string Spelling(this AuthMode mode) => All.First(one => one.Mode == mode).Spelling;

    /// <summary>The mode of a spelling, in any case; null for one that does not exist.</summary>
    public static AuthMode? Parse(string spelling)
    {
        foreach (var (mode, known) in All)
        {
            if (known.Equals(spelling, StringComparison.OrdinalIgnoreCase))
            {
                return mode;
            }
        }

        return null;
    }
}
