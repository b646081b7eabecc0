using System.Collections.Concurrent;
using MskPrecheckAction.Collection.Kafka;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection;

/// <summary>Stands for the Kafka probes where a test is about the way to them: keeps how it was called, and answers that it got in unless told otherwise.</summary>
internal sealed class KafkaStandIn : IKafkaCollector
{
    private readonly ConcurrentDictionary<Side, KafkaAccess> accesses = new();

    public Func<KafkaAccess, CancellationToken, Task<KafkaFacts>> Answer { get; set; } = (_, _) => Task.FromResult(Facts(new Reachability(null)));

    public KafkaAccess Access(Side side) => accesses[side];

    public bool WasAsked(Side side) => accesses.ContainsKey(side);

    public Task<KafkaFacts> CollectAsync(KafkaAccess access, ICollectionLog log, CancellationToken stop)
    {
        accesses[access.Side] = access;
        return Answer(access, stop);
    }

    public static KafkaFacts Facts(Reachability wayIn) => KafkaFacts.NoWayIn(Fact.Known(wayIn), new Gap("brokers", GapCause.NotAsked, "not by this stand-in"));
}
