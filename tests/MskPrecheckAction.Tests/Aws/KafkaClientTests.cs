using Amazon.Kafka;
using Amazon.Kafka.Model;
using Xunit;

namespace MskPrecheckAction.Aws;

/// <summary>What Amazon MSK's answers become: values where they are there, null where not.</summary>
public sealed class KafkaClientTests : IAsyncDisposable
{
    private readonly AwsStandIn aws = new();
    private readonly string arn = AwsDocuments.UniqueClusterArn();

    [Fact]
    public async Task A_provisioned_cluster_is_read_in_full()
    {
        aws.On(AwsAction.DescribeClusterV2, arn, Answer.Json(AwsDocuments.Provisioned(arn, "2.8.2.tiered", 3).ToJsonString()));
        var cluster = await Describe();

        Assert.Equal(arn, cluster!.ClusterArn);
        Assert.Equal("orders", cluster.ClusterName);
        Assert.Equal(ClusterType.PROVISIONED, cluster.ClusterType);
        Assert.Equal(ClusterState.ACTIVE, cluster.State);
        Assert.Null(cluster.ActiveOperationArn);
        Assert.Null(cluster.Serverless);
        Assert.Equal(3, cluster.Provisioned!.NumberOfBrokerNodes);
        Assert.Equal("2.8.2.tiered", cluster.Provisioned.CurrentBrokerSoftwareInfo!.KafkaVersion);
        Assert.Null(cluster.Provisioned.CurrentBrokerSoftwareInfo.ConfigurationRevision);
        Assert.True(cluster.Provisioned.ClientAuthentication!.Sasl!.Iam!.Enabled);
        Assert.Equal(ClientBroker.TLS_PLAINTEXT, cluster.Provisioned.EncryptionInfo!.EncryptionInTransit!.ClientBroker);
        Assert.Equal(StorageMode.LOCAL, cluster.Provisioned.StorageMode);
        Assert.EndsWith(":2181", cluster.Provisioned.ZookeeperConnectString);
    }

    [Fact]
    public async Task A_serverless_cluster_has_no_provisioned_part()
    {
        aws.On(AwsAction.DescribeClusterV2, arn, Answer.Json(AwsDocuments.Serverless(arn).ToJsonString()));
        var cluster = await Describe();
        Assert.Equal(ClusterType.SERVERLESS, cluster!.ClusterType);
        Assert.Null(cluster.Provisioned);
        Assert.True(cluster.Serverless!.ClientAuthentication!.Sasl!.Iam!.Enabled);
    }

    [Fact]
    public async Task A_name_of_later_days_and_unknown_members_are_taken_as_they_come()
    {
        aws.On(AwsAction.DescribeClusterV2, arn, Answer.Json("""{"clusterInfo":{"clusterType":"ORBITAL","state":"DREAMING","x":[{"y":1}],"provisioned":{}},"responseMetadata":null}"""));
        var cluster = await Describe();
        Assert.Equal("ORBITAL", cluster!.ClusterType!.Value);
        Assert.Equal("DREAMING", cluster.State!.Value);
        Assert.Null(cluster.Provisioned!.NumberOfBrokerNodes);
    }

    [Fact]
    public async Task An_empty_object_is_no_cluster()
    {
        aws.On(AwsAction.DescribeClusterV2, arn, Answer.Empty()).On(AwsAction.ListNodes, arn, Answer.Empty()).On(AwsAction.GetBootstrapBrokers, arn, Answer.Empty());
        using var kafka = aws.Kafka();
        Assert.Null(await Describe());
        Assert.Null((await kafka.ListNodesAsync(new() { ClusterArn = arn }, Stop)).NodeInfoList);
        Assert.Null((await kafka.GetBootstrapBrokersAsync(new() { ClusterArn = arn }, Stop)).BootstrapBrokerString);
    }

    [Fact]
    public async Task All_pages_of_nodes_are_there()
    {
        aws.On(AwsAction.ListNodes, arn, AwsDocuments.NodePages(
            [AwsDocuments.BrokerNode(1, "3.7.x.kraft"), AwsDocuments.BrokerNode(2, "3.7.x.kraft")], [AwsDocuments.ControllerNode()], [AwsDocuments.ZooKeeperNode(1)]));
        using var kafka = aws.Kafka();
        var nodes = new List<NodeInfo>();
        ListNodesResponse? page = null;
        do
        {
            page = await kafka.ListNodesAsync(new() { ClusterArn = arn, NextToken = page?.NextToken }, Stop);
            nodes.AddRange(page.NodeInfoList!);
        }
        while (page.NextToken is not null);

        Assert.Equal([1, 2, null, null], nodes.Select(n => n.BrokerNodeInfo?.BrokerId));
        Assert.Equal("3.7.x.kraft", nodes[0].BrokerNodeInfo!.CurrentBrokerSoftwareInfo!.KafkaVersion);
        Assert.NotNull(nodes[2].ControllerNodeInfo);
        Assert.Equal(1, nodes[3].ZookeeperNodeInfo!.ZookeeperId);
        Assert.Equal(["", "nextToken=page%2F1", "nextToken=page%2F2"], aws.RequestsFor(arn).Select(r => r.RawQuery));
    }

    [Fact]
    public async Task Addresses_are_there_for_each_way_in_and_null_for_the_others()
    {
        aws.On(AwsAction.GetBootstrapBrokers, arn, AwsDocuments.Bootstrap(
            ("bootstrapBrokerStringSaslIam", "b-1:9098,b-2:9098"), ("bootstrapBrokerStringPublicTls", "b-1-public:9194"), ("bootstrapBrokerStringVpcConnectivitySaslScram", "b-1.scram:14001")));
        using var kafka = aws.Kafka();
        var brokers = await kafka.GetBootstrapBrokersAsync(new() { ClusterArn = arn }, Stop);
        Assert.Equal("b-1:9098,b-2:9098", brokers.BootstrapBrokerStringSaslIam);
        Assert.Equal("b-1-public:9194", brokers.BootstrapBrokerStringPublicTls);
        Assert.Equal("b-1.scram:14001", brokers.BootstrapBrokerStringVpcConnectivitySaslScram);
        Assert.Null(brokers.BootstrapBrokerString);
        Assert.Null(brokers.BootstrapBrokerStringTls);
    }

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private async Task<Cluster?> Describe()
    {
        using var kafka = aws.Kafka();
        return (await kafka.DescribeClusterV2Async(new() { ClusterArn = arn }, Stop)).ClusterInfo;
    }

    public ValueTask DisposeAsync() => aws.DisposeAsync();
}
