using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Checks;

/// <summary>A broker of the source lets us in and answers.</summary>
public sealed class SourceKafkaIsReachable() : WayInCheck(
    code: "B09",
    title: "Source Kafka Not Reachable",
    message: "source Kafka protocol not reachable: {error}",
    side: Side.Source);
