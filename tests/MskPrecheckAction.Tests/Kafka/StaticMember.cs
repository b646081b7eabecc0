using Confluent.Kafka;

namespace MskPrecheckAction.Kafka;

/// <summary>A real consumer with a group.instance.id (or, with none, an ordinary one) that has joined its group and stays until it is disposed.</summary>
public sealed class StaticMember : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly TaskCompletionSource joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task polling;

    private StaticMember(KafkaCluster cluster, string group, string? instanceId, string topic)
    {
        var config = new ConsumerConfig(cluster.Plaintext())
        {
            GroupId = group,
            GroupInstanceId = instanceId,
            SessionTimeoutMs = 10_000,
            AutoOffsetReset = AutoOffsetReset.Earliest,
            EnableAutoCommit = false,
        };
        polling = Task.Factory.StartNew(() => Poll(config, topic), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    /// <summary>Joins and waits until the group has given it its partitions.</summary>
    public static async Task<StaticMember> JoinAsync(KafkaCluster cluster, string group, string? instanceId, string topic)
    {
        var member = new StaticMember(cluster, group, instanceId, topic);
        await member.joined.Task.WaitAsync(TimeSpan.FromSeconds(30));
        return member;
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await polling;
        stop.Dispose();
    }

    private void Poll(ConsumerConfig config, string topic)
    {
        using var consumer = new ConsumerBuilder<byte[], byte[]>(config)
            .SetPartitionsAssignedHandler((_, _) => joined.TrySetResult())
            .SetLogHandler((_, _) => { })
            .SetErrorHandler((_, _) => { })
            .Build();
        consumer.Subscribe(topic);
        while (!stop.IsCancellationRequested) consumer.Consume(TimeSpan.FromMilliseconds(100));
        consumer.Close();
    }
}
