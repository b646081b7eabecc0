using System.Text.Json;
using Amazon;
using Amazon.Runtime;
using Amazon.SecretsManager;
using MskPrecheckAction.Collection.Aws.Sdk;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>A user name and the password that goes with it.</summary>
internal sealed record ScramLogin(string Username, Secret Password);

/// <summary>Fetches the SCRAM user of a side from Secrets Manager. Nothing of the secret's content is ever told, not even of a broken one.</summary>
/// <param name="plan">The side.</param>
/// <param name="calls">How AWS is asked.</param>
/// <param name="identity">With whose credentials.</param>
internal sealed class SecretProbe(ClusterPlan plan, AwsCalls calls, Task<Fact<AWSCredentials>> identity)
{
    private static readonly string[] Keys = ["username", "password"];

    /// <summary>GetSecretValue, in the region that the secret's ARN names.</summary>
    public Task<Fact<ScramLogin>> LoginAsync(string secretArn)
    {
        // A bare name is in the cluster's region, where MSK wants its secrets anyway.
        var region = Arn.TryParse(secretArn, out var arn) && arn.Region is { Length: > 0 } named ? named : plan.Arn.Region;
        var question = new AwsQuestion("the SCRAM secret", "Secrets Manager", region, "secretsmanager:GetSecretValue", $"secret {secretArn}", plan.Side);
        return calls.AskAsync(identity, question, async (credentials, token) =>
        {
            using var secrets = new AmazonSecretsManagerClient(credentials, new AmazonSecretsManagerConfig().For(region));
            var answer = await secrets.GetSecretValueAsync(new() { SecretId = secretArn }, token).ConfigureAwait(false);
            return Read(answer.SecretString, question);
        });
    }

    internal static Fact<ScramLogin> Read(string? content, AwsQuestion question)
    {
        if (content is null) return Unreadable("holds no text");
        if (string.IsNullOrWhiteSpace(content)) return Unreadable("is empty");
        try
        {
            using var json = JsonDocument.Parse(content);
            if (json.RootElement.ValueKind is not JsonValueKind.Object) return Unreadable("is not a JSON object");
            var missing = Keys.Where(key => Text(json.RootElement, key) is null).ToList();
            return missing.Count > 0
                ? Unreadable($"has no text under {string.Join(" and ", missing.Select(key => $"\"{key}\""))}")
                : Fact.Known(new ScramLogin(Text(json.RootElement, "username")!, new Secret(Text(json.RootElement, "password")!)));
        }
        catch (JsonException)
        {
            // Without the parser's words: they repeat a piece of the text.
            return Unreadable("is not JSON");
        }

        Fact<ScramLogin> Unreadable(string what) =>
            Fact<ScramLogin>.Missing(question.Unparsable($"{question.Thing} {what}; write it as {{\"username\": \"...\", \"password\": \"...\"}}"));
    }

    private static string? Text(JsonElement json, string key) =>
        json.TryGetProperty(key, out var value) && value.ValueKind is JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
