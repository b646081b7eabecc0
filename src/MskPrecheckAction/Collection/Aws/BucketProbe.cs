using System.Net;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.S3;
using MskPrecheckAction.Collection.Aws.Sdk;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Asks S3 for buckets by HeadBucket, with the caller's own credentials. A definite failure is a finding (B07, B08); only the end of the run leaves a gap.</summary>
/// <param name="calls">How AWS is asked.</param>
/// <param name="caller">The caller's own credentials.</param>
/// <param name="region">Where is asked first: the source cluster's region, where the migration's buckets belong. S3 names the true one.</param>
internal sealed partial class BucketProbe(AwsCalls calls, Task<Fact<AWSCredentials>> caller, string region)
{
    /// <summary>Asks for one bucket.</summary>
    public async Task<Fact<Reachability>> ReachAsync(string bucket)
    {
        if (!Name().IsMatch(bucket)) return Error($"'{bucket}' is not a bucket's name (neither s3:// nor a path belongs to it)");
        var question = new AwsQuestion($"HeadBucket of '{bucket}'", "S3", region, "s3:ListBucket", $"bucket '{bucket}'");
        var reached = await calls.AskAsync(caller, question, (credentials, token) => HeadAsync(credentials, bucket, question, token)).ConfigureAwait(false);
        return reached.TryGet(out _, out var gap) || gap.Cause is GapCause.Cancelled or GapCause.Defect ? reached : Error(gap.Reason);
    }

    private async Task<Fact<Reachability>> HeadAsync(AWSCredentials credentials, string bucket, AwsQuestion question, CancellationToken token)
    {
        var at = region;
        for (var moved = false; ; moved = true)
        {
            var settings = Settings(at);
            var (isNamed, isPage) = (settings.ServiceURL is { Length: > 0 }, false);
            try
            {
                using var s3 = new AmazonS3Client(credentials, settings);
                s3.AfterResponseEvent += (_, e) => isPage = e is WebServiceResponseEventArgs { ResponseHeaders: var headers } && IsPage(headers, isNamed);
                await s3.HeadBucketAsync(new() { BucketName = bucket }, token).ConfigureAwait(false);
                return isPage ? Error(AwsFailure.NoAnswerOfAws(question).Reason) : Fact.Known(new Reachability(null, moved ? $"the bucket is in {at}, not in the source cluster's region {region}" : null));
            }
            catch (AmazonS3Exception e)
            {
                // Besides 301, regions that must be opted into answer 400 to a signature for another region.
                var headers = HeadersOf(e);
                if (!moved && e.StatusCode is not HttpStatusCode.NotFound && TrueRegion(headers) is { } other && other != at) at = other;
                else if (Refusal(e.StatusCode) is { } error) return Error(headers is not null && IsPage(headers, isNamed) ? AwsFailure.NoAnswerOfAws(question).Reason : error);
                else throw;
            }
        }
    }

    // The answer to a HEAD has no body: the status is all there is.
    private static string? Refusal(HttpStatusCode status) => (int)status switch
    {
        404 => "no such bucket",
        403 => "access denied: s3:ListBucket is not allowed on the bucket, or the bucket is somebody else's",
        301 or 307 => "the bucket is in another region, which S3 does not name",
        400 => "S3 refused the request (HTTP 400): the credentials have expired or are invalid, or the bucket's region is not enabled for the account",
        _ => null,
    };

    // A login or block page in S3's place: the answer to a HEAD has no body to tell it by, a 200 would pass, and a 404 would be a bucket that is not there. S3 numbers its answers;
    // what somebody named by an endpoint variable may not, and is only no web page.
    private static bool IsPage(IDictionary<string, string> headers, bool isNamed) =>
        !headers.Any(header => header.Key.StartsWith("x-amz-", StringComparison.OrdinalIgnoreCase))
        && (!isNamed || headers.Any(header => header.Key.Equals("Content-Type", StringComparison.OrdinalIgnoreCase) && header.Value.StartsWith("text/html", StringComparison.OrdinalIgnoreCase)));

    private static AmazonS3Config Settings(string region)
    {
        var config = new AmazonS3Config().For(region);
        // No bucket's name can stand in front of an address or a single label such as localhost.
        config.ForcePathStyle = Uri.TryCreate(config.ServiceURL, UriKind.Absolute, out var url) && (url.HostNameType is not UriHostNameType.Dns || !url.Host.Contains('.', StringComparison.Ordinal));
        return config;
    }

    private static Dictionary<string, string>? HeadersOf(Exception? e)
    {
        while (e is not null and not HttpErrorResponseException) e = e.InnerException;
        return (e as HttpErrorResponseException)?.Response is { } answer
            ? answer.GetHeaderNames().ToDictionary(name => name, answer.GetHeaderValue, StringComparer.OrdinalIgnoreCase)
            : null;
    }

    // It becomes part of a host's name that signed requests go to: taken only where it looks like a region.
    private static string? TrueRegion(Dictionary<string, string>? headers) =>
        headers?.GetValueOrDefault("x-amz-bucket-region") is { } named && Region().IsMatch(named) ? named : null;

    private static Fact<Reachability> Error(string error) => Fact.Known(new Reachability(error));

    [GeneratedRegex(@"^([A-Za-z0-9][A-Za-z0-9._-]{1,254}|arn:[A-Za-z0-9:/._-]+)$")]
    private static partial Regex Name();

    [GeneratedRegex("^[a-z]{2,}(-[a-z]+)+-[0-9]+$")]
    private static partial Regex Region();
}
