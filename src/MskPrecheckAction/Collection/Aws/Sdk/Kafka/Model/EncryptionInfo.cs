namespace Amazon.Kafka.Model;

/// <summary>What a cluster encrypts.</summary>
public class EncryptionInfo
{
    /// <summary>On the wire.</summary>
    public EncryptionInTransit? EncryptionInTransit { get; set; }
}

/// <summary>What a cluster encrypts on the wire.</summary>
public class EncryptionInTransit
{
    /// <summary>Between clients and brokers.</summary>
    public ClientBroker? ClientBroker { get; set; }
}
