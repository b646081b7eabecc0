using Confluent.Kafka;
using Confluent.Kafka.Admin;
using MskPrecheckAction.Kafka;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>What can be done to a cluster behind proxies.</summary>
internal static class BadDays
{
    /// <summary>Every broker's proxy behaves like this.</summary>
    public static Task All(this KafkaCluster cluster, ProxyBehaviour behaviour)
    {
        foreach (var proxy in cluster.Proxies.Values) proxy.Behaviour = behaviour;
        return Task.CompletedTask;
    }

    /// <summary>Lets something happen before the first such request is passed on, wherever it comes; what is given back tells whether it came to that, and how it went.</summary>
    public static Lazy<Task> When(this KafkaCluster cluster, KafkaRequest request, Func<Task> happens)
    {
        var once = new Lazy<Task>(happens);
        foreach (var proxy in cluster.Proxies.Values) proxy.Asked = asked => asked == request ? once.Value : Task.CompletedTask;
        return once;
    }

    /// <summary>The brokers answer such requests with an error: all of them, or the first few.</summary>
    public static FailingAnswers Fails(this KafkaCluster cluster, KafkaRequest request, short error, int most = int.MaxValue)
    {
        var failing = new FailingAnswers(request, error, most);
        foreach (var proxy in cluster.Proxies.Values) proxy.Failing = failing;
        return failing;
    }

    /// <summary>All is well again.</summary>
    public static void Sound(this KafkaCluster cluster)
    {
        foreach (var proxy in cluster.Proxies.Values)
        {
            (proxy.Asked, proxy.Failing) = (null, null);
            // What an old connection holds back must not be the next test's request.
            proxy.CutConnections();
            proxy.Behaviour = ProxyBehaviour.Forward;
        }
    }

    public static async Task<int> ControllerAsync(this KafkaCluster cluster)
    {
        using var admin = cluster.Plaintext().Admin();
        return (await admin.DescribeClusterAsync(new DescribeClusterOptions { RequestTimeout = TimeSpan.FromSeconds(10) })).Controller.Id;
    }

    public static async Task DeleteGroupAsync(this KafkaCluster cluster, string group)
    {
        using var admin = cluster.Plaintext().Admin();
        await admin.DeleteGroupsAsync([group]);
    }

    /// <summary>Waits until all brokers are there and every partition has a leader.</summary>
    public static Task WholeAsync(this KafkaCluster cluster) => Eventually.TrueAsync(
        () =>
        {
            using var admin = cluster.Plaintext().Admin();
            var metadata = admin.GetMetadata(TimeSpan.FromSeconds(5));
            return metadata.Brokers.Count == cluster.BrokerIds.Count && metadata.Topics.SelectMany(one => one.Partitions).All(one => one.Leader > 0);
        },
        "a whole cluster");
}
