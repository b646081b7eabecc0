using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace MskPrecheckAction.Aws;

/// <summary>
/// MSK, S3, STS and Secrets Manager on a free loopback port. Answers are set per action and resource, so that many tests can share one stand-in;
/// signatures are computed again and wrong ones refused as AWS refuses them; every request is kept.
/// </summary>
public sealed class AwsStandIn : IAsyncDisposable
{
    public const string AccessKey = "AKIASTANDIN000000000";
    public const string SecretKey = "stand-in/secret+key";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentDictionary<(string Action, string Resource), Func<AwsRequest, Answer>> scripts = new();
    private readonly ConcurrentDictionary<string, (string Secret, string? Token)> keys = new();
    private readonly ConcurrentQueue<AwsRequest> requests = new();
    private readonly Task accepting;

    public AwsStandIn()
    {
        keys[AccessKey] = (SecretKey, null);
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where it listens, for instance http://127.0.0.1:40001.</summary>
    public string Endpoint => $"http://{listener.LocalEndpoint}";

    /// <summary>What a program needs in its environment to talk to the stand-in and to nothing else.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["AWS_ENDPOINT_URL"] = Endpoint,
        ["AWS_ACCESS_KEY_ID"] = AccessKey,
        ["AWS_SECRET_ACCESS_KEY"] = SecretKey,
        ["AWS_EC2_METADATA_DISABLED"] = "true",
    };

    /// <summary>Everything asked so far, in order of arrival.</summary>
    public IReadOnlyList<AwsRequest> Requests => [.. requests];

    /// <summary>What was asked about one cluster, bucket, secret or role.</summary>
    public IReadOnlyList<AwsRequest> RequestsFor(string resource) => [.. requests.Where(r => r.Resource == resource)];

    /// <summary>Answers in turn; the last answer stays.</summary>
    public AwsStandIn On(string action, string resource, params Answer[] answers)
    {
        var asked = 0;
        return On(action, resource, _ => answers[Math.Min(Interlocked.Increment(ref asked), answers.Length) - 1]);
    }

    /// <summary>Answers by a function of the request.</summary>
    public AwsStandIn On(string action, string resource, Func<AwsRequest, Answer> answer)
    {
        scripts[(action, resource)] = answer;
        return this;
    }

    /// <summary>Takes one more access key, with the session token it must come with.</summary>
    public AwsStandIn Accept(string accessKey, string secret, string? sessionToken = null)
    {
        keys[accessKey] = (secret, sessionToken);
        return this;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true) _ = new HttpConversation(await listener.AcceptTcpClientAsync(stop.Token), AnswerTo).RunAsync(stop.Token);
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The stand-in ends.
        }
    }

    private Answer AnswerTo(AwsRequest request)
    {
        requests.Enqueue(request);
        return Refusal(request)
            ?? (scripts.TryGetValue((request.Action, request.Resource), out var script) ? script(request) : DefaultAnswers.To(request));
    }

    private Answer? Refusal(AwsRequest request)
    {
        if (request.Action == AwsAction.AssumeRoleWithWebIdentity) return null;
        if (!keys.TryGetValue(request.AccessKey, out var key)) return DefaultAnswers.Denied(request, "UnrecognizedClientException", "The security token included in the request is invalid.");
        if (key.Token != request.Headers.GetValueOrDefault("x-amz-security-token")) return DefaultAnswers.Denied(request, "ExpiredTokenException", "The security token included in the request is expired");
        return SigV4.IsRight(request, key.Secret)
            ? null
            : DefaultAnswers.Denied(request, "SignatureDoesNotMatch", "The request signature we calculated does not match the signature you provided.");
    }
}
