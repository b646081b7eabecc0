using System.Text;
using System.Text.Json;

namespace MskPrecheckAction.Aws;

/// <summary>One HTTP answer of the AWS stand-in, and how badly it is delivered.</summary>
public sealed record Answer(int Status, string ContentType, string Body)
{
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string>();

    /// <summary>How long the stand-in waits before the first byte.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>What goes wrong on the way.</summary>
    public Delivery Delivery { get; init; }

    /// <summary>A 200 of JSON; a string goes out as it is, anything else serialised.</summary>
    public static Answer Json(object body) => new(200, "application/json", body as string ?? JsonSerializer.Serialize(body));

    public static Answer Xml(string body) => new(200, "text/xml", body);

    /// <summary>A refusal as AWS's JSON services send it: the code in a header and the sentence in the body.</summary>
    public static Answer Error(int status, string code, string message) =>
        new(status, "application/json", JsonSerializer.Serialize(new Dictionary<string, string> { ["message"] = message }))
        {
            Headers = new Dictionary<string, string> { ["x-amzn-ErrorType"] = code, ["x-amzn-RequestId"] = "11111111-2222-3333-4444-555555555555" },
        };

    /// <summary>A refusal as AWS's query services (STS) send it.</summary>
    public static Answer XmlError(int status, string code, string message) => new(
        status, "text/xml",
        $"<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>{code}</Code><Message>{message}</Message></Error><RequestId>1</RequestId></ErrorResponse>");

    public static Answer Forbidden(string action) =>
        Error(403, "AccessDeniedException", $"User: arn:aws:iam::111122223333:user/ci is not authorized to perform: {action}");

    public static Answer Throttled() => Error(429, "TooManyRequestsException", "Too Many Requests");

    /// <summary>What a proxy or a login portal answers in AWS's place.</summary>
    public static Answer Html(int status) => new(status, "text/html", "<html><head><title>Sign in</title></head><body>Who are you?</body></html>");

    public static Answer Garbage() => new(200, "application/json", "}{ this is no JSON \u0001");

    public static Answer Empty() => Json("{}");

    /// <summary>A bare status without a body, as every answer to HEAD is.</summary>
    public static Answer Bare(int status, params (string Name, string Value)[] headers) =>
        new(status, "application/xml", "") { Headers = headers.ToDictionary(h => h.Name, h => h.Value) };

    internal byte[] Head(bool keepAlive)
    {
        var head = new StringBuilder($"HTTP/1.1 {Status} Status{Status}\r\n");
        foreach (var (name, value) in Headers) head.Append(name).Append(": ").Append(value).Append("\r\n");
        head.Append("Content-Type: ").Append(ContentType).Append("\r\n");
        // A body without a length ends with its connection, if it ends.
        if (Delivery is not Delivery.Endless) head.Append("Content-Length: ").Append(Encoding.UTF8.GetByteCount(Body)).Append("\r\n");
        head.Append("Connection: ").Append(keepAlive ? "keep-alive" : "close").Append("\r\n\r\n");
        return Encoding.UTF8.GetBytes(head.ToString());
    }
}

/// <summary>How an answer travels.</summary>
public enum Delivery
{
    /// <summary>Whole and at once.</summary>
    Normal,

    /// <summary>Headers, then never a body.</summary>
    StalledBody,

    /// <summary>Never a byte, the connection stays open.</summary>
    Silence,

    /// <summary>The connection is closed instead of an answer.</summary>
    Cut,

    /// <summary>One byte a second.</summary>
    Drip,

    /// <summary>Half the body, then the connection is closed.</summary>
    CutBody,

    /// <summary>In place of the body one that has no end.</summary>
    Endless,
}
