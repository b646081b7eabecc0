using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>Clusters that change while they are read: what is lost is undetermined with its cause, and all else stays as it was.</summary>
[Trait("Needs", "Kafka")]
public sealed class ChangingClusterTests(BadDayClusters clusters) : IClassFixture<BadDayClusters>
{
    [Fact]
    public async Task The_controller_dies_in_the_middle()
    {
        var (source, target) = await clusters.PairAsync();
        var controller = await source.ControllerAsync();
        source.When(KafkaRequest.DescribeAcls, () => source.KillBrokerAsync(controller));
        try
        {
            var run = await clusters.RunAsync("the controller dies", null);
            clusters.Judge(run, "", "B11 B12 W04 W05 W06 W09");
        }
        finally
        {
            await source.StartBrokerAsync(controller);
            await source.WholeAsync();
        }
    }

    [Fact]
    public async Task A_broker_freezes_leaves_and_comes_back_in_the_middle()
    {
        var (source, target) = await clusters.PairAsync();
        var controller = await source.ControllerAsync();
        var one = source.BrokerIds.First(id => id != controller);
        source.When(KafkaRequest.DescribeConfigs, () => source.PauseBrokerAsync(one));
        try
        {
            clusters.Judge(await clusters.RunAsync("one freezes", null), "", "B11 B12 W04 W05 W06 W07 W10");
        }
        finally
        {
            await source.ResumeBrokerAsync(one);
        }

        await source.WholeAsync();
        source.When(KafkaRequest.DescribeConfigs, () => source.StopBrokerAsync(one));
        clusters.Judge(await clusters.RunAsync("one leaves", null), "", "B11 B12 W04 W05 W06 W07 W10");
        // It is known of, and comes back while the others are being asked.
        source.When(KafkaRequest.DescribeConfigs, () => source.StartBrokerAsync(one));
        clusters.Judge(await clusters.RunAsync("one comes back", null), "", "B11 B12 W04 W05 W06 W07 W10");
        await source.WholeAsync();
    }

    [Fact]
    public async Task Topics_come_and_go_in_the_middle()
    {
        var (source, target) = await clusters.PairAsync();
        await source.CreateTopicAsync("fleeting", 2, 1, ("max.message.bytes", "50000000"), ("cleanup.policy", "compact"));
        await source.CreateTopicAsync("again", 2, 1, ("max.message.bytes", "50000000"));
        var change = source.When(KafkaRequest.DescribeConfigs, async () =>
        {
            await source.DeleteTopicAsync("fleeting");
            await source.DeleteTopicAsync("again");
            await source.CreateTopicAsync("again", 1, 1, ("retention.ms", "-1"));
            await source.CreateTopicAsync("newborn", 1, 1, ("cleanup.policy", "compact"));
        });
        var run = await clusters.RunAsync("topics come and go", null);
        // Its own failure first: a change that did not come about leaves nothing to judge.
        await change.Value;
        foreach (var topic in new[] { "again", "newborn" }) await source.DeleteTopicAsync(topic);
        clusters.Judge(run, "", "");
    }

    [Fact]
    public async Task A_group_and_its_members_leave_in_the_middle()
    {
        var (source, target) = await clusters.PairAsync();
        var passing = await StaticMember.JoinAsync(source, "passing", null, "orders");
        source.When(KafkaRequest.DescribeGroups, async () =>
        {
            await passing.DisposeAsync();
            await source.DeleteGroupAsync("passing");
        });
        clusters.Judge(await clusters.RunAsync("a group leaves", null), "", "");
    }
}
