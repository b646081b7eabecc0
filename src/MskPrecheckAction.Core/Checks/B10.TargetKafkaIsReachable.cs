using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Checks;

/// <summary>A broker of the target lets us in and answers.</summary>
public sealed class TargetKafkaIsReachable() : WayInCheck(
    code: "B10",
    title: "Target Kafka Not Reachable",
    message: "target Kafka protocol not reachable: {error}",
    side: Side.Target);
