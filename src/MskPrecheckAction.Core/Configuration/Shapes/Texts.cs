using System.Text.RegularExpressions;
using MskPrecheckAction.Configuration.Yaml;

namespace MskPrecheckAction.Configuration.Shapes;

/// <summary>The shapes of names, paths and other text.</summary>
internal static partial class Texts
{
    private static readonly Shape<string?> Plain = new("Write a text", Any)
    {
        Type = ScalarType.Text,
        MayBeBlank = true,
        IsPrivate = true,
        KeepsBlanks = true,
    };

    /// <summary>Any text.</summary>
    public static readonly Shape<string?> Free = Plain;

    /// <summary>The name of a SCRAM user.</summary>
    public static readonly Shape<string?> Username =
        Plain with { Write = "Write the SCRAM user's name, or secret_arn in place of username and password" };

    /// <summary>The password of a SCRAM user.</summary>
    public static readonly Shape<string?> Password =
        Plain with { Write = "Write ${NAME} and set that environment variable to the password, or write secret_arn in place of username and password" };

    /// <summary>The path of a file in PEM form.</summary>
    public static readonly Shape<string?> PemPath = Plain with { Write = "Write the path of a PEM file" };

    /// <summary>The name of a bucket.</summary>
    public static readonly Shape<string?> Bucket = new("Write the bucket's name alone, such as my-migration-backup", ReadBucket) { Type = ScalarType.Text };

    /// <summary>A mode in which clients log in.</summary>
    public static readonly Shape<AuthMode?> Mode = new($"Write one of {string.Join(", ", AuthModes.Spellings)}", ReadMode);

    /// <summary>The address of a web hook.</summary>
    public static readonly Shape<Uri?> Url = new("Write it in full, such as https://example.com/freeze", ReadUrl) { MayBeBlank = true, IsPrivate = true };

    private static string? Any(string text, out string? value)
    {
        value = text;
        return null;
    }

    private static string? ReadMode(string text, out AuthMode? value)
    {
        value = AuthModes.Parse(text);
        return value is null ? "is no auth mode" : null;
    }

    private static string? ReadUrl(string text, out Uri? value) =>
        Uri.TryCreate(text, UriKind.Absolute, out value) && value.Scheme is "https" or "http" && value.Host.Length > 0 && !text.Any(char.IsWhiteSpace)
            ? null
            : "is no URL of a web server";

    // Loose: what S3 would refuse is found out by asking it, and old buckets have names that new ones may not have.
    private static string? ReadBucket(string text, out string? value)
    {
        value = text;
        return text switch
        {
            _ when text.StartsWith("arn:", StringComparison.OrdinalIgnoreCase) => "is an ARN",
            _ when text.Contains("://", StringComparison.Ordinal) => "is a URL",
            _ when text.Contains('/') => "has a path in it, which belongs in s3_prefix",
            _ when text.Length < 3 => "is shorter than the three characters a bucket's name has at least",
            _ when text.Length > 255 => "is longer than any bucket's name",
            _ => BucketName().IsMatch(text) ? null : "is no name of a bucket",
        };
    }

    [GeneratedRegex(@"^[A-Za-z0-9](?!.*\.\.)[A-Za-z0-9._-]*[A-Za-z0-9]\z", RegexOptions.CultureInvariant)]
    private static partial Regex BucketName();
}
