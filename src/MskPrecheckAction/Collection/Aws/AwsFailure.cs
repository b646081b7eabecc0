using System.Net.Sockets;
using System.Text.Json;
using System.Xml;
using Amazon.Runtime;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Why AWS did not answer a question: one plain sentence without request ids, and the right that would cure it.</summary>
/// <param name="Cause">The kind of failure.</param>
/// <param name="Reason">The sentence, without a full stop.</param>
/// <param name="Permission">The IAM action that is missing, where one is.</param>
internal sealed record AwsFailure(GapCause Cause, string Reason, string? Permission = null)
{
    /// <summary>The run ended before the answer came.</summary>
    public static AwsFailure Stopped { get; } = new(GapCause.Cancelled, "the run ended before the answer came");

    /// <summary>Names the failure behind an exception of the SDK, or of what lies beneath it.</summary>
    public static AwsFailure Of(Exception thrown, AwsQuestion question, TimeSpan limit)
    {
        // The outermost exception that says something: the SDK wraps refusals of STS and .NET wraps sockets.
        for (var e = thrown; e is not null; e = e.InnerException)
        {
            if (Known(e, question, limit) is { } failure) return AwsProxy.Named(failure);
        }

        // The exception's own words stay out of the report: they are nobody's plain sentence and may repeat what must not be shown.
        return new AwsFailure(GapCause.Defect, $"an unexpected {thrown.GetType().Name}; this is a defect of msk-precheck, please report it");
    }

    /// <summary>The failure for the debug log: types, status and code, and AWS's own words only where they name the caller who lacks a right.</summary>
    public static string Technically(Exception thrown, AwsFailure failure)
    {
        var parts = new List<string>();
        for (var e = thrown; e is not null; e = e.InnerException)
        {
            parts.Add(e switch
            {
                // Not for other refusals: a wrong signature is answered with the request that was signed, session token included.
                AmazonServiceException s when failure.Cause is GapCause.AccessDenied && failure.Permission is not null =>
                    $"{s.GetType().Name} {(int)s.StatusCode} {s.ErrorCode}: {s.Message.ReplaceLineEndings(" ")}",
                AmazonServiceException s => $"{s.GetType().Name} {(int)s.StatusCode} {s.ErrorCode}",
                HttpRequestException h => $"{h.GetType().Name} {h.HttpRequestError}",
                SocketException s => $"{s.GetType().Name} {s.SocketErrorCode}",
                _ => e.GetType().Name,
            });
        }

        return $"{failure.Cause} ({string.Join(" <- ", parts)})";
    }

    private static AwsFailure? Known(Exception e, AwsQuestion question, TimeSpan limit) => e switch
    {
        // An answer that breaks off cannot be read either, and says nothing of who gave it.
        AmazonUnmarshallingException { InnerException: IOException cut } => ConnectionFailure.Of(cut, question),
        AmazonUnmarshallingException or JsonException or XmlException => NoAnswerOfAws(question),
        AmazonServiceException refusal => AwsRefusal.Of(refusal, question),
        TimeoutException => new(GapCause.Timeout, $"{question.Place} did not answer in time"),
        OperationCanceledException => new(GapCause.Timeout, $"{question.Place} did not answer within {limit.TotalSeconds:0.#} s"),
        HttpRequestException or SocketException or IOException => ConnectionFailure.Of(e, question),
        // S3's redirects are followed to addresses of AWS only.
        ArgumentException when e.Message.StartsWith("Invalid S3 URI", StringComparison.Ordinal) => NoAnswerOfAws(question),
        UriFormatException => NoUrl,
        // .NET's word for a scheme that is none of HTTP's; below it the SDK's two ("URL", "URI") for what it cannot read.
        NotSupportedException when e.Message.Contains("scheme", StringComparison.Ordinal) => NoUrl,
        AmazonClientException when e.Message.Contains("not a valid UR", StringComparison.Ordinal) => NoUrl,
        AmazonClientException or InvalidOperationException when AwsSettings.Refused(e.Message) is { } setting => new(GapCause.Unsupported, setting),
        AmazonClientException when e.Message.Contains("already expired", StringComparison.Ordinal) =>
            new(GapCause.AccessDenied, "the credentials that AWS gave have ended already: is this machine's clock right?"),
        AmazonClientException when e.Message.StartsWith("Failed to resolve AWS credentials", StringComparison.Ordinal) => CredentialSettings.NoneFound(),
        _ => null,
    };

    private static AwsFailure NoUrl { get; } = new(
        GapCause.Unreachable, "the endpoint configured for AWS is not a URL (look at AWS_ENDPOINT_URL, AWS_ENDPOINT_URL_<SERVICE> and the AWS profile)");

    /// <summary>An answer in a shape that AWS does not give.</summary>
    public static AwsFailure NoAnswerOfAws(AwsQuestion question) => new(
        GapCause.Unparsable, $"the answer in the name of {question.Place} is not AWS's; a proxy or a login page may stand in between");
}
