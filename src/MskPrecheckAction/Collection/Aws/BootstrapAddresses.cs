using Amazon.Kafka.Model;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Which addresses of GetBootstrapBrokers belong to which auth mode: those inside the VPC before public ones.</summary>
internal static class BootstrapAddresses
{
    /// <summary>The addresses for a mode; null where the cluster has none.</summary>
    public static string? For(AuthMode mode, GetBootstrapBrokersResponse answer)
    {
        var (inside, outside) = mode switch
        {
            AuthMode.Iam => (answer.BootstrapBrokerStringSaslIam, answer.BootstrapBrokerStringPublicSaslIam),
            AuthMode.ScramSha512 => (answer.BootstrapBrokerStringSaslScram, answer.BootstrapBrokerStringPublicSaslScram),
            // One listener takes both: with a client certificate and without.
            AuthMode.Mtls or AuthMode.Tls => (answer.BootstrapBrokerStringTls, answer.BootstrapBrokerStringPublicTls),
            AuthMode.Plaintext => (answer.BootstrapBrokerString, null),
            _ => throw new ArgumentOutOfRangeException(nameof(mode)),
        };
        return !string.IsNullOrWhiteSpace(inside) ? inside : !string.IsNullOrWhiteSpace(outside) ? outside : null;
    }

    /// <summary>The modes for which the cluster has addresses.</summary>
    public static IReadOnlyList<AuthMode> Modes(GetBootstrapBrokersResponse answer) => [.. Enum.GetValues<AuthMode>().Where(mode => For(mode, answer) is not null)];
}
