using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MskPrecheckAction.Collection.Kafka.Wire;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Finds out what is wrong with a broker's certificate: librdkafka only says that it could not be verified.</summary>
internal static class CertificateDiagnosis
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);

    /// <summary>The reason in plain words; null where it cannot be found out.</summary>
    /// <param name="address"><c>host:port</c>.</param>
    /// <param name="authorities">The file of <c>ca_path</c>; null for the system's own.</param>
    /// <param name="stop">The end of the run.</param>
    public static async Task<string?> WordsAsync(string address, string? authorities, CancellationToken stop)
    {
        var colon = address.LastIndexOf(':');
        var (host, port) = (address[..colon].Trim('[', ']'), int.Parse(address.AsSpan(colon + 1), System.Globalization.CultureInfo.InvariantCulture));
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(Limit);
        string? words = null;
        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(host, port, limited.Token).ConfigureAwait(false);
            // Nothing is sent after the handshake, which is refused wherever there is something to find.
            RemoteCertificateValidationCallback judge = (_, certificate, chain, errors) =>
            {
                words = Words(address, certificate as X509Certificate2, chain, errors);
                return false;
            };
            await TlsHandshake.WithAsync(client.GetStream(), host, authorities, own: null, judge, limited.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // Refusing the certificate ends here too; words are there if it came to that.
        }

        return words;
    }

    private static string? Words(string address, X509Certificate2? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (certificate is null) return null;
        var (from, until) = (certificate.NotBefore.ToUniversalTime(), certificate.NotAfter.ToUniversalTime());
        if (DateTime.UtcNow > until) return $"the certificate of {address} expired on {until:yyyy-MM-dd}";
        if (DateTime.UtcNow < from) return $"the certificate of {address} is not valid before {from:yyyy-MM-dd}: is the clock here right?";

        var status = chain?.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status) ?? X509ChainStatusFlags.NoError;
        if ((status & (X509ChainStatusFlags.PartialChain | X509ChainStatusFlags.UntrustedRoot)) != 0)
        {
            return $"the certificate of {address} is signed by nobody who is trusted here (issuer {certificate.Issuer})";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"the certificate of {address} is for another host ({certificate.GetNameInfo(X509NameType.DnsName, false)})";
        }

        return status.HasFlag(X509ChainStatusFlags.NotTimeValid) ? $"an authority of the certificate of {address} has expired" : null;
    }
}
