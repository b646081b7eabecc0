using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Our own certificate, which brokers refuse without a reason: its dates may be it.</summary>
internal static class ClientCertificate
{
    /// <summary>What is wrong with its dates; null where they are in order or cannot be read.</summary>
    public static string? Words(AuthPlan auth)
    {
        if (auth is not { Mode: AuthMode.Mtls, CertificatePath: { } path }) return null;
        try
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(path);
            var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
            return DateTime.UtcNow > until ? $"the client certificate '{path}' expired on {until:yyyy-MM-dd}"
                : DateTime.UtcNow < from ? $"the client certificate '{path}' is not valid before {from:yyyy-MM-dd}: is the clock here right?"
                : null;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
