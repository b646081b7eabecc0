using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Checks;

/// <summary>A broker of the source lets us in and answers.</summary>
public sealed class SourceKafkaIsReachable() : Check(
    code: "B09",
    title: "Source Kafka Not Reachable",
    message: "source Kafka protocol not reachable: {error}",
    cause: "Cannot connect to the source cluster's bootstrap servers, log in there or fetch metadata.",
    fix: "Check which addresses the cluster has for auth mode <mode>; private ones are reachable only from within its network:\n" +
        "$ aws kafka get-bootstrap-brokers --cluster-arn <source_arn> --region <region>\n" +
        "Check that the security group of the brokers lets this runner in on their port.\n" +
        "Check that source.auth.mode is one that the cluster has enabled:\n" +
        "$ aws kafka describe-cluster-v2 --cluster-arn <source_arn> --region <region>\n" +
        "For scram-sha-512 check user name and password, and that the secret is associated with the cluster:\n" +
        "$ aws kafka list-scram-secrets --cluster-arn <source_arn> --region <region>",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-get-bootstrap-brokers.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var plan = evidence.Plan.Source;
        return Reached(evidence.Source.Kafka.WayIn, error => Finding(
            "source.cluster_arn", ("error", error), ("mode", plan.Auth.Mode.Spelling()), ("source_arn", plan.Arn), ("region", plan.Arn.Region)));
    }
}
