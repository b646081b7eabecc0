using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>What librdkafka means when it refuses the settings of a handle: nearly always a certificate or key that it cannot use.</summary>
internal static class UnusableFile
{
    /// <summary>The file that cannot be used, in plain words.</summary>
    public static string Words(AuthPlan auth, Exception refused) => refused.Message switch
    {
        var text when text.Contains("ssl.ca.location", StringComparison.Ordinal)
            => $"'{auth.CaPath}' (ca_path) is not a PEM file with certificates",
        var text when text.Contains("ssl.certificate.location", StringComparison.Ordinal)
            => $"'{auth.CertificatePath}' (certificate_path) is not a PEM file with a certificate",
        var text when text.Contains("key values mismatch", StringComparison.OrdinalIgnoreCase)
            => $"the private key '{auth.KeyPath}' does not belong to the certificate '{auth.CertificatePath}'",
        var text when text.Contains("ssl.key.location", StringComparison.Ordinal)
            => $"'{auth.KeyPath}' (key_path) is not a PEM file with a private key without password",
        var text when text.Contains("bootstrap", StringComparison.OrdinalIgnoreCase) => "the bootstrap servers are not a list of host:port",
        _ => "the Kafka client refuses its settings: " + OneLine.Of(refused),
    };
}
