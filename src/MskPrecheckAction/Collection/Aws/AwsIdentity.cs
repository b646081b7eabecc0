using Amazon.Runtime;
using Amazon.Runtime.CredentialManagement;
using Amazon.Runtime.Credentials;
using Amazon.S3;
using MskPrecheckAction.Collection.Aws.Sdk;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Whose credentials a run uses: the caller's own by the SDK's default chain, and those of the role that a side names.</summary>
/// <param name="calls">How AWS is asked.</param>
/// <param name="log">Told every secret before its first use.</param>
/// <param name="region">The region of the chain's own settings; what the chain itself asks goes where the environment says.</param>
/// <param name="stop">Cancelled at the end of the run.</param>
internal sealed class AwsIdentity(AwsCalls calls, ICollectionLog log, string region, CancellationToken stop)
{
    private readonly Lock gate = new();
    private Task<Fact<AWSCredentials>>? caller;

    /// <summary>The caller's own credentials, looked for once.</summary>
    public Task<Fact<AWSCredentials>> CallerAsync()
    {
        lock (gate) return caller ??= FindAsync();
    }

    /// <summary>What the MSK API, the secret and the brokers of a side are asked with: the role it names, else the caller's own.</summary>
    public Task<Fact<AWSCredentials>> OfAsync(ClusterPlan plan) => plan.Auth.RoleArn is { } role ? AssumeAsync(plan, role) : CallerAsync();

    /// <summary>What a CI job's OIDC login may be denied.</summary>
    public const string ByWebIdentity = "sts:AssumeRoleWithWebIdentity";

    private async Task<Fact<AWSCredentials>> FindAsync()
    {
        var question = new AwsQuestion("AWS credentials", "the search for AWS credentials", "", "", "");
        var found = await calls.AskAsync(question, async token =>
        {
            try
            {
                // The configuration is there for its profile and region only: no S3 is asked.
                using var chain = new DefaultAWSCredentialsIdentityResolver();
                return Fact.Known(await chain.ResolveIdentityAsync(new AmazonS3Config().For(region), token).ConfigureAwait(false));
            }
            catch (Exception e) when (Unusable(e) is { } reason)
            {
                return None(question, e, reason);
            }
        }).ConfigureAwait(false);
        if (found.TryGet(out var credentials, out var gap)) return await FetchAsync(credentials).ConfigureAwait(false);
        // The chain's last link is the metadata service of EC2: elsewhere nobody may answer there.
        return gap.Cause is GapCause.Timeout ? Fact<AWSCredentials>.Missing(question.Gap(CredentialSettings.NoneFound())) : found;
    }

    // Fetched here and now: one failure with its own name in place of one for each later call.
    private Task<Fact<AWSCredentials>> FetchAsync(AWSCredentials found)
    {
        var origin = CredentialOrigin.Of(found, region);
        return calls.AskAsync(origin.Question, async _ =>
        {
            try
            {
                return CredentialSettings.Unfit(await found.MaskedAsync(log).ConfigureAwait(false)) is { } unfit
                    ? Fact<AWSCredentials>.Missing(new Gap(origin.Question.Asked, GapCause.Dependency, unfit))
                    : Fact.Known(found);
            }
            catch (Exception e) when ((origin.Failure ?? Unusable(e)) is { } reason)
            {
                return None(origin.Question, e, reason);
            }
        });
    }

    private async Task<Fact<AWSCredentials>> AssumeAsync(ClusterPlan plan, string role)
    {
        var question = new AwsQuestion("AssumeRole", "STS", plan.Arn.Region, "sts:AssumeRole", $"role {role}", plan.Side);
        return await calls.AskAsync(CallerAsync(), question, async (own, _) =>
        {
            AWSCredentials assumed = new RoleCredentials(own, role, plan.Arn.Region, stop);
            await assumed.MaskedAsync(log).ConfigureAwait(false);
            return Fact.Known(assumed);
        }).ConfigureAwait(false);
    }

    private Fact<AWSCredentials> None(AwsQuestion question, Exception thrown, string reason)
    {
        log.Debug($"{question.Asked}: {thrown.GetType().Name}");
        return Fact<AWSCredentials>.Missing(new Gap(question.Asked, GapCause.Dependency, reason));
    }

    private static string? Unusable(Exception e) => e switch
    {
        ProfileNotFoundException => "the AWS profile that AWS_PROFILE names does not exist on this machine",
        InvalidOperationException when e.InnerException is IOException or UnauthorizedAccessException =>
            "the web identity token file (AWS_WEB_IDENTITY_TOKEN_FILE) cannot be read",
        InvalidOperationException or ArgumentException =>
            "the AWS credentials that this machine is configured with cannot be loaded; try `aws sts get-caller-identity`, "
            + "and export temporary credentials where they come from a login that only the AWS CLI knows (SSO)",
        _ => null,
    };
}
