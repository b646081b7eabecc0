using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Reads one cluster by the Kafka protocol. Every failure is a gap, never a throw.</summary>
public interface IKafkaCollector
{
    /// <summary>Connects and asks everything, independent calls side by side.</summary>
    /// <param name="access">The way in.</param>
    /// <param name="log">Told what is going on.</param>
    /// <param name="stop">Cancelled at the run's limit or from outside.</param>
    Task<KafkaFacts> CollectAsync(KafkaAccess access, ICollectionLog log, CancellationToken stop);
}
