using Amazon.Kafka;
using Amazon.Kafka.Model;
using Amazon.Runtime;
using MskPrecheckAction.Collection.Aws.Sdk;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Asks the MSK API about one cluster, in the region of its ARN.</summary>
/// <param name="plan">The cluster.</param>
/// <param name="calls">How AWS is asked.</param>
/// <param name="identity">With whose credentials.</param>
internal sealed class MskProbe(ClusterPlan plan, AwsCalls calls, Task<Fact<AWSCredentials>> identity)
{
    // MSK gives at least ten nodes a page and a cluster has at most a hundred odd: more pages than this never end.
    private const int MostPages = 50;

    private readonly string arn = plan.Arn.ToString();

    /// <summary>DescribeClusterV2.</summary>
    public Task<Fact<MskCluster>> ClusterAsync() => AskAsync("DescribeClusterV2", async (kafka, question, token) =>
        MskAnswers.Cluster(await kafka.DescribeClusterV2Async(new() { ClusterArn = arn }, token).ConfigureAwait(false), arn, question));

    /// <summary>GetBootstrapBrokers: the addresses of every way in.</summary>
    public Task<Fact<GetBootstrapBrokersResponse>> AddressesAsync() => AskAsync("GetBootstrapBrokers", async (kafka, _, token) =>
        Fact.Known(await kafka.GetBootstrapBrokersAsync(new() { ClusterArn = arn }, token).ConfigureAwait(false)));

    /// <summary>ListNodes, all pages.</summary>
    public Task<Fact<IReadOnlyList<MskNode>>> NodesAsync() => AskAsync("ListNodes", async (kafka, question, token) =>
    {
        var nodes = new List<MskNode>();
        string? next = null;
        for (var page = 0; page < MostPages; page++)
        {
            var answer = await kafka.ListNodesAsync(new() { ClusterArn = arn, NextToken = next }, token).ConfigureAwait(false);
            if (answer.NodeInfoList is null) return Fact<IReadOnlyList<MskNode>>.Missing(question.Unparsable("the answer holds no list of nodes"));
            nodes.AddRange(answer.NodeInfoList.Select(MskAnswers.Node));
            if (string.IsNullOrEmpty(answer.NextToken)) return Fact<IReadOnlyList<MskNode>>.Known(nodes);
            next = answer.NextToken;
        }

        return Fact<IReadOnlyList<MskNode>>.Missing(question.Unparsable($"the list of nodes does not end after {MostPages} pages"));
    });

    private Task<Fact<T>> AskAsync<T>(string api, Func<IAmazonKafka, AwsQuestion, CancellationToken, Task<Fact<T>>> ask)
        where T : notnull
    {
        var question = new AwsQuestion(api, "the MSK API", plan.Arn.Region, "kafka:" + api, $"cluster {arn}", plan.Side);
        return calls.AskAsync(identity, question, async (credentials, token) =>
        {
            using var kafka = new AmazonKafkaClient(credentials, new AmazonKafkaConfig().For(plan.Arn.Region));
            return await ask(kafka, question, token).ConfigureAwait(false);
        });
    }
}
