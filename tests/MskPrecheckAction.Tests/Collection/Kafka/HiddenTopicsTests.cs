using Confluent.Kafka.Admin;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Kafka;
using Xunit;
using static MskPrecheckAction.Kafka.KafkaClients;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Topics that Kafka leaves out of its list without a word.</summary>
[Trait("Needs", "Kafka")]
public sealed class HiddenTopicsTests(SharedKafka kafka)
{
    [Fact]
    public async Task A_prefix_that_is_denied_makes_the_list_partial_although_no_acl_names_its_topics()
    {
        var source = await kafka.SourceAsync();
        var (user, prefix) = (Unique("reader"), Unique("vault"));
        var hidden = await source.CreateTopicAsync(prefix + "-keys");
        await source.AddScramUserAsync(user, "pw");
        await source.AddAclsAsync(
            Binding($"User:{user}", AclOperation.Describe, ResourceType.Topic, "*"),
            Binding($"User:{user}", AclOperation.Describe, ResourceType.Broker, "kafka-cluster"),
            Binding($"User:{user}", AclOperation.All, ResourceType.Topic, prefix, ResourcePatternType.Prefixed, AclPermissionType.Deny));
        var topics = Collected.Known((await Collected.FromAsync(Collected.Scram(source, user, "pw"))).Facts.Topics);
        Assert.DoesNotContain(topics.Items, one => one.Name == hidden);
        Assert.Equal(Coverage.Partial, topics.Coverage);
        Assert.Equal(
            (GapCause.Filtered, $"DESCRIBE on Topic {prefix}*"),
            topics.Gaps.Where(gap => gap.Asked == $"topics that begin with '{prefix}' of the source cluster").Select(gap => (gap.Cause, gap.Permission)).Single());
    }
}
