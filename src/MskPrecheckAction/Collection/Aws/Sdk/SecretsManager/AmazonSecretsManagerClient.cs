using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Json;
using Amazon.Runtime;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

/// <summary>AWS Secrets Manager over HTTPS; source of names and members: the service model of 2017-10-17.</summary>
public class AmazonSecretsManagerClient : JsonServiceClient, IAmazonSecretsManager
{
    /// <summary>Uses the SDK's default credential chain.</summary>
    public AmazonSecretsManagerClient(AmazonSecretsManagerConfig clientConfig) : base(null, clientConfig)
    {
    }

    /// <summary>Uses the given credentials.</summary>
    public AmazonSecretsManagerClient(AWSCredentials credentials, AmazonSecretsManagerConfig clientConfig) : base(credentials, clientConfig)
    {
    }

    /// <inheritdoc/>
    protected override string ServiceName => "Amazon.SecretsManager";

    /// <inheritdoc/>
    public Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default) =>
        CallAsync(
            request,
            (r, http) =>
            {
                http.HttpMethod = "POST";
                http.ResourcePath = "/";
                http.Headers["X-Amz-Target"] = "secretsmanager.GetSecretValue";
                http.Headers["Content-Type"] = "application/x-amz-json-1.1";
                http.Content = JsonSerializer.SerializeToUtf8Bytes(new SecretQuestion(r.SecretId), SecretsJson.Default.SecretQuestion);
            },
            SecretsJson.Default.GetSecretValueResponse,
            (error, inner, status) => new AmazonSecretsManagerException(error, inner, status),
            cancellationToken);
}

/// <summary>The body of the call: the SDK's request object holds more than goes on the wire.</summary>
internal sealed record SecretQuestion(string? SecretId);

/// <summary>The shapes on the wire, generated at build time for a quick start.</summary>
[JsonSerializable(typeof(GetSecretValueResponse))]
[JsonSerializable(typeof(SecretQuestion))]
internal sealed partial class SecretsJson : JsonSerializerContext;
