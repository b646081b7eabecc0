using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;
using Amazon.Runtime.Internal.Util;
using MskPrecheckAction.Collection.Kafka;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>
/// Signs the tokens that MSK's brokers take from IAM principals: a query-signed address, in base64url without padding. AWS.MSK.Auth does the same and is not
/// served by the registry at present; the signature is AWSSDK.Core's, and tests hold the token against AWS's JavaScript signer byte for byte.
/// </summary>
/// <param name="region">The cluster's region: brokers refuse every other.</param>
/// <param name="time">The clock that goes into the signature.</param>
internal sealed class IamTokenSigner(string region, TimeProvider time)
{
    private const string Service = "kafka-cluster";

    /// <summary>How long a token is good for, unless its credentials end before: MSK takes no longer ones.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromSeconds(900);

    /// <summary>What the brokers' logs show of the client.</summary>
    public string UserAgent { get; init; } = $"msk-precheck/{ToolVersion.Current}";

    /// <summary>Signs one token.</summary>
    /// <param name="credentials">Whose.</param>
    /// <param name="credentialsEnd">When they end, where that is known.</param>
    public IamToken Sign(ImmutableCredentials credentials, DateTimeOffset? credentialsEnd)
    {
        var now = time.GetUtcNow();
        var left = credentialsEnd - now is { } rest && rest < Lifetime ? rest : Lifetime;
        var seconds = Math.Max(1, (long)left.TotalSeconds);

        // The same host in every partition, China included, as all of AWS's own signers have it: nobody connects to it.
        var host = $"kafka.{region}.amazonaws.com";
        var request = new DefaultRequest(new Question(), Service) { HttpMethod = "GET", ResourcePath = "/", Endpoint = new Uri($"https://{host}/"), UseQueryString = true };
        request.Parameters["Action"] = "kafka-cluster:Connect";
        request.Parameters["X-Amz-Expires"] = seconds.ToString(CultureInfo.InvariantCulture);
        if (credentials.UseToken) request.Parameters["X-Amz-Security-Token"] = credentials.Token;
        var signed = AWS4PreSignedUrlSigner.SignRequest(
            request, null, new RequestMetrics(), credentials.AccessKey, credentials.SecretKey, Service, region, now.UtcDateTime);

        // The order of the official signer; the user agent is no part of what is signed.
        var query = request.Parameters.Select(p => $"{p.Key}={Uri.EscapeDataString(p.Value)}")
            .Concat(signed.ForQueryParameters.Split('&'))
            .Append($"User-Agent={Uri.EscapeDataString(UserAgent)}")
            .Distinct()
            .Order(StringComparer.Ordinal);
        var token = Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"https://{host}/?{string.Join('&', query)}"));
        var signedAt = new DateTimeOffset(now.UtcTicks - now.UtcTicks % TimeSpan.TicksPerSecond, TimeSpan.Zero);
        return new IamToken(new Secret(token), signedAt.AddSeconds(seconds), "msk-precheck");
    }

    private sealed class Question : AmazonWebServiceRequest;
}
