using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;

namespace MskPrecheckAction.Aws;

/// <summary>One request as it came over the wire, and what it asks of which service.</summary>
public sealed partial record AwsRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    /// <summary>The path as sent, its percent signs untouched.</summary>
    public string RawPath => Target.Split('?', 2)[0];

    public string RawQuery => Target.Contains('?', StringComparison.Ordinal) ? Target.Split('?', 2)[1] : "";

    public string Host => Headers.GetValueOrDefault("host", "");

    public string Authorization => Headers.GetValueOrDefault("authorization", "");

    /// <summary>AccessKey/date/region/service of the signature; empty strings for an unsigned request.</summary>
    public string AccessKey => Scope[0];

    public string Region => Scope[2];

    public string Service => Scope[3];

    /// <summary>The value of one query parameter, decoded; null when it is not there.</summary>
    public string? Query(string name) => HttpUtility.ParseQueryString(RawQuery)[name];

    /// <summary>The action in IAM's spelling, for instance kafka:ListNodes; "unknown" for anything that a precheck has no business with.</summary>
    public string Action => Resolved.Action;

    /// <summary>The cluster's ARN, bucket, secret or role that the action is about.</summary>
    public string Resource => Resolved.Resource;

    /// <summary>True for what cannot change anything: GET and HEAD, and the calls that fetch credentials or the secret.</summary>
    public bool OnlyReads => Method is "GET" or "HEAD" || Action is AwsAction.GetSecretValue or AwsAction.AssumeRole or AwsAction.AssumeRoleWithWebIdentity;

    public override string ToString() => $"{Method} {Target} ({Action} in {Region})";

    private string[] Scope => Credential().Match(Authorization) is { Success: true } found ? found.Groups[1].Value.Split('/') : ["", "", "", "", ""];

    private (string Action, string Resource) Resolved
    {
        get
        {
            if (Method is "GET" && Cluster().Match(RawPath) is { Success: true } found)
            {
                var action = (found.Groups["v"].Value, found.Groups["what"].Value) switch
                {
                    ("api/v2", "") => AwsAction.DescribeClusterV2,
                    ("v1", "/nodes") => AwsAction.ListNodes,
                    ("v1", "/bootstrap-brokers") => AwsAction.GetBootstrapBrokers,
                    _ => AwsAction.Unknown,
                };
                return (action, Uri.UnescapeDataString(found.Groups["arn"].Value));
            }

            if (Method is "HEAD") return (AwsAction.HeadBucket, Bucket);
            if (Method is "POST" && Headers.GetValueOrDefault("x-amz-target") == "secretsmanager.GetSecretValue") return (AwsAction.GetSecretValue, SecretAsked);
            var form = HttpUtility.ParseQueryString(Body);
            return Method is "POST" && form["Action"] is "AssumeRole" or "AssumeRoleWithWebIdentity"
                ? ("sts:" + form["Action"], form["RoleArn"] ?? "")
                : (AwsAction.Unknown, RawPath);
        }
    }

    // Path style names the bucket in the path, virtual host style in front of the host.
    private string Bucket => RawPath.Trim('/') is { Length: > 0 } path ? Uri.UnescapeDataString(path) : Host.Split('.')[0];

    private string SecretAsked => JsonDocument.Parse(Body).RootElement.GetProperty("SecretId").GetString() ?? "";

    [GeneratedRegex("Credential=([^,]+),")]
    private static partial Regex Credential();

    [GeneratedRegex("^/(?<v>api/v2|v1)/clusters/(?<arn>[^/]+)(?<what>/.*)?$")]
    private static partial Regex Cluster();
}

/// <summary>The actions the stand-in knows, spelled as IAM does (HeadBucket excepted, which IAM calls s3:ListBucket).</summary>
public static class AwsAction
{
    public const string DescribeClusterV2 = "kafka:DescribeClusterV2";
    public const string ListNodes = "kafka:ListNodes";
    public const string GetBootstrapBrokers = "kafka:GetBootstrapBrokers";
    public const string HeadBucket = "s3:HeadBucket";
    public const string GetSecretValue = "secretsmanager:GetSecretValue";
    public const string AssumeRole = "sts:AssumeRole";
    public const string AssumeRoleWithWebIdentity = "sts:AssumeRoleWithWebIdentity";
    public const string Unknown = "unknown";
}
