using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace MskPrecheckAction.Aws;

/// <summary>Computes a request's Signature Version 4 a second time, from the bytes on the wire, as AWS does; written from AWS's description of it, without the SDK.</summary>
internal static class SigV4
{
    /// <summary>Whether the request's signature is the one that this secret makes.</summary>
    public static bool IsRight(AwsRequest request, string secret)
    {
        var fields = request.Authorization[(request.Authorization.IndexOf(' ') + 1)..].Split(',', StringSplitOptions.TrimEntries)
            .Select(f => f.Split('=', 2)).ToDictionary(f => f[0], f => f[1]);
        var scope = fields["Credential"].Split('/', 2)[1];
        var signed = fields["SignedHeaders"].Split(';');
        var canonical = string.Join('\n',
            request.Method,
            Path(request),
            Query(request.RawQuery),
            string.Concat(signed.Select(h => $"{h}:{string.Join(' ', request.Headers[h].Split(' ', StringSplitOptions.RemoveEmptyEntries))}\n")),
            fields["SignedHeaders"],
            request.Headers.GetValueOrDefault("x-amz-content-sha256") ?? Hex(SHA256.HashData(Encoding.UTF8.GetBytes(request.Body))));
        var toSign = $"AWS4-HMAC-SHA256\n{request.Headers["x-amz-date"]}\n{scope}\n{Hex(SHA256.HashData(Encoding.UTF8.GetBytes(canonical)))}";
        var key = scope.Split('/').Aggregate(Encoding.UTF8.GetBytes("AWS4" + secret), Hmac);
        return Hex(Hmac(key, toSign)) == fields["Signature"];
    }

    // Every service but S3 encodes the path, which is encoded already, once more.
    private static string Path(AwsRequest request) => request.Service == "s3" ? request.RawPath : string.Join('/', request.RawPath.Split('/').Select(Uri.EscapeDataString));

    private static string Query(string raw) => string.Join('&', raw.Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(p => p.Contains('=', StringComparison.Ordinal) ? p : p + "=").Order(StringComparer.Ordinal));

    private static byte[] Hmac(byte[] key, string text) => HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(text));

    private static string Hex(byte[] bytes) => Convert.ToHexString(bytes).ToLower(CultureInfo.InvariantCulture);
}
