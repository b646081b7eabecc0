using System.Diagnostics;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using MskPrecheckAction.Collection.Kafka.Librdkafka;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>The groups, and the topics that their members are assigned.</summary>
internal sealed record Groups(Listing<ConsumerGroup> All, IReadOnlyCollection<string> Topics);

/// <summary>The consumer groups in all states and, where asked for, their members.</summary>
internal sealed class GroupProbe(KafkaConnection connection, NativeClient native, Questions questions)
{
    // librdkafka looks every group's coordinator up by itself: waiting for a batch to end before the next begins doubles the time.
    private const int Batch = 250;
    private const int InFlight = 4;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);
    // librdkafka looks for a coordinator until time is up, whatever brokers say of it.
    private const string NoCoordinator = "no answer in time from the group's coordinator: is the broker up that leads its partition of __consumer_offsets?";

    /// <summary>Reads them.</summary>
    /// <param name="mayDescribeCluster">Whether the caller has DESCRIBE on the cluster: without it groups may be left out.</param>
    /// <param name="withMembers">Whether to ask for members.</param>
    public async Task<Fact<Groups>> ReadAsync(Task<Fact<bool>> mayDescribeCluster, bool withMembers)
    {
        var asked = questions.Of("groups");
        var began = Stopwatch.GetTimestamp();
        questions.Progress("groups");
        var listed = await questions.AskAsync(asked, questions.Rights.DescribeCluster, ListAsync).ConfigureAwait(false);
        if (!listed.TryGet(out var list, out var gap)) return Fact<Groups>.Missing(gap);
        var topics = new HashSet<string>(StringComparer.Ordinal);
        var groups = withMembers
            ? await DescribeAsync(list, topics).ConfigureAwait(false)
            : NotAsked(list.Ids);
        return Fact.Known(new Groups(Cover(groups, list.Errors, asked, began, await mayDescribeCluster.ConfigureAwait(false)), topics));
    }

    private List<ConsumerGroup> NotAsked(IReadOnlyList<string> ids)
    {
        var gap = Fact<GroupDescription>.Missing(new Gap(questions.Of("group members"), GapCause.NotAsked, "they matter on the source only"));
        return [.. ids.Select(id => new ConsumerGroup(id, gap))];
    }

    private Listing<ConsumerGroup> Cover(List<ConsumerGroup> groups, IReadOnlyList<ErrorCode> errors, string asked, long began, Fact<bool> mayDescribeCluster)
    {
        if (errors.Count > 0)
        {
            return Listing.Partial(groups, [.. errors.Distinct().Select(error => KafkaGap.Of(asked, new Error(error), questions.Rights.DescribeCluster, questions.SaidSince(began)))]);
        }

        if (!mayDescribeCluster.TryGet(out var may, out var gap)) return Listing.Unknown(groups, gap);
        return may
            ? Listing.Complete(groups)
            : Listing.Unknown(groups, new Gap(
                asked, GapCause.Filtered, "groups that this principal may not describe are left out", questions.Rights.DescribeCluster));
    }

    private async Task<GroupIds> ListAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            var list = await native.UseAsync(client => NativeGroups.List(native, client, Limit)).ConfigureAwait(false);
            // A coordinator that is loading its groups will have done so in a moment; a broker that is gone will not be back.
            var isLoading = list.Errors.Any(error => KafkaGap.IsPassing(error) && error is not ErrorCode.Local_Transport);
            if (attempt >= 3 || !isLoading || !await questions.PauseAsync(attempt).ConfigureAwait(false)) return list;
        }
    }

    private async Task<List<ConsumerGroup>> DescribeAsync(GroupIds list, HashSet<string> topics)
    {
        // librdkafka asks two questions for each group. Those that are listed as empty have no members to ask for.
        var none = Fact.Known(new GroupDescription("Empty", 0, []));
        List<ConsumerGroup> groups = [.. list.Empty.Select(id => new ConsumerGroup(id, none))];
        questions.Progress("groups", groups.Count, list.Ids.Count);
        using var places = new SemaphoreSlim(InFlight);
        await Task.WhenAll(list.Ids.Where(id => !list.Empty.Contains(id)).Chunk(Batch).Select(WorkAsync)).ConfigureAwait(false);
        return [.. groups.OrderBy(group => group.GroupId, StringComparer.Ordinal)];

        async Task WorkAsync(string[] batch)
        {
            await places.WaitAsync().ConfigureAwait(false);
            var described = await DescribeBatchAsync(batch).ConfigureAwait(false);
            places.Release();
            lock (groups)
            {
                groups.AddRange(described.Select(one => one.Group));
                foreach (var one in described) topics.UnionWith(one.Topics);
                questions.Progress("groups", groups.Count, list.Ids.Count);
            }
        }
    }

    private async Task<List<(ConsumerGroup Group, IEnumerable<string> Topics)>> DescribeBatchAsync(string[] ids)
    {
        var began = Stopwatch.GetTimestamp();
        var groups = new List<(ConsumerGroup, IEnumerable<string>)>(ids.Length);
        for (var attempt = 0; ids.Length > 0; attempt++)
        {
            var answers = await questions.AskAsync(
                questions.Of($"members of {ids.Length} groups"), questions.Rights.DescribeGroup(), () => DescribeAsync(ids)).ConfigureAwait(false);
            if (!answers.TryGet(out var described, out var gap))
            {
                return [.. groups, .. ids.Select(id => (new ConsumerGroup(id, Fact<GroupDescription>.Missing(gap)), Enumerable.Empty<string>()))];
            }

            var again = described.Where(group => attempt < 3 && KafkaGap.IsPassing(group.Error.Code)).ToList();
            ids = [.. again.Select(group => group.GroupId)];
            groups.AddRange(described.Except(again).Select(group => Group(group, began)));
            if (ids.Length > 0) await questions.PauseAsync(attempt).ConfigureAwait(false);
        }

        return groups;
    }

    private async Task<List<ConsumerGroupDescription>> DescribeAsync(IEnumerable<string> ids)
    {
        try
        {
            var options = new DescribeConsumerGroupsOptions { RequestTimeout = ClientSettings.CallLimit };
            return (await connection.Admin.DescribeConsumerGroupsAsync(ids, options).ConfigureAwait(false)).ConsumerGroupDescriptions;
        }
        catch (DescribeConsumerGroupsException partial)
        {
            return partial.Results.ConsumerGroupDescriptions;
        }
    }

    private (ConsumerGroup, IEnumerable<string>) Group(ConsumerGroupDescription group, long began)
    {
        if (group.Error.IsError)
        {
            var gap = KafkaGap.Of(questions.Of($"members of group '{group.GroupId}'"), group.Error, questions.Rights.DescribeGroup(group.GroupId), questions.LinesSince(began) ?? NoCoordinator);
            return (new ConsumerGroup(group.GroupId, Fact<GroupDescription>.Missing(gap)), []);
        }

        var instances = group.Members.Select(member => member.GroupInstanceId).Where(id => !string.IsNullOrEmpty(id)).Order(StringComparer.Ordinal);
        var topics = group.Members.SelectMany(member => member.Assignment?.TopicPartitions ?? []).Select(one => one.Topic).ToHashSet(StringComparer.Ordinal);
        return (new ConsumerGroup(group.GroupId, Fact.Known(new GroupDescription(group.State.ToString(), group.Members.Count, [.. instances]))), topics);
    }
}
