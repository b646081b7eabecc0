using MskPrecheckAction.Configuration.Shapes;

namespace MskPrecheckAction.Configuration.Reading;

/// <summary>Reads <c>auth</c>: which keys are needed and which have an effect depends on the mode.</summary>
internal static class AuthReader
{
    private static readonly string[] Logins = ["username", "password"];
    private static readonly string[] Certificates = ["certificate_path", "key_path"];

    /// <summary>The plan; null when the mode is missing or wrong. What has no effect in the mode is noted and left out.</summary>
    public static AuthPlan? Read(BlockReading reading, Section auth)
    {
        var mode = auth.Required("mode", Texts.Mode);
        var (isScram, isMtls) = (mode is AuthMode.ScramSha512, mode is AuthMode.Mtls);
        var hasSecret = auth.Has("secret_arn");
        var isLogin = isScram && !hasSecret;

        // Every key is read in every mode: a wrong type is wrong whether or not it has an effect.
        var secret = auth.Optional("secret_arn", Arns.Secret, null);
        var username = Text("username", Texts.Username, isLogin);
        var password = Text("password", Texts.Password, isLogin);
        var certificate = Text("certificate_path", Texts.PemPath, isMtls);
        var key = Text("key_path", Texts.PemPath, isMtls);
        var authorities = auth.Optional("ca_path", Texts.PemPath, null);
        var role = auth.Optional("role_arn", Arns.Role, null);
        if (mode is not { } known)
        {
            return null;
        }

        var doubled = isScram && hasSecret ? Logins.Where(auth.Has).ToArray() : [];
        if (doubled.Length > 0)
        {
            reading.Problem(
                reading.Marks[KnownKeys.Join(auth.Path, "secret_arn")],
                $"{auth.Path} has secret_arn and also {string.Join(" and ", doubled)}. Keep secret_arn, or username and password.");
        }

        string[] idle =
        [
            .. isScram ? [] : Logins.Append("secret_arn"),
            .. isMtls ? [] : Certificates,
            .. known is AuthMode.Plaintext ? ["ca_path"] : Array.Empty<string>(),
        ];
        foreach (var name in idle)
        {
            auth.NoteWithoutEffect(name, $"with mode {known.Spelling()}");
        }

        return new AuthPlan(known)
        {
            Username = isScram ? username : null,
            Password = isScram && password is not null ? new Secret(password) : null,
            SecretArn = isScram ? secret : null,
            CertificatePath = isMtls ? certificate : null,
            KeyPath = isMtls ? key : null,
            CaPath = known is AuthMode.Plaintext ? null : authorities,
            RoleArn = role,
        };

        string? Text(string name, Shape<string?> shape, bool isNeeded) =>
            isNeeded ? auth.Required(name, shape) : auth.Optional(name, shape, null);
    }
}
