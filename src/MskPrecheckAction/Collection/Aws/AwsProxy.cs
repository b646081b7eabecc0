using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>The proxy between this machine and AWS, where the environment names one.</summary>
internal static class AwsProxy
{
    // In the order in which .NET reads them; AWS itself is asked by TLS.
    private static string[] Variables => Environment.GetEnvironmentVariable("AWS_ENDPOINT_URL")?.StartsWith("http:", StringComparison.OrdinalIgnoreCase) is true
        ? ["http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"]
        : ["https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];

    /// <summary>A failure to get through, with the proxy for one more suspect; never with its address, which may hold a password.</summary>
    public static AwsFailure Named(AwsFailure failure) =>
        failure.Cause is GapCause.Unreachable or GapCause.Timeout && Variables.FirstOrDefault(IsSet) is { } variable && !failure.Reason.Contains("proxy", StringComparison.Ordinal)
            ? failure with { Reason = $"{failure.Reason}; {variable} is set: look at that proxy, too" }
            : failure;

    private static bool IsSet(string variable) => !string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable));
}
