using System.Text;
using MskPrecheckAction.Aws;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>Secrets that runs are given, and in which disguises none of them may be found again.</summary>
internal static class Canaries
{
    public const string Password = "canary-password/+1";
    public const string SecretPassword = "canary-of-the-secret/+2";
    public const string AccessKey = "AKIACANARY0000000000";
    public const string SecretKey = "canary/aws+key/3";
    public const string SessionToken = "canary-session-token/+4==";

    private static readonly string[] Secrets = [Password, SecretPassword, SecretKey, SessionToken, AwsStandIn.SecretKey];

    // How an IAM token begins (https://kafka.), in base64.
    private const string IamToken = "aHR0cHM6Ly9rYWZrYS";

    private static readonly string[] Disguises = [.. Secrets.SelectMany(Disguised).Distinct(), IamToken];

    /// <summary>A piece of the text around the first secret in it; null where there is none.</summary>
    public static string? FindIn(string text)
    {
        foreach (var one in Disguises)
        {
            if (text.IndexOf(one, StringComparison.OrdinalIgnoreCase) is >= 0 and var at) return text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)];
        }

        return null;
    }

    private static IEnumerable<string> Disguised(string secret)
    {
        yield return secret;
        yield return Uri.EscapeDataString(secret);
        yield return secret.Replace("/", "\\/", StringComparison.Ordinal);
        yield return secret.Replace("+", "\\u002B", StringComparison.Ordinal);
        // In base64 a text looks different at each of three places; its first and last letters may belong to its neighbours.
        foreach (var before in new[] { "", "x", "xx" })
        {
            var coded = Convert.ToBase64String(Encoding.UTF8.GetBytes(before + secret));
            yield return coded[(before.Length == 0 ? 0 : 4)..^4];
        }
    }
}
