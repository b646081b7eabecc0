using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Why no connection to AWS came about, or why it broke.</summary>
internal static class ConnectionFailure
{
    /// <summary>Names the failure by .NET's own kinds, never by the words of a message but for certificates, where there is nothing else.</summary>
    public static AwsFailure Of(Exception e, AwsQuestion question)
    {
        var socket = Find<SocketException>(e)?.SocketErrorCode;
        var kind = Find<HttpRequestException>(e)?.HttpRequestError;
        return (kind, socket) switch
        {
            (HttpRequestError.NameResolutionError, _) or (_, SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData) =>
                Unreachable($"the host name of {question.Place} cannot be resolved"),
            (HttpRequestError.SecureConnectionError, _) => Unreachable($"the TLS handshake with {question.Place} failed: {Certificate(Find<AuthenticationException>(e))}"),
            (HttpRequestError.ProxyTunnelError, _) when Find<HttpRequestException>(e)?.StatusCode is HttpStatusCode.ProxyAuthenticationRequired => Unreachable(ProxyLogin),
            (HttpRequestError.ProxyTunnelError, _) => Unreachable($"the proxy refuses connections to {question.Place}"),
            (_, SocketError.ConnectionRefused) => Unreachable($"the connection to {question.Place} was refused"),
            (_, SocketError.TimedOut) => new(GapCause.Timeout, $"{question.Place} did not answer in time"),
            (_, SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown) =>
                Unreachable($"there is no route to {question.Place}; in a VPC without internet access it takes a VPC endpoint or a proxy"),
            _ => Unreachable($"the connection to {question.Place} broke off before the answer was complete"),
        };
    }

    /// <summary>Said of a proxy that answers 407, whether to a tunnel or to a request.</summary>
    public const string ProxyLogin = "the proxy wants a login before it lets requests through to AWS";

    private static AwsFailure Unreachable(string reason) => new(GapCause.Unreachable, reason);

    private static string Certificate(AuthenticationException? e) => e?.Message switch
    {
        { } words when words.Contains("NotTimeValid", StringComparison.Ordinal) => "the certificate has expired, or this machine's clock is wrong",
        { } words when words.Contains("RemoteCertificateNameMismatch", StringComparison.Ordinal) => "the certificate is for another host",
        { } words when words.Contains("UntrustedRoot", StringComparison.Ordinal) || words.Contains("PartialChain", StringComparison.Ordinal) =>
            "this machine does not trust the certificate's authority",
        _ => "the other end does not speak TLS as AWS does",
    };

    private static T? Find<T>(Exception? e)
        where T : Exception
    {
        while (e is not null and not T) e = e.InnerException;
        return (T?)e;
    }
}
