using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Endpoints.StandardLibrary;
using Amazon.Util.Internal;

namespace Amazon.Json;

/// <summary>What AWSSDK.Core must know of a JSON service for which no package is referenced: its names and where it listens.</summary>
/// <remarks>
/// Amazon.Kafka and Amazon.SecretsManager beside this file have the names and shapes of the packages AWSSDK.Kafka and AWSSDK.SecretsManager, which the
/// registry does not serve at present. When they arrive: name the two packages in MskPrecheckAction.csproj and delete the folders Kafka, SecretsManager and Json.
/// Nothing outside these folders changes (ClientSettings.cs stays: it is about any client's settings). The base classes used here are AWSSDK.Core's Internal ones: its version stays pinned until then.
/// </remarks>
public abstract class JsonServiceConfig : ClientConfig
{
    private readonly string signingName;

    /// <summary>Names the service as the endpoint variables spell it ("Secrets Manager") and as signatures and host names do ("secretsmanager").</summary>
    protected JsonServiceConfig(string serviceId, string signingName) : base(new StandardDefaults())
    {
        this.signingName = signingName;
        ServiceId = serviceId;
        AuthenticationServiceName = signingName;
    }

    /// <inheritdoc/>
    public override string RegionEndpointServiceName => signingName;

    /// <inheritdoc/>
    public override string ServiceVersion => "1";

    /// <inheritdoc/>
    public override string UserAgent { get; } = InternalSDKUtils.BuildUserAgentString("msk-precheck", "1.0");

    /// <summary>The configured endpoint (ServiceURL, the SDK's endpoint variables or profile), else the public one of the region's partition.</summary>
    public override Endpoint DetermineServiceOperationEndpoint(ServiceOperationEndpointParameters parameters)
    {
        if (!string.IsNullOrEmpty(ServiceURL)) return new Endpoint(ServiceURL);
        var region = RegionEndpoint?.SystemName ?? AuthenticationRegion ?? throw new AmazonClientException("No region is configured.");
        var partition = Fn.Partition(region);
        var suffix = UseDualstackEndpoint ? partition.dualStackDnsSuffix : partition.dnsSuffix;
        return new Endpoint($"https://{signingName}{(UseFIPSEndpoint ? "-fips" : "")}.{region}.{suffix}/");
    }

    private sealed class StandardDefaults : IDefaultConfigurationProvider
    {
        public IDefaultConfiguration GetDefaultConfiguration(RegionEndpoint clientRegion, DefaultConfigurationMode? requestedConfigurationMode = null) =>
            new DefaultConfiguration { Name = DefaultConfigurationMode.Standard, RetryMode = RequestRetryMode.Standard };
    }
}
