using System.Net;
using System.Text.RegularExpressions;
using Amazon.Runtime;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>What AWS means by an error answer; the codes are those of MSK, S3, STS and Secrets Manager, which differ in spelling.</summary>
internal static partial class AwsRefusal
{
    /// <summary>Names the failure by its error code, or by its status where there is no code.</summary>
    public static AwsFailure Of(AmazonServiceException refusal, AwsQuestion question)
    {
        // Some services put a namespace before the code or an address behind it; what does not look like a code is not AWS's and is not repeated.
        var code = Code().Match((refusal.ErrorCode ?? "").Split('#')[^1].Split(':')[0]).Value;
        return code switch
        {
            "ExpiredToken" or "ExpiredTokenException" or "ExpiredIdentityToken" when question.Action is AwsIdentity.ByWebIdentity =>
                new(GapCause.AccessDenied, "the web identity token has expired (AWS_WEB_IDENTITY_TOKEN_FILE); log in to AWS closer to this step"),
            "ExpiredToken" or "ExpiredTokenException" or "TokenRefreshRequired" or "ExpiredIdentityToken" =>
                new(GapCause.AccessDenied, "the AWS credentials have expired; log in to AWS again, or let the role's session last longer than the job"),
            "RequestTimeTooSkewed" or "RequestExpired" or "RequestInTheFuture" => ClockSkew,
            "InvalidSignatureException" or "SignatureDoesNotMatch" when Clock().IsMatch(refusal.Message) => ClockSkew,
            "InvalidSignatureException" or "SignatureDoesNotMatch" or "IncompleteSignature" or "IncompleteSignatureException" =>
                new(GapCause.AccessDenied, "AWS refuses the signature of the request: the secret access key does not belong to the access key id"),
            "UnrecognizedClientException" or "InvalidClientTokenId" or "InvalidAccessKeyId" or "InvalidToken" or "AuthFailure" =>
                new(GapCause.AccessDenied, "AWS does not know these credentials: the access key or the session token is wrong, deleted, or of another partition"),
            "OptInRequired" or "NotSignedUp" or "SubscriptionRequiredException" =>
                new(GapCause.AccessDenied, $"the AWS account is not signed up for {question.Service}, or the region {question.Region} is not enabled for it"),
            "MissingAuthenticationToken" or "MissingAuthenticationTokenException" =>
                new(GapCause.AccessDenied, $"{question.Place} saw no signature: a proxy takes it away, or the endpoint is another service's"),
            "InvalidIdentityToken" or "IDPRejectedClaim" or "IDPCommunicationError" =>
                new(GapCause.AccessDenied, "AWS does not take the web identity token; look at the role's trust policy and the identity provider in IAM"),
            "AccessDeniedException" or "AccessDenied" when Key().IsMatch(refusal.Message) => KeyDenied,
            "DecryptionFailure" or "DecryptionFailureException" => KeyDenied,
            "AccessDeniedException" or "AccessDenied" or "UnauthorizedOperation" or "ForbiddenException" or "Forbidden" => Denied(question, refusal.Message),
            "NotFoundException" or "ResourceNotFoundException" or "NoSuchBucket" or "NotFound" => NotFound(question),
            "InvalidRequestException" when Deletion().IsMatch(refusal.Message) => new(GapCause.NotFound, $"{question.Thing} is marked for deletion; restore it, or name another"),
            "RegionDisabledException" => new(GapCause.Unreachable, $"STS is switched off for the region {question.Region} in this account"),
            _ when Throttling().IsMatch(code) => Throttled(question),
            _ => ByStatus(refusal.StatusCode, code, question),
        };
    }

