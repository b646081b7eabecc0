using Amazon.Runtime;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>The one place where keys are taken out of the SDK's credentials: masked before anybody else sees them.</summary>
internal static class CredentialSecrets
{
    /// <summary>The keys of now; fetches or renews them where need be.</summary>
    public static async Task<ImmutableCredentials> MaskedAsync(this AWSCredentials credentials, ICollectionLog log)
    {
        var current = await credentials.GetCredentialsAsync().ConfigureAwait(false);
        log.Mask(new Secret(current.SecretKey));
        if (current.UseToken) log.Mask(new Secret(current.Token));
        return current;
    }
}
