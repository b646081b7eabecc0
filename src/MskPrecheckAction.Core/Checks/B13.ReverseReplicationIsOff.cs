namespace MskPrecheckAction.Checks;

/// <summary>The plan does not ask for reverse replication, which does not exist.</summary>
public sealed class ReverseReplicationIsOff() : Check(
    code: "B13",
    title: "Reverse Replication Not Implemented",
    message: "cutover.reverse_replication_enabled=true, but reverse replication is not implemented",
    cause: "The config enables a feature that is not yet available.",
    fix: "Set cutover.reverse_replication_enabled: false in your config. Post-cutover rollback to the source cluster is a manual procedure.",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/zk-to-kraft-migration.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence) =>
        evidence.Plan.Cutover.ReverseReplicationEnabled ? Failed(Finding("cutover.reverse_replication_enabled")) : Passed();
}
