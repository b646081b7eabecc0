using MskPrecheckAction.Aws;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>What AWS refuses, or answers wrongly.</summary>
internal static class AwsFaults
{
    public static readonly Fault[] Rows =
    [
        new("The SCRAM secret is not JSON", "is not JSON", side =>
        {
            side.Aws.On(AwsAction.GetSecretValue, WholeProgram.SecretArn, AwsDocuments.Secret(WholeProgram.SecretArn, "alice:" + Canaries.SecretPassword));
            side.Auth("mode: scram-sha-512", "secret_arn: " + WholeProgram.SecretArn);
        }),
        new("No AWS credentials", "no AWS credentials were found", side =>
        {
            side.Program.Variables.Remove("AWS_ACCESS_KEY_ID");
            side.Program.Variables.Remove("AWS_SECRET_ACCESS_KEY");
            side.Program.Variables.Remove("AWS_SESSION_TOKEN");
        }),
        new("The AWS session token has expired", "the AWS credentials have expired", side => side.Program.Variables["AWS_SESSION_TOKEN"] = "of-yesterday"),
        new("There is no such cluster", "there is no", side => side.OfMsk(Answer.Error(404, "NotFoundException", "The requested resource doesn't exist."))),
        new("AWS throttles the calls", "throttled", side => side.OfMsk(Answer.Throttled())),
    ];
}
