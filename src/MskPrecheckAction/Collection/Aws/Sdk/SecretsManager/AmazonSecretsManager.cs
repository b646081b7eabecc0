using System.Net;
using Amazon.Json;
using Amazon.Runtime.Internal;
using Amazon.SecretsManager.Model;

namespace Amazon.SecretsManager;

/// <summary>The one call of AWS Secrets Manager that a precheck makes.</summary>
public interface IAmazonSecretsManager : IDisposable
{
    /// <summary>Fetches a secret's value; fails with <see cref="AmazonSecretsManagerException"/> when the service refuses.</summary>
    Task<GetSecretValueResponse> GetSecretValueAsync(GetSecretValueRequest request, CancellationToken cancellationToken = default);
}

/// <summary>Settings of an AWS Secrets Manager client; its endpoint variable is AWS_ENDPOINT_URL_SECRETS_MANAGER.</summary>
public class AmazonSecretsManagerConfig : JsonServiceConfig
{
    /// <summary>Starts from the SDK's defaults.</summary>
    public AmazonSecretsManagerConfig() : base("Secrets Manager", "secretsmanager")
    {
    }
}

/// <summary>A refusal by AWS Secrets Manager: StatusCode always, ErrorCode (for instance ResourceNotFoundException) where the answer named one.</summary>
public class AmazonSecretsManagerException : JsonServiceException
{
    internal AmazonSecretsManagerException(ErrorResponse error, Exception? innerException, HttpStatusCode statusCode) : base(error, innerException, statusCode)
    {
    }
}
