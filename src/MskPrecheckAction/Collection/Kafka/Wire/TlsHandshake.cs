using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace MskPrecheckAction.Collection.Kafka.Wire;

/// <summary>TLS to a broker with this machine's own means, by the rules that librdkafka is given.</summary>
internal static class TlsHandshake
{
    /// <summary>Shakes hands.</summary>
    /// <param name="connection">The connection; the stream that comes back closes it.</param>
    /// <param name="host">The name that the broker's certificate must be for.</param>
    /// <param name="authorities">The file of <c>ca_path</c>; null for the system's own.</param>
    /// <param name="own">The client certificate; null where there is none.</param>
    /// <param name="judge">Judges the broker's certificate; null for the usual.</param>
    /// <param name="stop">When to give up.</param>
    public static async Task<Stream> WithAsync(
        Stream connection, string host, string? authorities, SslStreamCertificateContext? own, RemoteCertificateValidationCallback? judge, CancellationToken stop)
    {
        var stream = new SslStream(connection);
        try
        {
            var options = new SslClientAuthenticationOptions
            {
                TargetHost = host,
                CertificateChainPolicy = Policy(authorities),
                ClientCertificateContext = own,
                RemoteCertificateValidationCallback = judge,
            };
            await stream.AuthenticateAsClientAsync(options, stop).ConfigureAwait(false);
            return stream;
        }
        catch
        {
            await stream.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A client certificate with its chain and key, from the files of <c>certificate_path</c> and <c>key_path</c>.</summary>
    public static SslStreamCertificateContext Own(string certificatePath, string keyPath)
    {
        var chain = new X509Certificate2Collection();
        chain.ImportFromPemFile(certificatePath);
        return SslStreamCertificateContext.Create(X509Certificate2.CreateFromPemFile(certificatePath, keyPath), chain, offline: true);
    }

    private static X509ChainPolicy Policy(string? authorities)
    {
        var policy = new X509ChainPolicy { RevocationMode = X509RevocationMode.NoCheck };
        if (authorities is null) return policy;
        policy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        policy.CustomTrustStore.ImportFromPemFile(authorities);
        return policy;
    }
}
