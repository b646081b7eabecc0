using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>The MSK API's answers, good and bad, as facts and gaps.</summary>
public sealed class MskFactsTests : CollectorTests
{
    [Fact]
    public async Task A_whole_collection_knows_everything_and_asks_each_thing_once()
    {
        var before = DateTimeOffset.UtcNow;
        var snapshot = await CollectAsync();

        var cluster = Known(snapshot.Source.Msk.Cluster);
        Assert.Equal((SourceArn, ClusterType.Provisioned, "3.6.0", 3, "ACTIVE", "LOCAL"),
            (cluster.ClusterArn, cluster.Type, cluster.KafkaVersion, cluster.NumberOfBrokerNodes, cluster.State, cluster.StorageMode));
        Assert.EndsWith(":2181", cluster.ZookeeperConnectString, StringComparison.Ordinal);
        Assert.Equal(new MskClientAuthentication { Iam = true, Scram = true, Tls = true, Unauthenticated = true, ClientBroker = "TLS_PLAINTEXT" }, cluster.ClientAuthentication);
        Assert.Equal(3, Known(snapshot.Source.Msk.Nodes).Count);
        Assert.Equal(
            [.. Enumerable.Range(1, 3).Select(id => new MskNode(MskNodeKind.Broker, "3.9.x.kraft", $"b-{id}.orders.abcdef.c5.kafka.eu-central-1.amazonaws.com"))],
            Known(snapshot.Target.Msk.Nodes));
        Assert.Null(Known(snapshot.Target.Msk.Cluster).ZookeeperConnectString);
        Assert.Equal(new Reachability(null), Known(snapshot.BackupBucket));
        Assert.Equal(new Reachability(null), Known(snapshot.Source.Kafka.WayIn));

        Assert.Equal((TimeSpan.Zero, 0L), (snapshot.CollectedAt.Offset, snapshot.CollectedAt.Ticks % TimeSpan.TicksPerSecond));
        Assert.InRange(snapshot.CollectedAt, before.AddSeconds(-1), DateTimeOffset.UtcNow);
        Assert.Equal(new AskedCluster(SourceArn, AuthMode.Iam, null), snapshot.Asked.Source);
        Assert.Equal(4, Aws.RequestsFor(SourceArn).Count);
        Assert.Equal(4, Aws.RequestsFor(TargetArn).Count);
        Assert.Equal(10, Aws.Requests.Count);
        Assert.All(Aws.Requests, request => Assert.True(request.OnlyReads && request.Method is "GET" or "HEAD", request.ToString()));
        Assert.All(Aws.RequestsFor(TargetArn), request => Assert.Equal("eu-north-1", request.Region));
        Assert.All(Aws.Requests.Where(request => request.Service == "s3"), request => Assert.Equal("eu-central-1", request.Region));
    }

    [Fact]
    public async Task Controllers_and_ZooKeeper_nodes_are_told_by_the_part_that_is_filled()
    {
        Aws.On(AwsAction.ListNodes, SourceArn, AwsDocuments.NodePages([AwsDocuments.ZooKeeperNode(1)], [AwsDocuments.ControllerNode(), []]));
        Assert.Equal([MskNodeKind.Zookeeper, MskNodeKind.Controller, MskNodeKind.Unknown], Known((await CollectAsync()).Source.Msk.Nodes).Select(node => node.Kind));
    }

