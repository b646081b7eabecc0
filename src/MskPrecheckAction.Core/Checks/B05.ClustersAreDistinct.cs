using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>Source and target are two clusters.</summary>
public sealed class ClustersAreDistinct() : Check(
    code: "B05",
    title: "Source and Target Are the Same Cluster",
    message: "source and target ARNs are identical",
    cause: "source.cluster_arn and target.cluster_arn lead to one cluster. This migration copies from one cluster to another; it does not work in place.",
    fix: "Create a separate KRaft-mode MSK cluster and name it as target.cluster_arn.\n$ aws kafka list-clusters-v2 --region <region>",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/zk-to-kraft-migration.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        // Two ARNs that differ are enough to pass: the other comparisons see through aliases and can only convict.
        var (source, target) = (evidence.Plan.Source.Arn, evidence.Plan.Target.Arn);
        string[] same =
        [
            .. source == target ? [$"both are {source}"] : Array.Empty<string>(),
            .. SameAnswer(evidence.Source.Msk.Cluster, evidence.Target.Msk.Cluster),
            .. SameBrokers(evidence.Source.Kafka.Cluster, evidence.Target.Kafka.Cluster),
        ];
        return Judged(same.Length > 0 ? Finding("target.cluster_arn", ("region", target.Region)) with { Details = same } : null, []);
    }

    private static IEnumerable<string> SameAnswer(Fact<MskCluster> source, Fact<MskCluster> target) =>
        source.TryGet(out var one, out _) && target.TryGet(out var other, out _)
            && ClusterArn.TryParse(one.ClusterArn, out var arn) && ClusterArn.TryParse(other.ClusterArn, out var otherArn) && arn == otherArn
            ? [$"DescribeClusterV2 answers {arn} for both"]
            : [];

    // An id alone does not convict: KRaft clusters on MSK need not have ids of their own.
    private static IEnumerable<string> SameBrokers(Fact<KafkaCluster> source, Fact<KafkaCluster> target) =>
        source.TryGet(out var one, out _) && target.TryGet(out var other, out _) && !string.IsNullOrEmpty(one.ClusterId) && one.ClusterId == other.ClusterId
            && AddressesOf(one).Intersect(AddressesOf(other)).Order(StringComparer.Ordinal).FirstOrDefault() is { } address
            ? [$"the brokers of both give the cluster id {one.ClusterId} and the address {address}"]
            : [];

    private static IEnumerable<string> AddressesOf(KafkaCluster cluster) =>
        cluster.Brokers.Where(broker => broker.Host is not null).Select(broker => $"{broker.Host!.ToLowerInvariant()}:{broker.Port}");
}
