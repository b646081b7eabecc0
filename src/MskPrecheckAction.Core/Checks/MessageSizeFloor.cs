using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>How large the source's messages may be and how large the target takes them: what B11, B12 and W04 judge.</summary>
public sealed class MessageSizeFloor
{
    private const string TopicKey = "max.message.bytes";
    private const string BrokerKey = "message.max.bytes";
    private const string ReplicaKey = "replica.fetch.max.bytes";
    private const long StockTopicSize = 1_048_588;
    private const long StockReplicaFetch = 1_048_576;

    private readonly List<Unread> sourceMissing = [];
    private readonly List<string> remarks = [];

    private MessageSizeFloor()
    {
    }

    /// <summary>The blockers that fired where there is no way in; W04 takes no part then.</summary>
    public IReadOnlyList<string> DependsOn { get; private init; } = [];

    /// <summary>Why a side could not be asked at all; nothing where both could.</summary>
    public IReadOnlyList<Gap> NoWayIn { get; private init; } = [];

    /// <summary>That no customer has a topic on the source, where it is proven.</summary>
    public string? NoTopics { get; private set; }

    /// <summary>The largest size seen on the source; null where none was.</summary>
    public SizeMaximum? Maximum { get; private set; }

    /// <summary>The target's <c>message.max.bytes</c>.</summary>
    public TargetSizes MessageMaxBytes { get; private set; } = TargetSizes.None;

    /// <summary>The target's <c>replica.fetch.max.bytes</c>.</summary>
    public TargetSizes ReplicaFetchMaxBytes { get; private set; } = TargetSizes.None;

    /// <summary>What to know where all is well.</summary>
    public string? Remark => remarks.Count == 0 ? null : string.Join("; ", remarks);

    /// <summary>Draws the sizes from both clusters.</summary>
    public static MessageSizeFloor Of(ClusterView source, ClusterView target)
    {
        var ways = new[] { (View: source, Code: "B09"), (View: target, Code: "B10") };
        string[] fired = [.. ways.Where(way => way.View.Kafka.WayIn.TryGet(out var wayIn, out _) && wayIn.Error is not null).Select(way => way.Code)];
        var floor = new MessageSizeFloor { DependsOn = fired, NoWayIn = [.. ways.SelectMany(way => WhyNoWayIn(way.View, way.Code))] };
        if (floor.NoWayIn.Count == 0)
        {
            floor.ReadSource(source);
            floor.MessageMaxBytes = floor.ReadTarget(target, BrokerKey, exempt: _ => false);

            // A follower gets the first batch whole whatever its fetch size, since fetch version 3: the stock pair, 12 bytes apart, never stalls.
            var stock = floor.Maximum is { Value: StockTopicSize, IsOverride: false };
            floor.ReplicaFetchMaxBytes = floor.ReadTarget(
                target, ReplicaKey, exempt: size => stock && size is { Value: StockReplicaFetch, Source: ConfigSource.Default });
        }

        return floor;
    }

    private static IEnumerable<Gap> WhyNoWayIn(ClusterView view, string code) =>
        !view.Kafka.WayIn.TryGet(out var wayIn, out var gap) ? [gap]
        : wayIn.Error is not null ? [new Gap($"message sizes of the {view.Side.Word()} cluster", GapCause.Dependency, $"depends on {code}")]
        : [];

    private void ReadSource(ClusterView source)
    {
        if (!source.CustomerTopics.TryGet(out var topics, out var gap))
        {
            sourceMissing.Add(Unread.Whole(Side.Source, "topic list failed", gap));
            return;
        }

        if (topics.IsComplete() && topics.Items.Count == 0)
        {
            NoTopics = $"the source has no customer topics{(topics.Remark is { } judged ? $" ({judged})" : "")}";
        }

        sourceMissing.AddRange(Unread.Incomplete(Side.Source, "topic list is incomplete", topics.MissingFrom("topics of the source cluster")));
        if (topics.Remark is { } remark)
        {
            remarks.Add(remark);
        }

        var brokers = BrokerSizes.Of(source, BrokerKey);
        var largestOfBrokers = brokers.Seen.Select(broker => broker.Value).DefaultIfEmpty(0).Max();
        var unread = new List<(string, string, Gap)>();
        var inherits = false;
        foreach (var topic in topics.Items)
        {
            var of = $"source topic '{topic.Name}'";
            if (!topic.Config.TryGet(out var config, out var failure))
            {
                unread.Add(("topic configs", topic.Name, failure));
            }
            else if (!config.Entry(TopicKey, of).TryGet(out var entry, out failure) || !config.Number(TopicKey, of).TryGet(out var value, out failure))
            {
                unread.Add((TopicKey, topic.Name, failure));
            }
            else
            {
                // One broker answered: what a topic inherits may be larger on another.
                var isOverride = entry.Source is ConfigSource.DynamicTopic;
                inherits |= !isOverride;
                Raise(new SizeMaximum(isOverride ? value : Math.Max(value, largestOfBrokers), topic.Name, isOverride));
            }
        }

        sourceMissing.AddRange(Unread.Group(Side.Source, topics.Items.Count, unread));
        if (inherits)
        {
            sourceMissing.AddRange(brokers.Missing);
            remarks.AddRange(brokers.Remarks);
        }
    }

    private void Raise(SizeMaximum size)
    {
        if (Maximum is null || size.Value > Maximum.Value)
        {
            Maximum = size;
        }
        else if (size.Value == Maximum.Value)
        {
            var first = string.CompareOrdinal(size.Topic, Maximum.Topic) < 0 ? size.Topic : Maximum.Topic;
            Maximum = new SizeMaximum(size.Value, first, size.IsOverride || Maximum.IsOverride);
        }
    }

    private TargetSizes ReadTarget(ClusterView target, string key, Func<BrokerSize, bool> exempt)
    {
        var brokers = BrokerSizes.Of(target, key);
        remarks.AddRange(brokers.Remarks.Except(remarks));
        BrokerSize[] tooSmall = [.. brokers.Seen.Where(size => size.Value < Maximum?.Value)];
        return new TargetSizes(key, [.. sourceMissing, .. brokers.Missing])
        {
            TooSmall = [.. tooSmall.Where(size => !exempt(size))],
            Exempted = [.. tooSmall.Where(exempt)],
        };
    }
}

/// <summary>The largest message a source topic may hold.</summary>
/// <param name="Value">In bytes.</param>
/// <param name="Topic">The ordinally smallest topic that has it.</param>
/// <param name="IsOverride">Whether any topic has it as an override of its own.</param>
public sealed record SizeMaximum(long Value, string Topic, bool IsOverride)
{
    /// <summary>A line for the details.</summary>
    public override string ToString() =>
        $"max.message.bytes={Value} is " +
        (IsOverride ? "an override of a topic's own: where the copy keeps it, it outranks the broker's" : "inherited from the source's brokers");
}
