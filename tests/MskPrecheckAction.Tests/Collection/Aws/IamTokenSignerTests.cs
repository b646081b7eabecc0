using System.Text.Json;
using Amazon.Runtime;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Our tokens beside those of AWS's JavaScript signer (Golden/regenerate.sh), byte for byte.</summary>
public sealed class IamTokenSignerTests
{
    private static readonly IReadOnlyList<Vector> Vectors = Read();

    public static TheoryData<string> Names => [.. Vectors.Select(vector => vector.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_token_is_the_official_signers(string name)
    {
        var vector = Vectors.Single(one => one.Name == name);
        var signer = new IamTokenSigner(vector.Region, new StoppedClock(vector.Now)) { UserAgent = "aws-msk-iam-sasl-signer-js/1.0.3" };
        var token = signer.Sign(new ImmutableCredentials(vector.AccessKeyId, vector.SecretAccessKey, vector.SessionToken), vector.Expiration);
        Assert.Equal(vector.Token, token.Value.Reveal());
        Assert.Equal(vector.ExpiresAt, token.ExpiresAt);
    }

    [Fact]
    public void A_token_names_this_program_and_lives_as_long_as_it_is_told()
    {
        var now = new DateTimeOffset(2026, 11, 22, 1, 2, 3, 456, TimeSpan.FromHours(2));
        var token = new IamTokenSigner("eu-central-1", new StoppedClock(now)) { Lifetime = TimeSpan.FromSeconds(3) }.Sign(new ImmutableCredentials("AKIA", "secret", null), null);
        var url = token.Url();
        Assert.Contains("&User-Agent=msk-precheck%2F", url, StringComparison.Ordinal);
        Assert.Contains("&X-Amz-Date=20261121T230203Z&X-Amz-Expires=3&", url, StringComparison.Ordinal);
        Assert.DoesNotContain("Security-Token", url, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2026, 11, 21, 23, 2, 6, TimeSpan.Zero), token.ExpiresAt);
    }

    private static List<Vector> Read()
    {
        using var stream = typeof(IamTokenSignerTests).Assembly.GetManifestResourceStream("iam-tokens.json")!;
        return JsonSerializer.Deserialize<List<Vector>>(stream, JsonSerializerOptions.Web)!;
    }

    private sealed record Vector(
        string Name, string Region, DateTimeOffset Now, string AccessKeyId, string SecretAccessKey, string? SessionToken, DateTimeOffset? Expiration, string Token, DateTimeOffset ExpiresAt);

    private sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now.ToUniversalTime();
    }
}
