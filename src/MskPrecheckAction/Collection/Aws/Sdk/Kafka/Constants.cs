using Amazon.Runtime;

namespace Amazon.Kafka;

/// <summary>Whether a cluster is provisioned or serverless.</summary>
public class ClusterType(string value) : ConstantClass(value)
{
    /// <summary>Brokers of a chosen number and size.</summary>
    public static readonly ClusterType PROVISIONED = new("PROVISIONED");

    /// <summary>No brokers to be seen.</summary>
    public static readonly ClusterType SERVERLESS = new("SERVERLESS");

    /// <summary>The constant of that name, or a new one for a name of later days.</summary>
    public static implicit operator ClusterType(string value) => FindValue<ClusterType>(value);
}

/// <summary>What a cluster is doing, for instance ACTIVE or UPDATING.</summary>
public class ClusterState(string value) : ConstantClass(value)
{
    /// <summary>Ready for use.</summary>
    public static readonly ClusterState ACTIVE = new("ACTIVE");

    /// <summary>The constant of that name, or a new one for a name of later days.</summary>
    public static implicit operator ClusterState(string value) => FindValue<ClusterState>(value);
}

/// <summary>Where a cluster keeps its log segments.</summary>
public class StorageMode(string value) : ConstantClass(value)
{
    /// <summary>On the brokers' disks.</summary>
    public static readonly StorageMode LOCAL = new("LOCAL");

    /// <summary>On the brokers' disks and in tiered storage.</summary>
    public static readonly StorageMode TIERED = new("TIERED");

    /// <summary>The constant of that name, or a new one for a name of later days.</summary>
    public static implicit operator StorageMode(string value) => FindValue<StorageMode>(value);
}

/// <summary>What brokers accept from clients: TLS, plaintext or both.</summary>
public class ClientBroker(string value) : ConstantClass(value)
{
    /// <summary>Encrypted connections only.</summary>
    public static readonly ClientBroker TLS = new("TLS");

    /// <summary>Encrypted and plaintext connections.</summary>
#pragma warning disable CA1707 // AWS's own spelling, which the official package keeps.
    public static readonly ClientBroker TLS_PLAINTEXT = new("TLS_PLAINTEXT");
#pragma warning restore CA1707

    /// <summary>Plaintext connections only.</summary>
    public static readonly ClientBroker PLAINTEXT = new("PLAINTEXT");

    /// <summary>The constant of that name, or a new one for a name of later days.</summary>
    public static implicit operator ClientBroker(string value) => FindValue<ClientBroker>(value);
}
