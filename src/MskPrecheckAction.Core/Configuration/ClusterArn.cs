using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace MskPrecheckAction.Configuration;

/// <summary>The ARN of an MSK cluster, normalised: everything but the cluster's name in lower case. Two spellings of one cluster are equal.</summary>
public sealed partial record ClusterArn
{
    private ClusterArn(string partition, string region, string account, string clusterName, string uuid) =>
        (Partition, Region, Account, ClusterName, Uuid) = (partition, region, account, clusterName, uuid);

    /// <summary>The AWS partition, such as <c>aws</c> or <c>aws-cn</c>.</summary>
    public string Partition { get; }

    /// <summary>The AWS region, such as <c>eu-central-1</c>.</summary>
    public string Region { get; }

    /// <summary>The twelve digits of the AWS account.</summary>
    public string Account { get; }

    /// <summary>The cluster's name, in the case it was given: names differ by case.</summary>
    public string ClusterName { get; }

    /// <summary>What tells clusters of one name apart, such as <c>1f2e3d4c-0000-4000-8000-000000000001-7</c>.</summary>
    public string Uuid { get; }

    /// <summary>The shape, for messages that say what to write.</summary>
    public const string Shape = "arn:aws:kafka:<region>:<account>:cluster/<name>/<uuid>";

    /// <summary>Reads an ARN as people paste it: blanks and quotes around it and the case of all but the name do not matter.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ClusterArn? arn)
    {
        arn = null;
        var match = Pattern().Match((text ?? "").Trim(' ', '\t', '\r', '\n', '"', '\''));
        if (!match.Success)
        {
            return false;
        }

        string Part(string name) => match.Groups[name].Value;
        arn = new ClusterArn(
            Part("partition").ToLowerInvariant(), Part("region").ToLowerInvariant(), Part("account"), Part("name"), Part("uuid").ToLowerInvariant());
        return true;
    }

    /// <summary>The normalised ARN, as AWS is asked with it.</summary>
    public override string ToString() => $"arn:{Partition}:kafka:{Region}:{Account}:cluster/{ClusterName}/{Uuid}";

    [GeneratedRegex(
        @"^(?i:arn):(?<partition>(?i:aws|aws-cn|aws-us-gov|aws-eusc|aws-iso(-[a-z])?)):(?i:kafka):(?<region>[A-Za-z]{2,}(-[A-Za-z]+)+-[0-9]+):(?<account>[0-9]{12}):(?i:cluster)/(?<name>[A-Za-z0-9][A-Za-z0-9-]{0,63})/(?<uuid>[0-9A-Fa-f-]+(-[sS]?[0-9]+)?)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Pattern();
}
