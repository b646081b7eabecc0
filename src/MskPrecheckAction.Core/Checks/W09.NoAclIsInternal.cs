using System.Text.RegularExpressions;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>No ACL of the source is one that belongs to MSK or Kafka itself.</summary>
public sealed partial class NoAclIsInternal() : Check(
    code: "W09",
    title: "MSK Internal ACLs Will Be Filtered",
    message: "{count} source ACL binding(s) reference MSK/Kafka internal principals or resources and will be filtered during ACL copy",
    cause: "Some ACL bindings on the source reference internal principals, such as User:ANONYMOUS, or internal resources, such as __consumer_offsets. " +
        "MSK manages these itself, so they are not copied.",
    fix: "No action needed, unless clients of yours come in without authentication: then what User:ANONYMOUS may do has to be granted on the target by hand.",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-acls.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        if (!evidence.Source.Kafka.Acls.TryGet(out var acls, out var gap))
        {
            return Undetermined(gap);
        }

        if (!acls.HasAuthorizer)
        {
            return NotApplicable("the source has no authorizer");
        }

        AclBinding[] filtered = [.. acls.Bindings.Where(binding => IsInternalPrincipal(binding.Principal) || IsInternalResource(binding))];
        var byPrincipal = filtered.GroupBy(binding => binding.Principal).OrderBy(same => same.Key, StringComparer.Ordinal);
        List<string> principals = [.. byPrincipal.Select(same => $"{same.Key}: {same.Count()}")];
        var finding = Finding("source.cluster_arn", ("count", filtered.Length)) with { Details = [.. principals.Capped(CappedList.InDetails)] };
        return Judged(filtered.Length > 0 ? finding : null, []);
    }

    private static bool IsInternalPrincipal(string principal) => principal == "User:ANONYMOUS" || BrokerPrincipal().IsMatch(principal);

    // All other rights on the cluster, and every * resource, are the customer's.
    private static bool IsInternalResource(AclBinding binding) => (binding.ResourceType, binding.PatternType) switch
    {
        ("TOPIC", "LITERAL") => InternalNames.IsTopic(binding.ResourceName),
        ("TOPIC", "PREFIXED") => InternalNames.IsTopicPrefix(binding.ResourceName),
        ("GROUP", _) => InternalNames.IsGroup(binding.ResourceName),
        ("CLUSTER", _) => binding is { ResourceName: "kafka-cluster", Operation: "CLUSTER_ACTION" },
        _ => false,
    };

    // MSK's own guide has people grant the wildcard form.
    [GeneratedRegex(
        @"^User:CN=(b-[0-9]+|\*)\.[^,]+\.kafka\.[a-z0-9-]+\.amazonaws\.com(\.cn)?(,.*)?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex BrokerPrincipal();
}
