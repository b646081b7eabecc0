using System.Text.RegularExpressions;

namespace MskPrecheckAction.Configuration.Shapes;

/// <summary>The shapes of ARNs.</summary>
internal static partial class Arns
{
    /// <summary>An MSK cluster.</summary>
    public static readonly Shape<ClusterArn?> Cluster = new($"Write {ClusterArn.Shape}", ReadCluster);

    /// <summary>An IAM role to assume.</summary>
    public static readonly Shape<string?> Role =
        new("Write arn:aws:iam::<account>:role/<name>", (string text, out string? value) => Read(RoleArn(), text, "is no ARN of an IAM role", out value))
        { MayBeBlank = true };

    /// <summary>A secret in Secrets Manager; not shown, for somebody will write the secret itself here.</summary>
    public static readonly Shape<string?> Secret =
        new("Write arn:aws:secretsmanager:<region>:<account>:secret:<name>",
            (string text, out string? value) => Read(SecretArn(), text, "is no ARN of a secret", out value))
        { MayBeBlank = true, IsPrivate = true };

    /// <summary>Whether a text looks like the ARN of a KMS key or alias.</summary>
    public static bool IsKmsKey(string text) => KmsArn().IsMatch(text.Trim());

    private static string? ReadCluster(string text, out ClusterArn? value)
    {
        if (ClusterArn.TryParse(text, out value))
        {
            return null;
        }

        // Which part is wrong, where that can be told: an ARN is long and looks right at a glance.
        var parts = text.Trim(' ', '\t', '\r', '\n', '"', '\'').Split(':', 6);
        return parts switch
        {
            [var arn, ..] when !arn.Equals("arn", StringComparison.OrdinalIgnoreCase) => "is no ARN",
            { Length: < 6 } => "is an ARN that breaks off",
            [_, _, var service, ..] when !service.Equals("kafka", StringComparison.OrdinalIgnoreCase) => "is an ARN of another service than kafka",
            [_, _, _, "", ..] => "is an ARN without a region",
            [_, _, _, _, var account, _] when account.Length != 12 || !account.All(char.IsAsciiDigit) => "is an ARN without the twelve digits of an account",
            [.., var resource] when !resource.StartsWith("cluster/", StringComparison.OrdinalIgnoreCase) => "is an ARN of something else than a cluster",
            [.., var resource] when resource.Count(letter => letter == '/') < 2 => "is an ARN without the uuid behind the cluster's name",
            _ => "is no ARN of an MSK cluster",
        };
    }

    private static string? Read(Regex pattern, string text, string fault, out string? value)
    {
        value = text;
        return pattern.IsMatch(text) ? null : fault;
    }

    [GeneratedRegex(@"^arn:aws[a-z-]*:iam::[0-9]{12}:role/[\w+=,.@/-]+\z", RegexOptions.CultureInvariant | RegexOptions.ECMAScript)]
    private static partial Regex RoleArn();

    [GeneratedRegex(@"^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:[0-9]{12}:secret:[\w/+=.@!-]+\z", RegexOptions.ECMAScript)]
    private static partial Regex SecretArn();

    [GeneratedRegex(@"^arn:aws[a-z-]*:kms:[a-z0-9-]+:[0-9]{12}:(key|alias)/.+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex KmsArn();
}
