using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts;

/// <summary>What the brokers' own configs say of the metadata mode.</summary>
internal sealed class BrokerModes
{
    private readonly List<(MetadataMode Mode, string Line)> said = [];
    private readonly List<Gap> gaps = [];

    /// <summary>Reads <c>process.roles</c> and <c>zookeeper.connect</c> of every broker.</summary>
    /// <remarks>Seen: 4.1 has no zookeeper.connect at all, 3.9 in KRaft mode has it without a value, 3.9 in ZooKeeper mode has an empty process.roles.</remarks>
    public static BrokerModes Of(Side side, Fact<KafkaCluster> kafka)
    {
        var modes = new BrokerModes();
        if (!kafka.TryGet(out var cluster, out var gap))
        {
            modes.gaps.Add(gap);
            return modes;
        }

        foreach (var broker in cluster.Brokers)
        {
            if (broker.Config.TryGet(out var config, out var unread))
            {
                modes.Hear($"{side.Word()} broker {broker.Id}", ValueOf(config, "process.roles"), ValueOf(config, "zookeeper.connect"));
            }
            else
            {
                modes.gaps.Add(unread);
            }
        }

        return modes;
    }

    /// <summary>The brokers that say otherwise, a line each, and what may be the matter.</summary>
    public IReadOnlyList<string> OtherThan(MetadataMode mode)
    {
        string[] others = [.. said.Where(one => one.Mode != mode).Select(one => one.Line)];
        return others.Length == 0 ? [] : [.. others, "MSK says otherwise of this ARN: do the bootstrap servers lead to another cluster?"];
    }

    /// <summary>The mode by the brokers alone, or <paramref name="notTold"/> where they do not say it either.</summary>
    public Fact<MetadataReading> Decide(Gap notTold)
    {
        if (said.Count == 0)
        {
            return Fact<MetadataReading>.Missing(gaps is [var first, ..] ? notTold with { Reason = $"{notTold.Reason}; brokers: {first.Reason}" } : notTold);
        }

        var mode = said.Select(one => one.Mode).Distinct().ToList() is [var agreed] ? agreed : MetadataMode.Unknown;
        return Fact.Known(new MetadataReading(mode, [.. said.Select(one => one.Line)])
        {
            Reservations = [$"judged by the brokers' own configs: {notTold.Reason}"],
            Gaps = gaps,
        });
    }

    private static string? ValueOf(ResourceConfig config, string key) =>
        config.Entries.TryGetValue(key, out var entry) && !string.IsNullOrWhiteSpace(entry.Value) ? entry.Value : null;

    private void Hear(string broker, string? roles, string? zookeeper)
    {
        switch (roles, zookeeper)
        {
            case (not null, null):
                said.Add((MetadataMode.KRaft, $"{broker}: process.roles={roles}"));
                break;
            case (null, not null):
                said.Add((MetadataMode.ZooKeeper, $"{broker}: zookeeper.connect={zookeeper}"));
                break;
            case (not null, not null):
                said.Add((MetadataMode.Unknown, $"{broker}: process.roles={roles} and zookeeper.connect={zookeeper}"));
                break;
            default:
                gaps.Add(new Gap($"metadata mode by {broker}", GapCause.Unparsable, "neither process.roles nor zookeeper.connect has a value"));
                break;
        }
    }
}
