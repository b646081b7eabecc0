using Amazon.Runtime;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>What this machine's own settings tell of credentials that were not found, or that no request can be signed with; never a value of theirs.</summary>
internal static class CredentialSettings
{
    private const string LogIn =
        "in CI, log in to AWS in a step before this one (GitHub: aws-actions/configure-aws-credentials, Azure: an AWS service connection) or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";

    // Of each two, one alone gives no credentials.
    private static readonly (string Set, string Missing)[] Pairs =
    [
        ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"), ("AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID"),
        ("AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN"), ("AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE"),
    ];

    private static readonly string[] ProfileFiles = ["AWS_SHARED_CREDENTIALS_FILE", "AWS_CONFIG_FILE"];

    /// <summary>Nobody to sign a request with, and the setting that gave hope of one: the SDK passes over what it cannot use as if it were not there.</summary>
    public static AwsFailure NoneFound() => new(GapCause.Dependency, $"no AWS credentials were found{Half() ?? Container() ?? Profile()}; {LogIn}");

    /// <summary>What keeps keys from being anybody's; null where nothing can be seen.</summary>
    public static string? Unfit(ImmutableCredentials keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        return Unfit("access key id", "AWS_ACCESS_KEY_ID", keys.AccessKey)
            ?? Unfit("secret access key", "AWS_SECRET_ACCESS_KEY", keys.SecretKey)
            // A header's value may end in blanks: they are not sent.
            ?? Unfit("session token", "AWS_SESSION_TOKEN", keys.Token?.TrimEnd());
    }

    private static string? Unfit(string what, string variable, string? value) => value is null || value.All(one => one is > ' ' and < '\u007f' and not ('"' or '\''))
        ? null
        : $"the AWS {what}{(Value(variable)?.TrimEnd() == value.TrimEnd() ? $" ({variable})" : "")} holds a character that none has: a blank, a line break, a quote? Write it again";

    private static string? Half() => Pairs.FirstOrDefault(pair => Value(pair.Set) is not null && Value(pair.Missing) is null) is ({ } set, { } missing)
        ? $": {set} is set without {missing}"
        : null;

    private static string? Container() => Value("AWS_CONTAINER_CREDENTIALS_FULL_URI") is null
        ? null
        : ": AWS_CONTAINER_CREDENTIALS_FULL_URI is no address that they may be fetched from (https, or this machine's own)";

    private static string? Profile() => ProfileFiles.FirstOrDefault(variable => Value(variable) is not null) is not { } named ? null
        : File.Exists(Value(named)) ? $": the file that {named} names holds none that can be used"
        : $": there is no file where {named} points to";

    private static string? Value(string variable) => Environment.GetEnvironmentVariable(variable) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;
}
