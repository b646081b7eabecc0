using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>No consumer group of the source has a static member present.</summary>
public sealed class NoStaticMembersArePresent() : Check(
    code: "W05",
    title: "Static Consumer Group Members",
    message: "source cluster has static consumer-group members ({summary}). Post-cutover, these consumers MUST restart against the target " +
        "with the same group.instance.id values to avoid a full group rebalance",
    cause: "Some consumer groups use static membership (group.instance.id). These consumers must reconnect to the target with identical instance IDs.",
    fix: "Ensure that deployments keep their group.instance.id values when they switch to the target. " +
        "Only members that are present can be seen: look for group.instance.id in the configuration of stopped consumers too.",
    source: "https://kafka.apache.org/documentation/#consumerconfigs_group.instance.id")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        if (evidence.Source.Version.TryGet(out var version, out _) && version.IsBelow(2, 4))
        {
            return NotApplicable($"brokers of version {version.Text} do not tell static members from others; 2.4 and later do");
        }

        if (!StaticMembers.Of(evidence.Source).TryGet(out var members, out var gap))
        {
            return Undetermined(gap);
        }

        List<string> counts = [.. members.Groups.Select(one => $"{one.Group} ({one.InstanceIds.Count})")];
        List<string> details = [.. members.Groups.Select(one => $"{one.Group}: {string.Join(", ", one.InstanceIds.Capped(CappedList.InMessage))}")];
        var finding = Finding("source.cluster_arn", ("summary", string.Join(", ", counts.Capped(CappedList.InMessage))));
        return Judged(counts.Count > 0 ? finding with { Details = [.. details.Capped(CappedList.InDetails)] } : null, members.Gaps, members.Remark);
    }
}
