using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>What B09 and B10 have in common: whether a broker of one side lets us in and answers.</summary>
/// <param name="code">See <see cref="Check"/>.</param>
/// <param name="title">See <see cref="Check"/>.</param>
/// <param name="message">With the place <c>error</c>.</param>
/// <param name="side">The side that is entered.</param>
public abstract class WayInCheck(string code, string title, string message, Side side) : Check(
    code,
    title,
    message,
    cause: $"Cannot connect to the {side.Word()} cluster's bootstrap servers, log in there or fetch metadata.",
    fix: "Check which addresses the cluster has for auth mode <mode>; private ones are reachable only from within its network:\n" +
        $"$ aws kafka get-bootstrap-brokers --cluster-arn <{side.Word()}_arn> --region <region>\n" +
        "Check that the security group of the brokers lets this runner in on their port.\n" +
        $"Check that {side.Word()}.auth.mode is one that the cluster has enabled:\n" +
        $"$ aws kafka describe-cluster-v2 --cluster-arn <{side.Word()}_arn> --region <region>\n" +
        "For scram-sha-512 check user name and password, and that the secret is associated with the cluster:\n" +
        $"$ aws kafka list-scram-secrets --cluster-arn <{side.Word()}_arn> --region <region>",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-get-bootstrap-brokers.html")
{
    private const int MostNamed = 3;

    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var (plan, view) = side is Side.Source ? (evidence.Plan.Source, evidence.Source) : (evidence.Plan.Target, evidence.Target);
        var wayIn = view.Kafka.WayIn.Select(reached => plan.BootstrapServers is not null && Elsewhere(view) is { } doubt
            ? reached with { Remark = reached.Remark is { } remark ? $"{remark}; {doubt}" : doubt }
            : reached);
        return Reached(wayIn, error => Finding(
            $"{side.Word()}.cluster_arn", ("error", error), ("mode", plan.Auth.Mode.Spelling()), ($"{side.Word()}_arn", plan.Arn), ("region", plan.Arn.Region)));
    }

    // Addresses that the file names may be another cluster's. Brokers may be told to advertise names that MSK does not know, so this convicts nobody.
    private string? Elsewhere(ClusterView view)
    {
        if (!view.Kafka.Cluster.TryGet(out var cluster, out _) || !view.Msk.Nodes.TryGet(out var nodes, out _)) return null;
        var advertised = Names(cluster.Brokers.Select(broker => broker.Host));
        var expected = Names(nodes.Where(node => node.Kind is MskNodeKind.Broker).Select(node => node.Endpoint));
        return advertised.Count == 0 || expected.Count == 0 || advertised.Intersect(expected).Any()
            ? null
            : $"{side.Word()}.bootstrap_servers lead to brokers that advertise {Capped(advertised)}, and the brokers of the cluster in cluster_arn are {Capped(expected)}: are they the same?";
    }

    private static List<string> Names(IEnumerable<string?> names) =>
        [.. names.OfType<string>().Select(name => name.ToLowerInvariant()).Distinct().Order(StringComparer.Ordinal)];

    private static string Capped(IReadOnlyCollection<string> names) => string.Join(", ", names.Capped(MostNamed));
}