    private static AwsFailure ByStatus(HttpStatusCode status, string code, AwsQuestion question) => (int)status switch
    {
        403 when code.Length > 0 => new(GapCause.AccessDenied, $"access denied: {question.Place} refused the call as {code}"),
        403 => Denied(question) with
        {
            Reason = $"access denied: a 403 without an error code of AWS; {question.Action} may be missing on {question.Thing}, or a proxy refuses the call",
        },
        407 => new(GapCause.Unreachable, ConnectionFailure.ProxyLogin),
        // AWS names what it does not find: this is a proxy, or some other server's page.
        404 when code.Length == 0 => AwsFailure.NoAnswerOfAws(question),
        404 => new(GapCause.Unsupported, $"{question.Place} does not know this call ({code}): look at the endpoint that is configured for AWS"),
        408 or 504 => new(GapCause.Timeout, $"{question.Place} did not answer in time (HTTP {(int)status})"),
        429 => Throttled(question),
        >= 500 => new(GapCause.ServiceError, $"{question.Place} failed on its side (HTTP {(int)status}), retries included"),
        >= 200 and < 400 => AwsFailure.NoAnswerOfAws(question),
        _ => new(GapCause.ServiceError, $"{question.Place} refused the request{(code.Length > 0 ? $" as {code}" : "")} (HTTP {(int)status})"),
    };

    private static AwsFailure ClockSkew { get; } = new(
        GapCause.AccessDenied, "this machine's clock is wrong: AWS takes requests for five minutes around their time only; set the clock");

    private static AwsFailure KeyDenied { get; } = new(
        GapCause.AccessDenied, "access denied: the secret's KMS key may not be used (kms:Decrypt)", "kms:Decrypt");

    private static AwsFailure Denied(AwsQuestion question, string message = "") => new(
        GapCause.AccessDenied, $"access denied: {question.Action} is not allowed on {question.Thing}{ByPolicy(message)}", question.Action);

    // IAM says which kind of policy it was; its other words name accounts and users.
    private static string ByPolicy(string message)
    {
        var kind = Policy().Match(message).Groups["kind"].Value.ToUpperInvariant();
        if (message.Contains("explicit deny", StringComparison.OrdinalIgnoreCase)) return $"; a {Policies.GetValueOrDefault(kind, "policy")} denies it explicitly";
        if (kind is "RESOURCE-BASED") return "; it belongs to another account, and its own policy must allow it too";
        return Policies.TryGetValue(kind, out var policy) ? $"; the {policy} does not allow it" : "";
    }

    // Those that somebody else than the role's owner looks after.
    private static readonly Dictionary<string, string> Policies = new()
    {
        ["VPC ENDPOINT"] = "VPC endpoint policy",
        ["SERVICE CONTROL"] = "service control policy",
        ["RESOURCE CONTROL"] = "resource control policy",
        ["PERMISSIONS BOUNDARY"] = "permissions boundary",
        ["SESSION"] = "session policy",
    };

    private static AwsFailure NotFound(AwsQuestion question) => new(GapCause.NotFound, $"there is no {question.Thing} in {question.Region}");

    private static AwsFailure Throttled(AwsQuestion question) => new(
        GapCause.Throttled, $"{question.Place} refused the call for too many calls (throttled), retries included");

    [GeneratedRegex("^[A-Za-z0-9.]{1,64}$")]
    private static partial Regex Code();

    [GeneratedRegex("(?i)throttl|TooManyRequests|SlowDown|RequestLimitExceeded|BandwidthLimitExceeded|LimitExceeded")]
    private static partial Regex Throttling();

    [GeneratedRegex("(?i)signature (not yet current|expired)")]
    private static partial Regex Clock();

    [GeneratedRegex("(?i)(marked|scheduled) for deletion")]
    private static partial Regex Deletion();

    [GeneratedRegex("(?i)(no|explicit deny in an?) (?<kind>resource-based|VPC endpoint|service control|resource control|permissions boundary|session)", RegexOptions.ExplicitCapture)]
    private static partial Regex Policy();

    [GeneratedRegex(@"(?i)\bkms\b")]
    private static partial Regex Key();
}
