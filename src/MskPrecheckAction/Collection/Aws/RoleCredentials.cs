using Amazon.Runtime;
using Amazon.SecurityToken;
using MskPrecheckAction.Collection.Aws.Sdk;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Credentials of an assumed role, fetched when first needed and again before they end.</summary>
/// <remarks>The SDK's own AssumeRoleAWSCredentials asks STS in AWS_REGION or us-east-1 and knows no token; here STS of the cluster's region is asked, and not after the run's end.</remarks>
internal sealed class RoleCredentials : RefreshingAWSCredentials
{
    /// <summary>Shown in CloudTrail, so that an administrator sees who asked.</summary>
    public const string SessionName = "msk-precheck";

    private readonly AWSCredentials caller;
    private readonly string roleArn;
    private readonly string region;
    private readonly CancellationToken stop;

    /// <summary>Assumes the role with the caller's credentials, in the region given.</summary>
    public RoleCredentials(AWSCredentials caller, string roleArn, string region, CancellationToken stop)
    {
        (this.caller, this.roleArn, this.region, this.stop) = (caller, roleArn, region, stop);
        // An hour is the shortest session a role can be limited to by default; five minutes are the SDK's own margin for roles.
        PreemptExpiryTime = TimeSpan.FromMinutes(5);
    }

    /// <inheritdoc/>
    protected override CredentialsRefreshState GenerateNewCredentials() => GenerateNewCredentialsAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    protected override async Task<CredentialsRefreshState> GenerateNewCredentialsAsync()
    {
        using var sts = new AmazonSecurityTokenServiceClient(caller, new AmazonSecurityTokenServiceConfig().For(region));
        var answer = await sts.AssumeRoleAsync(new() { RoleArn = roleArn, RoleSessionName = SessionName }, stop).ConfigureAwait(false);
        var given = answer.Credentials;
        if (given is not { AccessKeyId.Length: > 0, SecretAccessKey.Length: > 0, SessionToken.Length: > 0, Expiration: { } end })
        {
            throw new AmazonUnmarshallingException(null, null, new FormatException("AssumeRole answered without credentials."));
        }

        return new CredentialsRefreshState(new ImmutableCredentials(given.AccessKeyId, given.SecretAccessKey, given.SessionToken), end.ToUniversalTime());
    }
}
