using Amazon.Runtime;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Where the SDK's chain fetches the caller's keys, in the words in which a failure is told.</summary>
/// <param name="Question">Who is asked for them.</param>
/// <param name="Failure">What to say of any failure there but silence; null where AWS itself is asked, whose refusals have words of their own.</param>
internal sealed record CredentialOrigin(AwsQuestion Question, string? Failure)
{
    /// <summary>By the kind of credentials that the chain found.</summary>
    public static CredentialOrigin Of(AWSCredentials found, string region) => found switch
    {
        ProcessAWSCredentials => Here("the credential_process of the AWS profile", "failed or gave no credentials; run that command by hand to see why"),
        GenericContainerCredentials => Here("the container's credentials endpoint (AWS_CONTAINER_CREDENTIALS_*)", "gave no credentials"),
        SSOAWSCredentials => Here("AWS SSO", "gave no credentials; log in by `aws sso login`, or export temporary credentials"),
        AssumeRoleAWSCredentials => Sts("sts:AssumeRole", "the role of the AWS profile", region),
        // Of what is left only the web identity (OIDC) of a CI job asks anybody.
        _ => Sts(AwsIdentity.ByWebIdentity, "the role of the web identity", region),
    };

    private static CredentialOrigin Here(string who, string failure) => new(new AwsQuestion(Asked, who, "", "", ""), $"{who} {failure}");

    private static CredentialOrigin Sts(string action, string thing, string region) => new(new AwsQuestion(Asked, "STS", region, action, thing), null);

    private const string Asked = "AWS credentials";
}
