using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Checks;

/// <summary>The target is governed by Kafka ACLs, which can be copied.</summary>
public sealed class TargetTakesKafkaAcls() : Check(
    code: "I01",
    title: "IAM Target — ACLs Emitted as Access Map",
    message: "target is IAM-auth — ACLs will be emitted as access-map.json for customer IaC to translate to IAM policies (tool does not apply IAM)",
    cause: "Kafka ACLs do not govern clients that log in by IAM. The migration writes an access-map.json instead, " +
        "which maps the source's ACL principals and permissions to the IAM policies you need.",
    fix: "After migration, apply the generated IAM policies with your infrastructure as code.",
    source: "https://docs.aws.amazon.com/msk/latest/developerguide/iam-access-control.html")
{
    /// <inheritdoc/>
    public override Outcome Evaluate(Evidence evidence) =>
        evidence.Plan.Target.Auth.Mode is AuthMode.Iam ? Failed(Finding("target.auth.mode")) : Passed();
}
