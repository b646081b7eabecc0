using Amazon.Runtime;
using MskPrecheckAction.Collection.Kafka;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Signs one token after the other for a side, each with the credentials of its moment.</summary>
/// <param name="plan">The side.</param>
/// <param name="calls">Bounds the time that a renewal of the credentials may take, and names its failure.</param>
/// <param name="signer">Makes the tokens.</param>
/// <param name="log">Told every secret before its first use.</param>
internal sealed class IamTokenSource(ClusterPlan plan, AwsCalls calls, IamTokenSigner signer, ICollectionLog log)
{
    /// <summary>Signs a token, or throws an exception whose message is one plain sentence.</summary>
    public async Task<IamToken> SignAsync(AWSCredentials credentials)
    {
        var question = plan.Auth.RoleArn is { } role
            ? new AwsQuestion("the IAM token", "STS", plan.Arn.Region, "sts:AssumeRole", $"role {role}", plan.Side)
            : new AwsQuestion("the IAM token", "STS", plan.Arn.Region, AwsIdentity.ByWebIdentity, "the role of the web identity", plan.Side);
        var signed = await calls.AskAsync(question, async _ =>
        {
            var current = await credentials.MaskedAsync(log).ConfigureAwait(false);
            // Only credentials that renew themselves tell when they end.
            var end = (credentials as RefreshingAWSCredentials)?.Expiration is { } known ? new DateTimeOffset(known.ToUniversalTime(), TimeSpan.Zero) : (DateTimeOffset?)null;
            return Fact.Known(signer.Sign(current, end));
        }).ConfigureAwait(false);
        if (!signed.TryGet(out var token, out var gap)) throw new NoIamTokenException(gap.Reason);
        log.Mask(token.Value);
        return token;
    }
}

/// <summary>There is no token; the message says why, in one plain sentence.</summary>
internal sealed class NoIamTokenException(string reason) : Exception(reason);
