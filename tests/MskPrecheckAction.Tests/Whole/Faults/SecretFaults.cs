using MskPrecheckAction.Aws;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>SCRAM users that Secrets Manager does not give.</summary>
internal static class SecretFaults
{
    public static readonly Fault[] Rows =
    [
        new("The SCRAM secret is not JSON", "is not JSON", Holding("alice:" + Canaries.SecretPassword)),
        new("The SCRAM secret has no user name", "has no text under \"username\"", Holding($$"""{"user":"alice","password":"{{Canaries.SecretPassword}}"}""")),
        new("The SCRAM secret is empty", "is empty", Holding("")),
        new("The SCRAM secret is binary", "holds no text", Answering(Answer.Json($$"""{"ARN":"{{WholeProgram.SecretArn}}","SecretBinary":"Y2FuYXJ5"}"""))),
        new("There is no such SCRAM secret", "there is no secret", Answering(Answer.Error(400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret."))),
        new("The SCRAM secret is about to be deleted", "is marked for deletion", Answering(Answer.Error(400, "InvalidRequestException", "You can't perform this operation on the secret because it was marked for deletion."))),
        new("The SCRAM secret may not be read", "secretsmanager:GetSecretValue is not allowed", Answering(Answer.Error(400, "AccessDeniedException", $"User: x is not authorized to perform: secretsmanager:GetSecretValue on resource: {WholeProgram.SecretArn} because no identity-based policy allows it"))),
        new("The SCRAM secret belongs to another account", "its own policy must allow it too", Answering(Answer.Error(400, "AccessDeniedException", $"User: x is not authorized to perform: secretsmanager:GetSecretValue on resource: {WholeProgram.SecretArn} because no resource-based policy allows the secretsmanager:GetSecretValue action"))),
        new("The key of the SCRAM secret may not be used", "kms:Decrypt", Answering(Answer.Error(400, "AccessDeniedException", "Access to KMS is not allowed"))),
        new("The ARN of the SCRAM secret names another region", "in eu-west-1", side =>
        {
            var elsewhere = WholeProgram.SecretArn.Replace("eu-central-1", "eu-west-1", StringComparison.Ordinal);
            side.Aws.On(AwsAction.GetSecretValue, elsewhere, Answer.Error(400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret."));
            side.Auth("mode: scram-sha-512", "secret_arn: " + elsewhere);
        }),
        new("Secrets Manager is silent", "did not answer within 30 s", Answering(Answer.Empty() with { Delivery = Delivery.Silence })),
    ];

    private static Action<BrokenSide> Holding(string content) => Answering(AwsDocuments.Secret(WholeProgram.SecretArn, content));

    private static Action<BrokenSide> Answering(Answer answer) => side =>
    {
        side.Aws.On(AwsAction.GetSecretValue, WholeProgram.SecretArn, answer);
        side.Auth("mode: scram-sha-512", "secret_arn: " + WholeProgram.SecretArn);
    };
}
