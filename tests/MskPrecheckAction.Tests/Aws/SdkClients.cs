using Amazon.Kafka;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.SecretsManager;
using Amazon.SecurityToken;
using MskPrecheckAction.Collection.Aws.Sdk;

namespace MskPrecheckAction.Aws;

/// <summary>Clients that talk to a stand-in, without a process-wide variable in between.</summary>
internal static class SdkClients
{
    public static AmazonKafkaClient Kafka(this AwsStandIn aws, string region = "eu-central-1", AWSCredentials? credentials = null, TimeSpan? timeout = null)
    {
        var config = new AmazonKafkaConfig().For(region);
        config.ServiceURL = aws.Endpoint;
        config.Timeout = timeout ?? config.Timeout;
        return new(credentials ?? Known, config);
    }

    public static AmazonSecretsManagerClient Secrets(this AwsStandIn aws, string region = "eu-central-1")
    {
        var config = new AmazonSecretsManagerConfig().For(region);
        config.ServiceURL = aws.Endpoint;
        return new(Known, config);
    }

    public static AmazonS3Client S3(this AwsStandIn aws, string region = "eu-central-1")
    {
        var config = new AmazonS3Config().For(region);
        config.ServiceURL = aws.Endpoint;
        return new(Known, config);
    }

    public static AmazonSecurityTokenServiceClient Sts(this AwsStandIn aws, string region = "eu-central-1")
    {
        var config = new AmazonSecurityTokenServiceConfig().For(region);
        config.ServiceURL = aws.Endpoint;
        return new(Known, config);
    }

    public static AWSCredentials Known { get; } = new BasicAWSCredentials(AwsStandIn.AccessKey, AwsStandIn.SecretKey);
}
