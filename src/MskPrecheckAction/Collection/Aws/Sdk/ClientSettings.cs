using Amazon;
using Amazon.Runtime;

namespace MskPrecheckAction.Collection.Aws.Sdk;

/// <summary>The settings that every AWS client of this program has in common.</summary>
public static class ClientSettings
{
    /// <summary>Points a fresh configuration at a region and bounds it: 10 s an attempt, standard retries, no other way out.</summary>
    /// <remarks>Give a ServiceURL, if any, after this call: it clears RegionEndpoint, and a RegionEndpoint set later would drop the endpoint variables.</remarks>
    public static TConfig For<TConfig>(this TConfig config, string region) where TConfig : ClientConfig
    {
        ArgumentNullException.ThrowIfNull(config);
        config.RegionEndpoint = RegionEndpoint.GetBySystemName(region);
        // Otherwise an endpoint override is signed for AWS_REGION, or for us-east-1.
        config.AuthenticationRegion = region;
        config.RetryMode = RequestRetryMode.Standard;
        // Everything that it would set is set here; otherwise a mistyped AWS_DEFAULTS_MODE ends every call.
        config.DefaultConfigurationMode = DefaultConfigurationMode.Standard;
        // An attempt and its headers; the caller's token bounds the whole call.
        config.Timeout = TimeSpan.FromSeconds(10);
        // The SDK's default of 10 comes on top of the retries: a server that closes connections got 52 requests for one call.
        config.MaxStaleConnectionRetries = 0;
        // A login portal's redirect is an error, not an answer.
        config.AllowAutoRedirect = false;
        return config;
    }
}
