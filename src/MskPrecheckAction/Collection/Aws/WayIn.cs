using Amazon.Runtime;
using MskPrecheckAction.Collection.Kafka;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Gathers what it takes to log in to the brokers of one side: addresses, and the credentials of its auth mode.</summary>
/// <param name="plan">The side.</param>
/// <param name="msk">Asked for the addresses, unless the plan names them.</param>
/// <param name="secrets">Asked for the SCRAM user, where the plan names a secret.</param>
/// <param name="identity">With whose credentials.</param>
/// <param name="tokens">How IAM tokens are signed.</param>
/// <param name="log">Told every secret before its first use.</param>
internal sealed class WayIn(ClusterPlan plan, MskProbe msk, SecretProbe secrets, Task<Fact<AWSCredentials>> identity, IamTokenSource tokens, ICollectionLog log)
{
    /// <summary>Addresses and credentials, fetched side by side.</summary>
    /// <param name="cluster">What DescribeClusterV2 says: waited for only where there is no address to connect to.</param>
    public async Task<Fact<KafkaAccess>> OpenAsync(Task<Fact<MskCluster>> cluster)
    {
        var addresses = AddressesAsync(cluster);
        var access = CredentialsAsync();
        await Task.WhenAll(addresses, access).ConfigureAwait(false);
        return (await addresses).SelectMany(found => access.Result.Select(with => with with { BootstrapServers = found }));
    }

    private async Task<Fact<string>> AddressesAsync(Task<Fact<MskCluster>> cluster)
    {
        if (plan.BootstrapServers is { } given) return Fact.Known(given);
        if (!(await msk.AddressesAsync().ConfigureAwait(false)).TryGet(out var answer, out var gap))
        {
            // MSK refuses the question in some states of a cluster, without saying so.
            return Fact<string>.Missing(gap.Cause is GapCause.ServiceError or GapCause.NotFound ? gap with { Reason = gap.Reason + ClusterState.Remark(await cluster.ConfigureAwait(false)) } : gap);
        }

        var asked = $"GetBootstrapBrokers of the {plan.Side.Word()} cluster";
        if (BootstrapAddresses.For(plan.Auth.Mode, answer) is { } found)
        {
            return BootstrapAddresses.Usable(found) is { Length: > 0 } usable
                ? Fact.Known(usable)
                : Fact<string>.Missing(new Gap(asked, GapCause.Unparsable, $"none of the addresses for {plan.Auth.Mode.Spelling()} is host:port"));
        }

        var description = await cluster.ConfigureAwait(false);
        if (description.TryGet(out var known, out _) && EnabledModes.NotEnabled(known, plan.Auth.Mode, silenceCounts: true) is { } cause)
        {
            return Fact<string>.Missing(new Gap(asked, GapCause.Unsupported, cause));
        }

        var others = BootstrapAddresses.Modes(answer);
        return Fact<string>.Missing(others.Count == 0
            ? new Gap(asked, GapCause.Unparsable, "the answer holds no address at all" + ClusterState.Remark(description))
            : new Gap(asked, GapCause.Unsupported, $"the cluster has no address for {plan.Auth.Mode.Spelling()}, only for {string.Join(", ", others.Select(mode => mode.Spelling()))}{ClusterState.Remark(description)}"));
    }

    private async Task<Fact<KafkaAccess>> CredentialsAsync()
    {
        var access = new KafkaAccess(plan.Side, "", plan.Auth);
        return plan.Auth.Mode switch
        {
            AuthMode.ScramSha512 => (await LoginAsync().ConfigureAwait(false)).Select(login => access with { Username = login.Username, Password = login.Password }),
            AuthMode.Iam => (await identity.ConfigureAwait(false)).Select(credentials => access with { SignToken = _ => tokens.SignAsync(credentials) }),
            _ => Fact.Known(access),
        };
    }

    private async Task<Fact<ScramLogin>> LoginAsync()
    {
        var login = plan.Auth is { SecretArn: { } secret } ? await secrets.LoginAsync(secret).ConfigureAwait(false)
            : plan.Auth is { Username: { } user, Password: { } password } ? Fact.Known(new ScramLogin(user, password))
            : Fact<ScramLogin>.Missing(new Gap($"the SCRAM user of the {plan.Side.Word()} cluster", GapCause.NotAsked, "no username and password are configured"));
        if (login.TryGet(out var known, out _)) log.Mask(known.Password);
        return login;
    }
}
