using MskPrecheckAction.Aws;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>Where the credentials come from, and what AWS thinks of them.</summary>
internal static class CredentialFaults
{
    private const string Role = "arn:aws:iam::444455556666:role/precheck";

    public static readonly Fault[] Rows =
    [
        new("No AWS credentials", "no AWS credentials were found", side => side.Program.WithoutKeys()),
        new("The AWS session token has expired", "the AWS credentials have expired", side => side.Program.Variables["AWS_SESSION_TOKEN"] = "of-yesterday"),
        new("A wrong secret access key", "the secret access key does not belong to the access key id", side => side.Program.Variables["AWS_SECRET_ACCESS_KEY"] = "wrong"),
        new("The secret access key ends in a line break", "the AWS secret access key (AWS_SECRET_ACCESS_KEY) holds a character that none has", side => side.Program.Variables["AWS_SECRET_ACCESS_KEY"] = Canaries.SecretKey + "\n"),
        new("The access key id stands in quotes", "the AWS access key id (AWS_ACCESS_KEY_ID) holds a character that none has", side => side.Program.Variables["AWS_ACCESS_KEY_ID"] = $"\"{Canaries.AccessKey}\""),
        new("An access key id without its secret", "AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY", Without(("AWS_ACCESS_KEY_ID", Canaries.AccessKey))),
        new("AWS_SHARED_CREDENTIALS_FILE points nowhere", "there is no file where AWS_SHARED_CREDENTIALS_FILE points to", Without(("AWS_SHARED_CREDENTIALS_FILE", "/nowhere/credentials"))),
        new("An access key that AWS does not know", "AWS does not know these credentials", side => side.Program.Variables["AWS_ACCESS_KEY_ID"] = "AKIADELETED000000000"),
        new("AWS_PROFILE names a profile that is not there", "AWS_PROFILE", Without(("AWS_PROFILE", "nobody"))),
        new("The credentials file is no INI file", "AWS_SHARED_CREDENTIALS_FILE", side =>
        {
            side.Program.WithoutKeys()["AWS_SHARED_CREDENTIALS_FILE"] = side.File("credentials", "{\"this\": is no INI\n[[[\naws_access_key_id\n");
        }),
        new("The credentials file has half a key", "AWS_SHARED_CREDENTIALS_FILE", side => side.Program.WithoutKeys()["AWS_SHARED_CREDENTIALS_FILE"] = side.File("credentials", "[default]\naws_access_key_id = AKIAHALF\n")),
        new("credential_process fails", "run that command by hand", side => Profile(side, "credential_process = false")),
        new("credential_process does not exist", "run that command by hand", side => Profile(side, "credential_process = /nowhere/credentials")),
        new("credential_process answers no JSON", "run that command by hand", side => Profile(side, "credential_process = echo hello")),
        new("credential_process never ends", "the credential_process of the AWS profile did not answer within 30 s", side => Profile(side, "credential_process = sleep 45")),
        new("An SSO profile without a login", "AWS_CONFIG_FILE", side => Profile(side, "sso_start_url = https://login.invalid/start\nsso_region = eu-central-1\nsso_account_id = 111122223333\nsso_role_name = x")),
        new("The container's credentials endpoint is silent", "the container's credentials endpoint (AWS_CONTAINER_CREDENTIALS_*) did not answer within 30 s", side => side.Program.WithoutKeys()["AWS_CONTAINER_CREDENTIALS_FULL_URI"] = $"http://{side.Keep(new FixedServer(null)).Address}/credentials"),
        new("The container's credentials endpoint refuses", "the container's credentials endpoint", Without(("AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://127.0.0.1:1/credentials"))),
        new("The instance's metadata service is silent", "no AWS credentials were found", side =>
        {
            var variables = side.Program.WithoutKeys();
            variables.Remove("AWS_EC2_METADATA_DISABLED");
            variables["AWS_EC2_METADATA_SERVICE_ENDPOINT"] = $"http://{side.Keep(new FixedServer(null)).Address}";
        }),
        new("The web identity token's file is not there", "AWS_WEB_IDENTITY_TOKEN_FILE", Without(("AWS_ROLE_ARN", Role), ("AWS_WEB_IDENTITY_TOKEN_FILE", "/nowhere/token"))),
        new("The web identity token's file is empty", "AWS does not take the web identity token", side => WebIdentity(side, "", Answer.XmlError(400, "InvalidIdentityToken", "Missing"))),
        new("The web identity token has expired", "the web identity token has expired", side => WebIdentity(side, "canary.oidc.token", Answer.XmlError(400, "ExpiredTokenException", "Token expired: current date/time must be before the expiration date/time"))),
        new("The role does not trust the web identity", "sts:AssumeRoleWithWebIdentity", side => WebIdentity(side, "canary.oidc.token", Answer.XmlError(403, "AccessDenied", "Not authorized"))),
        new("role_arn may not be assumed", "sts:AssumeRole is not allowed", side => side.Auth("mode: plaintext", "role_arn: " + Role)),
        new("role_arn: STS answers in no XML", "the answer in the name of STS in eu-central-1 is not AWS's", side => Assumed(side, Answer.Xml("<not"))),
        new("role_arn: the credentials have ended already", "is this machine's clock right?", side => Assumed(side, AwsDocuments.AssumedRole(Role, "ASIAROLE", Canaries.SecretKey, Canaries.SessionToken, seconds: -600))),
        new("role_arn: STS is silent", "STS in eu-central-1 did not answer within 30 s", side => Assumed(side, Answer.Empty() with { Delivery = Delivery.Silence })),
        new("AWS_REGION is nonsense", "", With(("AWS_REGION", "middle-earth"))) { Code = "", Exit = 0 },
        new("AWS_ENDPOINT_URL is not a URL", "AWS_ENDPOINT_URL", With(("AWS_ENDPOINT_URL", "not a url"))),
        new("AWS_ENDPOINT_URL is no address of the web", "AWS_ENDPOINT_URL", With(("AWS_ENDPOINT_URL", "ftp://127.0.0.1"))),
        new("AWS_DEFAULTS_MODE is nonsense", "", With(("AWS_DEFAULTS_MODE", "fast"))) { Code = "", Exit = 0 },
        new("AWS_ENDPOINT_URL leads to nobody", "was refused", With(("AWS_ENDPOINT_URL", "http://127.0.0.1:1"))),
        new("AWS has no address here", "cannot be resolved", With(("AWS_ENDPOINT_URL", "http://aws.invalid"))),
        new("The proxy of HTTPS_PROXY is not there", "HTTPS_PROXY is set: look at that proxy, too", With(("AWS_ENDPOINT_URL", "https://aws.invalid"), ("HTTPS_PROXY", "http://127.0.0.1:1"))),
        new("The proxy wants a login", "the proxy wants a login", side =>
        {
            side.Program.Variables["AWS_ENDPOINT_URL"] = "https://aws.invalid";
            side.Program.Variables["HTTPS_PROXY"] = $"http://proxy-user:{Uri.EscapeDataString(Canaries.Password)}@{side.Keep(new FixedServer(FixedServer.ProxyLogin)).Address}";
        }),
        new("The proxy is silent", "HTTPS_PROXY is set: look at that proxy, too", side =>
        {
            side.Program.Variables["AWS_ENDPOINT_URL"] = "https://aws.invalid";
            side.Program.Variables["HTTPS_PROXY"] = $"http://{side.Keep(new FixedServer(null)).Address}";
        }),
        new("A TLS inspection stands between this machine and AWS", "does not trust the certificate's authority", side => side.Program.Variables["AWS_ENDPOINT_URL"] = $"https://{side.Keep(new TlsServer(null, -1, 30)).Address}"),
    ];

    private static Action<BrokenSide> With(params (string Name, string Value)[] variables) => side =>
    {
        foreach (var (name, value) in variables) side.Program.Variables[name] = value;
    };

    private static Action<BrokenSide> Without(params (string Name, string Value)[] variables) => side =>
    {
        side.Program.WithoutKeys();
        With(variables)(side);
    };

    private static void Assumed(BrokenSide side, Answer answer)
    {
        side.Aws.On(AwsAction.AssumeRole, Role, answer);
        side.Auth("mode: plaintext", "role_arn: " + Role);
    }

    private static void Profile(BrokenSide side, string lines) => side.Program.WithoutKeys()["AWS_CONFIG_FILE"] = side.File("config", $"[default]\n{lines}\n");

    private static void WebIdentity(BrokenSide side, string token, Answer answer)
    {
        side.Aws.On(AwsAction.AssumeRoleWithWebIdentity, Role, answer);
        Without(("AWS_ROLE_ARN", Role), ("AWS_WEB_IDENTITY_TOKEN_FILE", side.File("token", token)))(side);
    }
}
