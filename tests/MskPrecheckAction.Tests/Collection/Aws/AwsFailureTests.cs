using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Every way in which AWS does not answer: its kind, its sentence and the permission that would cure it.</summary>
public sealed class AwsFailureTests
{
    private static readonly AwsQuestion Question = new("ListNodes", "the MSK API", "eu-central-1", "kafka:ListNodes", "cluster arn:orders", Side.Source);

    public static TheoryData<int, string?, string, GapCause, string, string?> Refusals => new()
    {
        { 403, "AccessDeniedException", "", GapCause.AccessDenied, "kafka:ListNodes is not allowed on cluster arn:orders", "kafka:ListNodes" },
        { 403, "AccessDenied", "", GapCause.AccessDenied, "not allowed", "kafka:ListNodes" },
        { 403, "ForbiddenException", "", GapCause.AccessDenied, "not allowed", "kafka:ListNodes" },
        { 403, "com.amazonaws#AccessDeniedException:http://internal", "", GapCause.AccessDenied, "not allowed", "kafka:ListNodes" },
        { 403, null, "", GapCause.AccessDenied, "a 403 without an error code of AWS", "kafka:ListNodes" },
        { 403, "<html><script>", "", GapCause.AccessDenied, "a 403 without an error code of AWS", "kafka:ListNodes" },
        { 400, "AccessDeniedException", "Access to KMS is not allowed", GapCause.AccessDenied, "kms:Decrypt", "kms:Decrypt" },
        { 400, "DecryptionFailure", "", GapCause.AccessDenied, "kms:Decrypt", "kms:Decrypt" },
        { 404, "NotFoundException", "", GapCause.NotFound, "there is no cluster arn:orders in eu-central-1", null },
        { 400, "ResourceNotFoundException", "", GapCause.NotFound, "there is no cluster", null },
        { 404, null, "", GapCause.Unparsable, "is not AWS's", null },
        { 404, "UnknownOperationException", "", GapCause.Unsupported, "does not know this call (UnknownOperationException)", null },
        { 429, "TooManyRequestsException", "", GapCause.Throttled, "throttled", null },
        { 429, null, "", GapCause.Throttled, "throttled", null },
        { 400, "ThrottlingException", "", GapCause.Throttled, "throttled", null },
        { 400, "Throttling", "", GapCause.Throttled, "throttled", null },
        { 503, "SlowDown", "", GapCause.Throttled, "throttled", null },
        { 403, "ExpiredTokenException", "", GapCause.AccessDenied, "credentials have expired", null },
        { 400, "ExpiredToken", "", GapCause.AccessDenied, "credentials have expired", null },
        { 403, "RequestTimeTooSkewed", "", GapCause.AccessDenied, "clock is wrong", null },
        { 403, "InvalidSignatureException", "Signature expired: 20260101T000000Z is now earlier than 20260102T000000Z", GapCause.AccessDenied, "clock is wrong", null },
        { 403, "SignatureDoesNotMatch", "Signature not yet current: 2027", GapCause.AccessDenied, "clock is wrong", null },
        { 403, "InvalidSignatureException", "does not match", GapCause.AccessDenied, "secret access key does not belong", null },
        { 403, "SignatureDoesNotMatch", "The request signature we calculated", GapCause.AccessDenied, "secret access key does not belong", null },
        { 403, "UnrecognizedClientException", "", GapCause.AccessDenied, "does not know these credentials", null },
        { 403, "InvalidClientTokenId", "", GapCause.AccessDenied, "does not know these credentials", null },
        { 403, "InvalidAccessKeyId", "", GapCause.AccessDenied, "does not know these credentials", null },
        { 403, "MissingAuthenticationToken", "", GapCause.AccessDenied, "saw no signature", null },
        { 403, "OptInRequired", "", GapCause.AccessDenied, "not signed up for the MSK API, or the region eu-central-1 is not enabled", null },
        { 403, "ConfusedException", "", GapCause.AccessDenied, "access denied: the MSK API in eu-central-1 refused the call as ConfusedException", null },
        { 400, "InvalidIdentityToken", "", GapCause.AccessDenied, "web identity", null },
        { 403, "RegionDisabledException", "", GapCause.Unreachable, "switched off", null },
        { 403, "AccessDeniedException", "User: x is not authorized to perform: y with an explicit deny in a service control policy", GapCause.AccessDenied, "; a service control policy denies it explicitly", "kafka:ListNodes" },
        { 403, "AccessDeniedException", "with an explicit deny in an identity-based policy", GapCause.AccessDenied, "; a policy denies it explicitly", "kafka:ListNodes" },
        { 403, "AccessDeniedException", "because no VPC endpoint policy allows the action", GapCause.AccessDenied, "; the VPC endpoint policy does not allow it", "kafka:ListNodes" },
        { 403, "AccessDeniedException", "because no permissions boundary allows the action", GapCause.AccessDenied, "; the permissions boundary does not allow it", "kafka:ListNodes" },
        { 403, "AccessDeniedException", "because no session policy allows the action", GapCause.AccessDenied, "; the session policy does not allow it", "kafka:ListNodes" },
        { 403, "AccessDeniedException", "because no resource-based policy allows the action", GapCause.AccessDenied, "it belongs to another account", "kafka:ListNodes" },
        { 400, "InvalidRequestException", "because it was marked for deletion.", GapCause.NotFound, "is marked for deletion", null },
        { 400, "InvalidRequestException", "because it was scheduled for deletion.", GapCause.NotFound, "is marked for deletion", null },
        { 407, null, "", GapCause.Unreachable, "proxy", null },
        { 504, null, "", GapCause.Timeout, "in time", null },
        { 500, "InternalServerErrorException", "", GapCause.ServiceError, "HTTP 500", null },
        { 503, "ServiceUnavailableException", "", GapCause.ServiceError, "HTTP 503", null },
        { 400, "BadRequestException", "", GapCause.ServiceError, "refused the request as BadRequestException", null },
        { 302, null, "", GapCause.Unparsable, "login page", null },
        { 200, null, "", GapCause.Unparsable, "login page", null },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_refusal_has_a_kind_a_sentence_and_a_permission(int status, string? code, string message, GapCause cause, string reason, string? permission)
    {
        var refusal = new AmazonServiceException(message, null, ErrorType.Sender, code, "REQUEST-ID", (HttpStatusCode)status);
        Plain(refusal, cause, reason, permission);
        // As the SDK's credential classes wrap what STS says.
        Plain(new AmazonClientException("Error calling AssumeRole for role x", refusal), cause, reason, permission);
    }

    public static TheoryData<string, GapCause, string> Breakdowns => new()
    {
        { "dns", GapCause.Unreachable, "cannot be resolved" },
        { "refused", GapCause.Unreachable, "was refused" },
        { "no route", GapCause.Unreachable, "no route" },
        { "connect timeout", GapCause.Timeout, "in time" },
        { "proxy", GapCause.Unreachable, "proxy" },
        { "reset", GapCause.Unreachable, "broke off" },
        { "cut", GapCause.Unreachable, "broke off" },
        { "expired certificate", GapCause.Unreachable, "certificate has expired" },
        { "unknown authority", GapCause.Unreachable, "does not trust" },
        { "other host", GapCause.Unreachable, "for another host" },
        { "no tls", GapCause.Unreachable, "does not speak TLS" },
        { "attempts", GapCause.Timeout, "in time" },
        { "limit", GapCause.Timeout, "within 30 s" },
        { "cut body", GapCause.Unreachable, "broke off" },
        { "proxy login", GapCause.Unreachable, "the proxy wants a login" },
        { "garbage", GapCause.Unparsable, "not AWS's" },
        { "json", GapCause.Unparsable, "not AWS's" },
        { "no credentials", GapCause.Dependency, "AWS_ACCESS_KEY_ID" },
        { "bad url", GapCause.Unreachable, "AWS_ENDPOINT_URL" },
        { "no http", GapCause.Unreachable, "AWS_ENDPOINT_URL" },
        { "xml", GapCause.Unparsable, "not AWS's" },
        { "redirect", GapCause.Unparsable, "not AWS's" },
        { "ended", GapCause.AccessDenied, "have ended already" },
        { "defaults", GapCause.Unsupported, "the value of AWS_DEFAULTS_MODE" },
        { "variable", GapCause.Unsupported, "the value of AWS_S3_US_EAST_1_REGIONAL_ENDPOINT is none of those that AWS knows" },
        { "fips", GapCause.Unsupported, "AWS_USE_FIPS_ENDPOINT" },
        { "dual stack", GapCause.Unsupported, "AWS_USE_DUALSTACK_ENDPOINT" },
        { "defect", GapCause.Defect, "InvalidCastException" },
    };

    [Theory]
    [MemberData(nameof(Breakdowns))]
    public void What_is_no_refusal_has_a_kind_and_a_sentence_too(string what, GapCause cause, string reason) => Plain(
        what switch
        {
            "dns" => new HttpRequestException(HttpRequestError.NameResolutionError, "x", new SocketException((int)SocketError.HostNotFound)),
            "refused" => new HttpRequestException(HttpRequestError.ConnectionError, "x", new SocketException((int)SocketError.ConnectionRefused)),
            "no route" => new HttpRequestException(HttpRequestError.ConnectionError, "x", new SocketException((int)SocketError.NetworkUnreachable)),
            "connect timeout" => new HttpRequestException(HttpRequestError.ConnectionError, "x", new SocketException((int)SocketError.TimedOut)),
            "proxy" => new HttpRequestException(HttpRequestError.ProxyTunnelError, "x"),
            "reset" => new HttpRequestException(HttpRequestError.Unknown, "x", new IOException("x", new SocketException((int)SocketError.ConnectionReset))),
            "cut" => new IOException("The response ended prematurely."),
            "expired certificate" => Tls("The remote certificate is invalid because of errors in the certificate chain: NotTimeValid"),
            "unknown authority" => Tls("The remote certificate is invalid because of errors in the certificate chain: UntrustedRoot"),
            "other host" => Tls("The remote certificate is invalid according to the validation procedure: RemoteCertificateNameMismatch"),
            "no tls" => Tls("Cannot determine the frame size or a corrupted frame was received."),
            "attempts" => new TimeoutException("x", new TaskCanceledException()),
            "limit" => new TaskCanceledException(),
            "cut body" => new AmazonUnmarshallingException("REQUEST-ID", "x", new HttpIOException(HttpRequestError.ResponseEnded), HttpStatusCode.OK),
            "proxy login" => new HttpRequestException(HttpRequestError.ProxyTunnelError, "x", null, HttpStatusCode.ProxyAuthenticationRequired),
            "garbage" => new AmazonUnmarshallingException("REQUEST-ID", "x", new FormatException(), HttpStatusCode.OK),
            "json" => new JsonException("canary"),
            "no credentials" => new AmazonClientException("Failed to resolve AWS credentials. The credential providers used ..."),
            "bad url" => new AmazonClientException("Value for ServiceURL is not a valid URL: canary"),
            "no http" => new NotSupportedException("The 'ftp' scheme is not supported."),
            "xml" => new XmlException("canary"),
            "redirect" => new ArgumentException("Invalid S3 URI - hostname does not appear to be a valid S3 endpoint"),
            "ended" => new AmazonClientException("The retrieved credentials have already expired: Now = canary"),
            "defaults" => new AmazonClientException("Failed to find requested Default Configuration Mode 'canary'.  Valid values are Standard"),
            "variable" => new InvalidOperationException("Invalid value for AWS_S3_US_EAST_1_REGIONAL_ENDPOINT variable. A string regional/legacy is expected."),
            "fips" => new AmazonClientException("Invalid Configuration: FIPS and custom endpoint are not supported"),
            "dual stack" => new AmazonClientException("Invalid Configuration: Dualstack and custom endpoint are not supported"),
            _ => new InvalidCastException("canary"),
        },
        cause, reason, null);

    [Fact]
    public void An_expired_web_identity_is_not_taken_for_expired_keys()
    {
        var question = new AwsQuestion("AWS credentials", "STS", "eu-central-1", AwsIdentity.ByWebIdentity, "the role of the web identity");
        var expired = new AmazonServiceException("", null, ErrorType.Sender, "ExpiredTokenException", "REQUEST-ID", HttpStatusCode.BadRequest);
        Assert.StartsWith("the web identity token has expired", AwsFailure.Of(expired, question, TimeSpan.Zero).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_debug_line_repeats_AWS_only_where_it_names_a_missing_right()
    {
        var denied = new AmazonKafkaExceptionLike("User: arn:aws:iam::1:user/ci is not authorized", "AccessDeniedException", HttpStatusCode.Forbidden);
        Assert.Contains("User: arn:aws:iam::1:user/ci", AwsFailure.Technically(denied, AwsFailure.Of(denied, Question, TimeSpan.Zero)), StringComparison.Ordinal);
        var signature = new AmazonKafkaExceptionLike("x-amz-security-token:canary", "SignatureDoesNotMatch", HttpStatusCode.Forbidden);
        Assert.Equal("AccessDenied (AmazonKafkaExceptionLike 403 SignatureDoesNotMatch)", AwsFailure.Technically(signature, AwsFailure.Of(signature, Question, TimeSpan.Zero)));
    }

    private static void Plain(Exception thrown, GapCause cause, string reason, string? permission)
    {
        var failure = AwsFailure.Of(thrown, Question, TimeSpan.FromSeconds(30));
        Assert.Equal((cause, permission), (failure.Cause, failure.Permission));
        Assert.Contains(reason, failure.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("REQUEST-ID", failure.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", failure.Reason + AwsFailure.Technically(thrown, failure), StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\n|\.$|  ", failure.Reason);
    }

    private static HttpRequestException Tls(string words) => new(HttpRequestError.SecureConnectionError, "x", new AuthenticationException(words));

    private sealed class AmazonKafkaExceptionLike(string message, string code, HttpStatusCode status) : AmazonServiceException(message, null, ErrorType.Sender, code, "REQUEST-ID", status);
}
