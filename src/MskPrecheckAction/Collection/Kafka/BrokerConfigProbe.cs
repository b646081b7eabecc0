using Confluent.Kafka;
using Confluent.Kafka.Admin;
using MskPrecheckAction.Facts;
using ConfigEntry = MskPrecheckAction.Facts.ConfigEntry;
using ConfigSource = Confluent.Kafka.Admin.ConfigSource;
using Source = MskPrecheckAction.Facts.ConfigSource;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>The configs of every broker, each asked for by its own id: an empty id would answer cluster-wide dynamic values only.</summary>
internal sealed class BrokerConfigProbe(KafkaConnection connection, ClientLog lines, Questions questions)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan UnreachableFor = TimeSpan.FromSeconds(6);

    /// <summary>All brokers, by id; one that does not answer has a gap for its configs, and so has one that partitions name and that is down.</summary>
    /// <param name="addresses">The live brokers.</param>
    /// <param name="list">The metadata.</param>
    public async Task<IReadOnlyList<Broker>> ReadAsync(IReadOnlyList<BrokerAddress> addresses, Task<Fact<ClusterList>> list)
    {
        var live = await ReadAsync(addresses).ConfigureAwait(false);
        if (!(await list.ConfigureAwait(false)).TryGet(out var found, out _)) return live;
        var down = found.Replicas.Except(addresses.Select(one => one.Id)).Select(id => new Broker(id, null, null, Fact<ResourceConfig>.Missing(new Gap(
            questions.Of($"configs of broker {id}"), GapCause.Unreachable, "it is down: partitions name it, and it is not among the live brokers"))));
        return [.. live.Concat(down).OrderBy(broker => broker.Id)];
    }

    private async Task<Broker[]> ReadAsync(IEnumerable<BrokerAddress> addresses)
    {
        var asking = addresses.Select(ReadAsync).ToList();
        questions.Progress("broker configs", 0, asking.Count);
        var brokers = await Task.WhenAll(asking).ConfigureAwait(false);
        questions.Progress("broker configs", brokers.Length, brokers.Length);
        return brokers;
    }

    private async Task<Broker> ReadAsync(BrokerAddress node)
    {
        var address = node.Address;
        var asked = questions.Of($"configs of broker {node.Id} ({address})");
        using var gone = new CancellationTokenSource();
        var answer = questions.AskAsync(asked, questions.Rights.DescribeBrokerConfigs, () => DescribeAsync(node.Id), address);
        var config = await Task.WhenAny(answer, UnreachableAsync(asked, address, gone.Token)).Unwrap().ConfigureAwait(false);
        await gone.CancelAsync().ConfigureAwait(false);
        return new Broker(node.Id, node.Host, node.Port, config);
    }

    private async Task<ResourceConfig> DescribeAsync(int id)
    {
        var resource = new ConfigResource { Type = ResourceType.Broker, Name = id.ToString(System.Globalization.CultureInfo.InvariantCulture) };
        try
        {
            var answer = await connection.Admin.DescribeConfigsAsync([resource], new DescribeConfigsOptions { RequestTimeout = Limit }).ConfigureAwait(false);
            var kept = ResourceConfig.BrokerKeys.Where(answer[0].Entries.ContainsKey);
            return new ResourceConfig(kept.ToDictionary(key => key, key => Entry(answer[0].Entries[key]), StringComparer.Ordinal));
        }
        catch (DescribeConfigsException partial)
        {
            throw new KafkaException(partial.Results[0].Error);
        }
    }

    // librdkafka keeps trying a broker that nobody can reach until the call's limit; its lines know sooner.
    private async Task<Fact<ResourceConfig>> UnreachableAsync(string asked, string address, CancellationToken answered)
    {
        await Task.Delay(UnreachableFor, answered).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        while (!answered.IsCancellationRequested)
        {
            if (lines.FailureOf(address) is { } failure) return Fact<ResourceConfig>.Missing(new Gap(asked, GapCause.Unreachable, failure.BareWords));
            await Task.Delay(200, answered).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return Fact<ResourceConfig>.Missing(KafkaGap.Cancelled(asked));
    }

    private static ConfigEntry Entry(ConfigEntryResult entry) => new(entry.Value, entry.Source switch
    {
        ConfigSource.DynamicTopicConfig => Source.DynamicTopic,
        ConfigSource.DynamicBrokerConfig => Source.DynamicBroker,
        ConfigSource.DynamicDefaultBrokerConfig => Source.DynamicDefaultBroker,
        ConfigSource.StaticBrokerConfig => Source.StaticBroker,
        ConfigSource.DefaultConfig => Source.Default,
        _ => Source.Unknown,
    });
}
