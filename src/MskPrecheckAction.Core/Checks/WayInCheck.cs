using MskPrecheckAction.Configuration;

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
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var (plan, view) = side is Side.Source ? (evidence.Plan.Source, evidence.Source) : (evidence.Plan.Target, evidence.Target);
        return Reached(view.Kafka.WayIn, error => Finding(
            $"{side.Word()}.cluster_arn", ("error", error), ("mode", plan.Auth.Mode.Spelling()), ($"{side.Word()}_arn", plan.Arn), ("region", plan.Arn.Region)));
    }
}
