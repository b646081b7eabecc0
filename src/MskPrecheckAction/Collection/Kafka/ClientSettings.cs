using System.Globalization;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>How librdkafka is told to log in and to behave, the same for every handle on a cluster.</summary>
internal static class ClientSettings
{
    /// <summary>How long a single question may take.</summary>
    public static TimeSpan CallLimit { get; } = TimeSpan.FromSeconds(30);

    /// <summary>How long one attempt at the controller may take; after it another may be the controller.</summary>
    public static TimeSpan ControllerLimit { get; } = TimeSpan.FromSeconds(12);

    /// <summary>The settings by librdkafka's own names. They hold the password: never log them.</summary>
    public static Dictionary<string, string> For(KafkaAccess access)
    {
        var settings = new Dictionary<string, string>
        {
            ["bootstrap.servers"] = access.BootstrapServers,
            ["client.id"] = "msk-precheck",
            // An admin handle defaults to true: a question about a name would then create the topic.
            ["allow.auto.create.topics"] = "false",
            // Brokers with a metrics subscription would be sent our metrics: that is not reading.
            ["enable.metrics.push"] = "false",
            // Everything is asked once, so what librdkafka refreshes by itself is traffic for nothing (50,000 partitions are 5 MB).
            ["topic.metadata.refresh.interval.ms"] = "-1",
            ["socket.timeout.ms"] = Milliseconds(CallLimit),
            ["socket.connection.setup.timeout.ms"] = Milliseconds(access.Patience.Attempt),
            // The first question, which an address that leads nowhere does not answer either.
            ["api.version.request.timeout.ms"] = Milliseconds(access.Patience.Attempt),
            ["socket.keepalive.enable"] = "true",
            ["socket.nagle.disable"] = "true",
            ["reconnect.backoff.ms"] = "100",
            ["reconnect.backoff.max.ms"] = "1000",
            ["security.protocol"] = access.Auth.Mode switch
            {
                AuthMode.Iam or AuthMode.ScramSha512 => "sasl_ssl",
                AuthMode.Plaintext => "plaintext",
                _ => "ssl",
            },
        };
        switch (access.Auth.Mode)
        {
            case AuthMode.Iam:
                settings["sasl.mechanism"] = SaslMechanism(access.Auth.Mode);
                break;
            case AuthMode.ScramSha512:
                settings["sasl.mechanism"] = SaslMechanism(access.Auth.Mode);
                settings["sasl.username"] = access.Username ?? "";
                settings["sasl.password"] = access.Password?.Reveal() ?? "";
                break;
            case AuthMode.Mtls:
                settings["ssl.certificate.location"] = access.Auth.CertificatePath ?? "";
                settings["ssl.key.location"] = access.Auth.KeyPath ?? "";
                break;
        }

        if (access.Auth.Mode is not AuthMode.Plaintext && access.Auth.CaPath is { } authorities) settings["ssl.ca.location"] = authorities;
        return settings;
    }

    /// <summary>SASL's own name of what a mode logs in with; for modes that log in.</summary>
    public static string SaslMechanism(AuthMode mode) => mode is AuthMode.Iam ? "OAUTHBEARER" : "SCRAM-SHA-512";

    private static string Milliseconds(TimeSpan time) => ((long)time.TotalMilliseconds).ToString(CultureInfo.InvariantCulture);
}
