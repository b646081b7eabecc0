using Amazon.Json;

namespace Amazon.Kafka;

/// <summary>Settings of an Amazon MSK client; its endpoint variable is AWS_ENDPOINT_URL_KAFKA.</summary>
public class AmazonKafkaConfig : JsonServiceConfig
{
    /// <summary>Starts from the SDK's defaults.</summary>
    public AmazonKafkaConfig() : base("Kafka", "kafka")
    {
    }
}