    [Fact]
    public async Task A_serverless_cluster_says_so_and_no_more()
    {
        Aws.On(AwsAction.DescribeClusterV2, SourceArn, Answer.Json(AwsDocuments.Serverless(SourceArn).ToJsonString()));
        var cluster = Known((await CollectAsync()).Source.Msk.Cluster);
        Assert.Equal((ClusterType.Serverless, null, null), (cluster.Type, cluster.KafkaVersion, cluster.NumberOfBrokerNodes));
        Assert.Equal((true, null), (cluster.ClientAuthentication.Iam, cluster.ClientAuthentication.Scram));
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"clusterInfo":null}""")]
    [InlineData("""{"clusterInfo":{"clusterArn":"x"}}""")]
    [InlineData("""{"clusterInfo":{"clusterType":"ORBITAL"}}""")]
    [InlineData("<html>Sign in</html>")]
    [InlineData("}{")]
    [InlineData("")]
    public async Task An_answer_without_a_cluster_is_a_gap(string body)
    {
        Aws.On(AwsAction.DescribeClusterV2, SourceArn, Answer.Json(body));
        var snapshot = await CollectAsync();
        var gap = Missing(snapshot.Source.Msk.Cluster);
        Assert.Equal((GapCause.Unparsable, "DescribeClusterV2 of the source cluster", null), (gap.Cause, gap.Asked, gap.Permission));
        Assert.Equal(3, Known(snapshot.Source.Msk.Nodes).Count);
    }

    [Fact]
    public async Task Members_that_are_left_out_stay_null()
    {
        Aws.On(AwsAction.DescribeClusterV2, SourceArn, Answer.Json("""{"clusterInfo":{"clusterType":"PROVISIONED","provisioned":{"currentBrokerSoftwareInfo":{"kafkaVersion":""}}}}"""));
        Assert.Equal(new MskCluster(SourceArn, ClusterType.Provisioned), Known((await CollectAsync()).Source.Msk.Cluster));
    }

    [Theory]
    [InlineData("{}", "no list of nodes")]
    [InlineData("""{"nodeInfoList":[],"nextToken":"again"}""", "does not end")]
    public async Task A_list_of_nodes_that_is_none_is_a_gap(string body, string reason)
    {
        Aws.On(AwsAction.ListNodes, SourceArn, Answer.Json(body));
        var gap = Missing((await CollectAsync()).Source.Msk.Nodes);
        Assert.Equal(GapCause.Unparsable, gap.Cause);
        Assert.Contains(reason, gap.Reason, StringComparison.Ordinal);
        Assert.InRange(Aws.RequestsFor(SourceArn).Count, 3, 60);
    }

    [Theory]
    [InlineData(AwsAction.DescribeClusterV2)]
    [InlineData(AwsAction.ListNodes)]
    public async Task A_denied_call_names_its_permission_and_costs_nothing_else(string action)
    {
        Aws.On(action, SourceArn, Answer.Forbidden(action));
        var snapshot = await CollectAsync();
        var gaps = new[] { Gap(snapshot.Source.Msk.Cluster), Gap(snapshot.Source.Msk.Nodes) }.OfType<Gap>();
        Assert.Equal(
            new Gap($"{action[6..]} of the source cluster", GapCause.AccessDenied, $"access denied: {action} is not allowed on cluster {SourceArn}", action), Assert.Single(gaps));
        Assert.Null(Known(snapshot.Source.Kafka.WayIn).Error);
        Assert.Equal(3, Known(snapshot.Target.Msk.Nodes).Count);
    }

    [Fact]
    public async Task A_cluster_that_nobody_knows_is_named_with_its_region()
    {
        foreach (var action in new[] { AwsAction.DescribeClusterV2, AwsAction.ListNodes, AwsAction.GetBootstrapBrokers }) Aws.On(action, TargetArn, Answer.Error(404, "NotFoundException", "?"));
        var snapshot = await CollectAsync();
        var reason = $"there is no cluster {TargetArn} in eu-north-1";
        Assert.Equal(new Gap("DescribeClusterV2 of the target cluster", GapCause.NotFound, reason), Missing(snapshot.Target.Msk.Cluster));
        Assert.Equal("GetBootstrapBrokers of the target cluster: " + reason, Known(snapshot.Target.Kafka.WayIn).Error);
    }

    public static TheoryData<string, GapCause> Failures => new()
    {
        { "throttled", GapCause.Throttled }, { "500", GapCause.ServiceError }, { "html 403", GapCause.AccessDenied }, { "html 200", GapCause.Unparsable }, { "302", GapCause.Unparsable },
        { "silence", GapCause.Timeout }, { "stalled", GapCause.Timeout }, { "drip", GapCause.Timeout }, { "cut", GapCause.Unreachable }, { "400", GapCause.ServiceError },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Whatever_goes_wrong_is_a_gap_of_its_kind(string failure, GapCause cause)
    {
        CallLimit = TimeSpan.FromSeconds(failure is "silence" or "stalled" or "drip" ? 1.5 : 20);
        Aws.On(AwsAction.DescribeClusterV2, SourceArn, failure switch
        {
            "throttled" => Answer.Throttled(),
            "500" => Answer.Error(500, "InternalServerErrorException", "sorry"),
            "400" => Answer.Error(400, "BadRequestException", "x-amzn-RequestId 1234"),
            "html 403" => Answer.Html(403),
            "html 200" => Answer.Html(200),
            "302" => Answer.Html(302) with { Headers = new Dictionary<string, string> { ["Location"] = Aws.Endpoint + "/login" } },
            "silence" => Answer.Empty() with { Delivery = Delivery.Silence },
            "stalled" => Answer.Empty() with { Delivery = Delivery.StalledBody },
            "drip" => Answer.Empty() with { Delivery = Delivery.Drip },
            _ => Answer.Empty() with { Delivery = Delivery.Cut },
        });
        var snapshot = await CollectAsync();
        var gap = Missing(snapshot.Source.Msk.Cluster);
        Assert.Equal(cause, gap.Cause);
        Assert.DoesNotContain("\n", gap.Reason, StringComparison.Ordinal);
        Assert.DoesNotContain("1234", gap.Reason, StringComparison.Ordinal);
        Assert.Null(Known(snapshot.Source.Kafka.WayIn).Error);
    }

    private static Gap? Gap<T>(Fact<T> fact)
        where T : notnull => fact.TryGet(out _, out var gap) ? null : gap;
}
