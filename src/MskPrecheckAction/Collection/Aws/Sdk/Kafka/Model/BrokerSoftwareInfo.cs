namespace Amazon.Kafka.Model;

/// <summary>What a broker runs.</summary>
public class BrokerSoftwareInfo
{
    /// <summary>The version as MSK spells it, for instance 3.7.x.kraft.</summary>
    public string? KafkaVersion { get; set; }

    /// <summary>The ARN of the MSK configuration in use.</summary>
    public string? ConfigurationArn { get; set; }

    /// <summary>The revision of that configuration, counted from 1.</summary>
    public long? ConfigurationRevision { get; set; }
}
