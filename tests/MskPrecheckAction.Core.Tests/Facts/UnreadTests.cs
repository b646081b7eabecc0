using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Facts;

public sealed class UnreadTests
{
    [Fact]
    public void One_part_keeps_its_own_permission()
    {
        var unread = Assert.Single(Unread.Group(Side.Source, 9, [Denied("a")]));
        Assert.Equal("DESCRIBE_CONFIGS on Topic a", Assert.Single(unread.Gaps).Permission);
        Assert.Equal("source: topic configs failed for 1 of 9 (a): denied", unread.ToString());
    }

    [Fact]
    public void Many_parts_are_told_once_with_the_permission_for_all()
    {
        var unread = Assert.Single(Unread.Group(Side.Source, 9, Enumerable.Range(1, 7).Select(n => Denied($"t{n}"))));
        var gap = Assert.Single(unread.Gaps);
        Assert.Equal(("topic configs of the source cluster, 7 of 9 (t1, t2, t3, t4, t5, +2 more)", "DESCRIBE_CONFIGS on Topic *"), (gap.Asked, gap.Permission));
    }

    [Fact]
    public void Other_reasons_are_told_apart() =>
        Assert.Equal(2, Unread.Group(Side.Target, 2, [Denied("a"), ("topic configs", "b", Given.TimedOut)]).Count());

    [Fact]
    public void Topics_hidden_from_a_list_keep_their_gaps()
    {
        Gap[] hidden = [.. Enumerable.Range(1, 7).Select(n => new Gap($"topic 't{n}'", GapCause.Filtered, "hidden", $"DESCRIBE on Topic t{n}"))];
        var unread = Assert.Single(Unread.Incomplete(Side.Source, "topic list is incomplete", hidden));
        Assert.Equal(hidden, unread.Gaps);
        Assert.Equal("source: topic list is incomplete (topic 't1', topic 't2', topic 't3', topic 't4', topic 't5', +2 more): hidden", unread.ToString());
    }

    private static (string, string, Gap) Denied(string topic) =>
        ("topic configs", topic, new Gap($"configs of topic '{topic}'", GapCause.AccessDenied, "denied", $"DESCRIBE_CONFIGS on Topic {topic}"));
}
