using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Checks;

/// <summary>Clients of the target need no SCRAM users.</summary>
public sealed class TargetNeedsNoScramUsers() : Check(
    code: "W08",
    title: "SCRAM Target Needs Pre-Provisioned Users",
    message: "target uses SCRAM-SHA-512 — SCRAM user credentials cannot be read via the Kafka protocol, " +
        "so every user must be provisioned on the target before cutover or copied ACLs will reference unauthenticated principals",
    cause: "SCRAM user credentials, which are kept in AWS Secrets Manager, cannot be read or copied from a cluster. " +
        "If the same users do not exist on the target, copied ACLs will reference unauthenticated principals.",
    fix: "Associate the source's secrets with the target before cutover.\n" +
        "$ aws kafka list-scram-secrets --cluster-arn <source_arn> --region <source_region>\n" +
        "$ aws kafka batch-associate-scram-secret --cluster-arn <target_arn> --region <target_region> --secret-arn-list <secret_arns>",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/msk-password.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence)
    {
        var (source, target) = (evidence.Plan.Source.Arn, evidence.Plan.Target.Arn);
        return evidence.Plan.Target.Auth.Mode is AuthMode.ScramSha512
            ? Failed(Finding(
                "target.auth.mode",
                ("source_arn", source), ("source_region", source.Region), ("target_arn", target), ("target_region", target.Region)))
            : Passed();
    }
}
