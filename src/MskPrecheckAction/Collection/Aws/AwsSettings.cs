using System.Text.RegularExpressions;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Settings of the environment that the SDK cannot work with, told from its exceptions.</summary>
internal static partial class AwsSettings
{
    /// <summary>What is wrong in plain words, never with the setting's value; null where the message tells of no setting.</summary>
    public static string? Refused(string message)
    {
        if (Variable().Match(message) is { Success: true } named) return $"the value of {named.Groups["name"].Value} is none of those that AWS knows";
        if (message.Contains("Default Configuration Mode", StringComparison.Ordinal)) return "the value of AWS_DEFAULTS_MODE (defaults_mode in the AWS profile) is none of those that AWS knows";
        if (message.Contains("FIPS", StringComparison.OrdinalIgnoreCase)) return "AWS_USE_FIPS_ENDPOINT (use_fips_endpoint in the AWS profile) does not go together with the endpoint that is configured for AWS";
        if (DualStack().IsMatch(message)) return "AWS_USE_DUALSTACK_ENDPOINT (use_dualstack_endpoint in the AWS profile) does not go together with the endpoint that is configured for AWS";
        return null;
    }

    [GeneratedRegex("Invalid value for (?<name>AWS_[A-Z0-9_]+)", RegexOptions.ExplicitCapture)]
    private static partial Regex Variable();

    [GeneratedRegex("(?i)dual-?stack")]
    private static partial Regex DualStack();
}
