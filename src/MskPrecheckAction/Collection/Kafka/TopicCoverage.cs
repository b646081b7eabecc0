using System.Text.RegularExpressions;
using Confluent.Kafka;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Whether the list of topics is all of them: Kafka leaves out what the caller may not describe, but a question by name gives it away.</summary>
internal sealed partial class TopicCoverage(TopicProbe topics, Questions questions)
{
    // Nobody has a topic of this name; the answer tells whether the caller may describe names that no ACL is about.
    private readonly string impossible = "msk-precheck-no-such-topic-" + Guid.NewGuid().ToString("N");

    /// <summary>Asks for the impossible name, and on the way for <c>__transaction_state</c>: both are known to be needed from the start.</summary>
    public Task<Fact<IReadOnlyDictionary<string, NamedTopic>>> FirstAsync() => topics.DescribeAsync([impossible, TransactionProbe.Topic]);

    /// <summary>The customer topics that other facts mention and the list lacks.</summary>
    public static IReadOnlyCollection<string> Lacking(IEnumerable<string> mentioned, IEnumerable<string> listed)
    {
        var names = mentioned.Where(name => IsName(name) && !InternalNames.IsTopic(name)).ToHashSet(StringComparer.Ordinal);
        names.ExceptWith(listed);
        return names;
    }

    /// <summary>The topics that literal ACLs are about, and an impossible one for each prefix that somebody is denied: nobody can list what it hides.</summary>
    public IEnumerable<string> MentionedBy(AclFacts acls) => acls.Bindings
        .Where(one => one is { ResourceType: "TOPIC", PatternType: "LITERAL" } or { ResourceType: "TOPIC", PatternType: "PREFIXED", Permission: "DENY" })
        .Select(one => one.PatternType is "LITERAL" ? one.ResourceName : one.ResourceName + impossible);

    /// <summary>What the answers by name prove.</summary>
    /// <param name="items">The topics that were listed.</param>
    /// <param name="first">The answer of <see cref="FirstAsync"/>.</param>
    /// <param name="lacking">The answers for the names that the list lacks.</param>
    /// <param name="aclsAreKnown">Whether ACLs could be read, or there is no authorizer.</param>
    public Listing<Topic> Judge(
        IReadOnlyList<Topic> items, Fact<IReadOnlyDictionary<string, NamedTopic>> first,
        Fact<IReadOnlyDictionary<string, NamedTopic>> lacking,
        bool aclsAreKnown)
    {
        if (!first.TryGet(out var made, out var gap)) return Listing.Unknown(items, gap);
        if (!lacking.TryGet(out var named, out gap)) return Listing.Unknown(items, gap);
        if (!made.TryGetValue(impossible, out var answer))
        {
            return Listing.Unknown(items, new Gap(questions.Of("topics by name"), GapCause.Unparsable, "the answer lacks the name"));
        }

        var refused = named.Where(one => KafkaGap.IsRefusal(one.Value.Error)).Select(one => one.Key);
        var hidden = refused.Order(StringComparer.Ordinal).Select(Hidden).ToList();
        var other = named.Append(new(impossible, answer)).Select(one => one.Value.Error)
            .FirstOrDefault(error => error is not (ErrorCode.NoError or ErrorCode.UnknownTopicOrPart) && !KafkaGap.IsRefusal(error));
        if (KafkaGap.IsRefusal(answer.Error))
        {
            hidden.Add(new Gap(
                questions.Of("topics"), GapCause.Filtered, "topics that this principal may not describe are left out", questions.Rights.DescribeTopic()));
        }

        if (hidden.Count > 0) return Listing.Partial(items, hidden);
        if (other is not ErrorCode.NoError) return Listing.Unknown(items, KafkaGap.Of(questions.Of("topics by name"), new Error(other), null));
        if (aclsAreKnown) return Listing.Complete(items);
        var judged = items.Count(topic => !InternalNames.IsTopic(topic.Name));
        return Listing.Complete(items, $"judged on the {judged} topics that this principal may describe");
    }

    private Gap Hidden(string name) => name.EndsWith(impossible, StringComparison.Ordinal)
        ? new(
            questions.Of($"topics that begin with '{name[..^impossible.Length]}'"), GapCause.Filtered,
            "this principal may not describe them, so they are not in the list", questions.Rights.DescribeTopic(name[..^impossible.Length] + "*"))
        : new(
            questions.Of($"topic '{name}'"), GapCause.Filtered,
            "this principal may not describe it, so it is not in the list", questions.Rights.DescribeTopic(name));

    private static bool IsName(string name) => name is not ("." or "..") && NamePattern().IsMatch(name);

    [GeneratedRegex(@"\A[a-zA-Z0-9._-]{1,249}\z")]
    private static partial Regex NamePattern();
}
