using Confluent.Kafka.Admin;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Kafka;
using Xunit;
using static MskPrecheckAction.Kafka.KafkaClients;
using ConfigSource = MskPrecheckAction.Facts.ConfigSource;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>The shared real source, read with all rights and with single ones missing.</summary>
[Trait("Needs", "Kafka")]
public sealed class SourceTests(SharedKafka kafka)
{
    [Fact]
    public async Task Topics_come_with_overrides_and_inherited_values()
    {
        var source = await kafka.SourceAsync();
        var topic = await source.CreateTopicAsync(Unique("orders"), 3, 2, ("max.message.bytes", "2000000"), ("cleanup.policy", "compact,delete"));
        var collected = await Collected.FromAsync(Collected.Plaintext(source.Bootstrap()));
        var topics = Collected.Known(collected.Facts.Topics);
        Assert.Equal((3, 2), topics.Items.Where(one => one.Name == topic).Select(one => (one.PartitionCount, one.ReplicationFactor)).Single());
        var config = collected.ConfigOf(topic);
        Assert.Equal(new("2000000", ConfigSource.DynamicTopic), config.Entries["max.message.bytes"]);
        Assert.Equal(new("compact,delete", ConfigSource.DynamicTopic), config.Entries["cleanup.policy"]);
        Assert.Equal(new("CreateTime", ConfigSource.Default), config.Entries["message.timestamp.type"]);
        Assert.Equal(ResourceConfig.TopicKeys, config.Entries.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(topics.Items.Select(one => one.Name).Order(StringComparer.Ordinal), topics.Items.Select(one => one.Name));
        Assert.Equal([1, 2], Collected.Known(collected.Facts.Cluster).Brokers.Select(one => one.Id));
        Assert.Null(Collected.Known(collected.Facts.WayIn).Remark);
    }

    [Fact]
    public async Task A_topic_that_a_deny_hides_makes_the_list_partial_and_is_named()
    {
        var source = await kafka.SourceAsync();
        var (user, hidden) = (Unique("reader"), await source.CreateTopicAsync(Unique("secret")));
        await source.AddScramUserAsync(user, "pw-canary");
        await source.AddAclsAsync(
            Binding($"User:{user}", AclOperation.Describe, ResourceType.Topic, "*"),
            Binding($"User:{user}", AclOperation.DescribeConfigs, ResourceType.Topic, "*"),
            Binding($"User:{user}", AclOperation.Describe, ResourceType.Broker, "kafka-cluster"),
            Binding($"User:{user}", AclOperation.Describe, ResourceType.Topic, hidden, permission: AclPermissionType.Deny));
        var collected = await Collected.FromAsync(Collected.Scram(source, user, "pw-canary"));
        var topics = Collected.Known(collected.Facts.Topics);
        Assert.Equal(Coverage.Partial, topics.Coverage);
        Assert.DoesNotContain(topics.Items, one => one.Name == hidden);
        Assert.Contains(topics.Gaps, gap => gap.Asked.Contains(hidden, StringComparison.Ordinal) && gap.Permission == $"DESCRIBE on Topic {hidden}");
        Assert.DoesNotContain("pw-canary", collected.Lines, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_any_right_nothing_is_taken_for_empty()
    {
        var source = await kafka.SourceAsync();
        var user = Unique("nobody");
        await source.AddScramUserAsync(user, "pw");
        using var producer = new TransactionalProducer(source, Unique("tx"));
        var facts = (await Collected.FromAsync(Collected.Scram(source, user, "pw"))).Facts;
        Assert.Null(Collected.Known(facts.WayIn).Error);
        Assert.Equal("DESCRIBE on Cluster", Collected.Missing(facts.Acls).Permission);
        Assert.Equal("READ on Topic __transaction_state", Collected.Missing(facts.Transactions).Permission);
        Assert.All(Collected.Known(facts.Cluster).Brokers, broker => Assert.Equal("DESCRIBE_CONFIGS on Cluster", Collected.Missing(broker.Config).Permission));
        var (topics, groups) = (Collected.Known(facts.Topics), Collected.Known(facts.Groups));
        Assert.Equal((Coverage.Partial, "DESCRIBE on Topic *"), (topics.Coverage, topics.Gaps.Single().Permission));
        Assert.Equal((Coverage.Unknown, "DESCRIBE on Cluster"), (groups.Coverage, groups.Gaps.Single().Permission));
    }

    [Fact]
    public async Task A_principal_that_may_describe_topics_but_not_acls_is_told_what_it_is_judged_on()
    {
        var source = await kafka.SourceAsync();
        var user = Unique("topics-only");
        await source.AddScramUserAsync(user, "pw");
        await source.AddAclsAsync(Binding($"User:{user}", AclOperation.Describe, ResourceType.Topic, "*"));
        var facts = (await Collected.FromAsync(Collected.Scram(source, user, "pw"))).Facts;
        var topics = Collected.Known(facts.Topics);
        Assert.Equal(Coverage.Complete, topics.Coverage);
        Assert.Equal($"judged on the {topics.Items.Count(topic => !InternalNames.IsTopic(topic.Name))} topics that this principal may describe", topics.Remark);
        Assert.All(topics.Items, topic => Assert.Equal($"DESCRIBE_CONFIGS on Topic {topic.Name}", Collected.Missing(topic.Config).Permission));
    }

    [Fact]
    public async Task A_static_member_is_seen_and_an_ordinary_one_is_not_taken_for_one()
    {
        var source = await kafka.SourceAsync();
        var topic = await source.CreateTopicAsync(Unique("orders"));
        var (fixedGroup, plainGroup) = (Unique("billing"), Unique("mailing"));
        await using var first = await StaticMember.JoinAsync(source, fixedGroup, "billing-1", topic);
        await using var second = await StaticMember.JoinAsync(source, plainGroup, null, topic);
        var groups = Collected.Known((await Collected.FromAsync(Collected.Plaintext(source.Bootstrap()))).Facts.Groups);
        Assert.Equal(Coverage.Complete, groups.Coverage);
        var billing = Collected.Known(groups.Items.Single(one => one.GroupId == fixedGroup).Description);
        Assert.Equal(("Stable", 1), (billing.State, billing.MemberCount));
        Assert.Equal(["billing-1"], billing.StaticInstanceIds);
        Assert.Empty(Collected.Known(groups.Items.Single(one => one.GroupId == plainGroup).Description).StaticInstanceIds);
    }

    [Fact]
    public async Task Transactional_ids_have_the_state_of_their_last_record()
    {
        var source = await kafka.SourceAsync();
        var topic = await source.CreateTopicAsync(Unique("orders"));
        var (idle, ongoing, ended) = (Unique("idle"), Unique("ongoing"), Unique("ended"));
        using var first = new TransactionalProducer(source, idle);
        using var second = new TransactionalProducer(source, ongoing);
        second.Begin(topic);
        using var third = new TransactionalProducer(source, ended);
        third.Begin(topic);
        third.Commit();
        await Eventually.TrueAsync(() => MskPrecheckAction.Kafka.TransactionState.Of(source, ended) == 4, "the commit");
        var ids = Collected.Known((await Collected.FromAsync(Collected.Plaintext(source.Bootstrap()))).Facts.Transactions);
        Assert.Equal(Coverage.Complete, ids.Coverage);
        Assert.Equal(Facts.TransactionState.Empty, ids.Items.Single(one => one.Id == idle).State);
        Assert.Equal(Facts.TransactionState.Ongoing, ids.Items.Single(one => one.Id == ongoing).State);
        Assert.Equal(Facts.TransactionState.CompleteCommit, ids.Items.Single(one => one.Id == ended).State);
    }

    [Fact]
    public async Task Acls_speak_in_kafkas_own_words()
    {
        var source = await kafka.SourceAsync();
        var principal = $"User:{Unique("app")}";
        await source.AddAclsAsync(
            Binding(principal, AclOperation.ClusterAction, ResourceType.Broker, "kafka-cluster"),
            Binding(principal, AclOperation.DescribeConfigs, ResourceType.Topic, "pre", ResourcePatternType.Prefixed, AclPermissionType.Deny, "10.0.0.1"),
            Binding(principal, AclOperation.Write, (ResourceType)5, "tx"));
        var acls = Collected.Known((await Collected.FromAsync(Collected.Plaintext(source.Bootstrap()))).Facts.Acls);
        Assert.True(acls.HasAuthorizer);
        Assert.Equal(
            [
                new("CLUSTER", "kafka-cluster", "LITERAL", principal, "*", "CLUSTER_ACTION", "ALLOW"),
                new("TOPIC", "pre", "PREFIXED", principal, "10.0.0.1", "DESCRIBE_CONFIGS", "DENY"),
                new("TRANSACTIONAL_ID", "tx", "LITERAL", principal, "*", "WRITE", "ALLOW"),
            ],
            acls.Bindings.Where(one => one.Principal == principal));
    }

    [Fact]
    public async Task A_target_is_asked_for_brokers_and_names_only()
    {
        var target = await kafka.TargetAsync();
        var topic = await target.CreateTopicAsync(Unique("orders"));
        var facts = (await Collected.FromAsync(Collected.Plaintext(target.Bootstrap(), Side.Target))).Facts;
        Assert.Equal(GapCause.NotAsked, Collected.Missing(Collected.Known(facts.Topics).Items.Single(one => one.Name == topic).Config).Cause);
        Assert.Equal(GapCause.NotAsked, Collected.Missing(facts.Transactions).Cause);
        Assert.Equal(GapCause.NotAsked, Collected.Missing(facts.Acls).Cause);
        Assert.All(Collected.Known(facts.Cluster).Brokers, broker => Assert.True(Collected.Known(broker.Config).Entries.ContainsKey("replica.fetch.max.bytes")));
    }
}
