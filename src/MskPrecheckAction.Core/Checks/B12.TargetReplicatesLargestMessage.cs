namespace MskPrecheckAction.Checks;

/// <summary>Every target broker replicates the largest message that a source topic may hold.</summary>
public sealed class TargetReplicatesLargestMessage() : TargetSizeCheck(
    code: "B12",
    title: "Target replica.fetch.max.bytes Too Small",
    message: "target broker replica.fetch.max.bytes={value} is below " +
        "the largest source topic's effective max.message.bytes={max} (topic '{topic}') — replication would stall on oversized batches",
    cause: "The target's followers fetch less at a time than the largest message that a source topic allows.",
    key: "replica.fetch.max.bytes",
    other: "message.max.bytes")
{
    /// <inheritdoc/>
    protected override TargetSizes HalfOf(MessageSizeFloor sizes) => sizes.ReplicaFetchMaxBytes;

    /// <inheritdoc/>
    protected override string? Remark(MessageSizeFloor sizes) => sizes.ReplicaFetchMaxBytes.Exempted.Count == 0 ? sizes.Remark : string.Join("; ",
    [
        "replica.fetch.max.bytes=1048576 is the brokers' built-in default and no topic overrides max.message.bytes=1048588: followers get the first batch whole",
        .. sizes.Remark is { } remark ? [remark] : Array.Empty<string>(),
    ]);
}
