namespace MskPrecheckAction.Checks;

/// <summary>Every target broker accepts the largest message that a source topic may hold.</summary>
public sealed class TargetAcceptsLargestMessage() : TargetSizeCheck(
    code: "B11",
    title: "Target message.max.bytes Too Small",
    message: "target broker message.max.bytes={value} is below " +
        "the largest source topic's effective max.message.bytes={max} (topic '{topic}') — replay would fail with RecordTooLargeException",
    cause: "The target's message.max.bytes is smaller than the largest message that a source topic allows: on restore the brokers would refuse such records.",
    key: "message.max.bytes",
    other: "replica.fetch.max.bytes")
{
    /// <inheritdoc/>
    protected override TargetSizes HalfOf(MessageSizeFloor sizes) => sizes.MessageMaxBytes;
}
