using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Checks;

/// <summary>A broker of the target lets us in and answers.</summary>
public sealed class TargetKafkaIsReachable() : Check(
    code: "B10",
    title: "Target Kafka Not Reachable",
    message: "target Kafka protocol not reachable: {error}",
    cause: "Cannot connect to the target cluster's bootstrap servers, log in there or fetch metadata.",
    fix: "Check which addresses the cluster has for auth mode <mode>; private ones are reachable only from within its network:\n" +
        "$ aws kafka get-bootstrap-brokers --cluster-arn <target_arn> --region <region>\n" +
        "Check that the security group of the brokers lets this runner in on their port.\n" +
        "Check that target.auth.mode is one that the cluster has enabled:\n" +
        "$ aws kafka describe-cluster-v2 --cluster-arn <target_arn> --region <region>\n" +
        "For scram-sha-512 check user name and password, and that the secret is associated with the cluster:\n" +
        "$ aws kafka list-scram-secrets --cluster-arn <target_arn> --region <region>",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-get-bootstrap-brokers.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var plan = evidence.Plan.Target;
        return Reached(evidence.Target.Kafka.WayIn, error => Finding(
            "target.cluster_arn", ("error", error), ("mode", plan.Auth.Mode.Spelling()), ("target_arn", plan.Arn), ("region", plan.Arn.Region)));
    }
}
