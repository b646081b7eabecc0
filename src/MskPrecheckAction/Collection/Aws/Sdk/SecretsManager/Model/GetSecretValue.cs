using System.Text.Json.Serialization;
using Amazon.Runtime;

namespace Amazon.SecretsManager.Model;

/// <summary>Asks for the current value of a secret.</summary>
public class GetSecretValueRequest : AmazonWebServiceRequest
{
    /// <summary>The secret's ARN or name.</summary>
    public string? SecretId { get; set; }
}

/// <summary>A secret's value: handle with care, never log.</summary>
public class GetSecretValueResponse : AmazonWebServiceResponse
{
    /// <summary>The secret's ARN.</summary>
    [JsonPropertyName("ARN")]
    public string? ARN { get; set; }

    /// <summary>The secret's name.</summary>
    public string? Name { get; set; }

    /// <summary>The value as text; null for a binary secret.</summary>
    public string? SecretString { get; set; }
}
