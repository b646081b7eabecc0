namespace MskPrecheckAction.Kafka;

/// <summary>What a test wants of its cluster.</summary>
public sealed record KafkaClusterOptions(KafkaMode Mode)
{
    /// <summary>Their ids are 1 to this number.</summary>
    public int Brokers { get; init; } = 1;

    /// <summary>TLS, SCRAM and (where its validator is found) IAM listeners, and the ACL authorizer, for which everybody on the plaintext port is a super user.</summary>
    public bool Secure { get; init; }

    /// <summary>One more plaintext listener that is advertised through a <see cref="TcpProxy"/> a broker, so that no client finds a way around it.</summary>
    public bool Proxied { get; init; }

    /// <summary>Properties of all brokers.</summary>
    public IReadOnlyDictionary<string, string> Properties { get; init; } = new Dictionary<string, string>();

    /// <summary>Properties of single brokers; they go before those of all.</summary>
    public IReadOnlyDictionary<int, IReadOnlyDictionary<string, string>> PropertiesOf { get; init; } = new Dictionary<int, IReadOnlyDictionary<string, string>>();
}

/// <summary>The ports a broker listens on.</summary>
public enum KafkaListener
{
    /// <summary>No encryption, no authentication: principal User:ANONYMOUS.</summary>
    Plaintext,

    /// <summary>TLS, a client certificate is asked for but not demanded: principal User:CN=... or User:ANONYMOUS.</summary>
    Tls,

    /// <summary>TLS and SCRAM-SHA-512.</summary>
    Scram,

    /// <summary>TLS and OAUTHBEARER with MSK IAM tokens: principal User: and the access key.</summary>
    Iam,

    /// <summary>Plaintext through the broker's proxy.</summary>
    Proxied,
}
