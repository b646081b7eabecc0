using MskPrecheckAction.Kafka;
using Xunit;

[assembly: AssemblyFixture(typeof(SharedKafka))]

namespace MskPrecheckAction.Kafka;

/// <summary>
/// The pair of clusters that tests share: a source in ZooKeeper mode and a target in KRaft mode, two brokers each, with all listeners and the authorizer.
/// The first test that asks starts both at once. Use names of your own (<see cref="KafkaClients.Unique"/>), and neither stop brokers nor change cluster-wide settings here.
/// </summary>
public class SharedKafka : IAsyncDisposable
{
    private readonly Lazy<Task<KafkaCluster>> source = new(() => Start(KafkaMode.ZooKeeper));
    private readonly Lazy<Task<KafkaCluster>> target = new(() => Start(KafkaMode.KRaft));

    /// <summary>ZooKeeper mode; skips the test where there is no Kafka for it.</summary>
    public Task<KafkaCluster> SourceAsync() => source.Value;

    /// <summary>KRaft mode; skips the test where there is no Kafka for it.</summary>
    public Task<KafkaCluster> TargetAsync() => target.Value;

    /// <summary>Both, started side by side.</summary>
    public async Task<(KafkaCluster Source, KafkaCluster Target)> PairAsync()
    {
        await Task.WhenAll(source.Value, target.Value);
        return (await source.Value, await target.Value);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var cluster in new[] { source, target })
        {
            if (cluster.IsValueCreated && cluster.Value.IsCompletedSuccessfully) await (await cluster.Value).DisposeAsync();
        }

        GC.SuppressFinalize(this);
    }

    private static Task<KafkaCluster> Start(KafkaMode mode) => Task.Run(() => KafkaCluster.StartAsync(new(mode) { Brokers = 2, Secure = true }));
}

/// <summary>A pair that one test class has to itself: for tests that judge the whole cluster, whatever others put into theirs.</summary>
public sealed class OwnKafka : SharedKafka;
