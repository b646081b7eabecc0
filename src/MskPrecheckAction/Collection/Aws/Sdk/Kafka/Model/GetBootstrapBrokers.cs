using Amazon.Runtime;

namespace Amazon.Kafka.Model;

/// <summary>Asks for the addresses clients connect to.</summary>
public class GetBootstrapBrokersRequest : AmazonWebServiceRequest
{
    /// <summary>The cluster's ARN, not escaped.</summary>
    public string? ClusterArn { get; set; }
}

/// <summary>Addresses as host:port lists by comma, one a way in; null where the cluster has no such way in.</summary>
public class GetBootstrapBrokersResponse : AmazonWebServiceResponse
{
    /// <summary>Plaintext, inside the VPC.</summary>
    public string? BootstrapBrokerString { get; set; }

    /// <summary>TLS, inside the VPC.</summary>
    public string? BootstrapBrokerStringTls { get; set; }

    /// <summary>SASL/SCRAM, inside the VPC.</summary>
    public string? BootstrapBrokerStringSaslScram { get; set; }

    /// <summary>IAM, inside the VPC.</summary>
    public string? BootstrapBrokerStringSaslIam { get; set; }

    /// <summary>TLS, over the internet.</summary>
    public string? BootstrapBrokerStringPublicTls { get; set; }

    /// <summary>SASL/SCRAM, over the internet.</summary>
    public string? BootstrapBrokerStringPublicSaslScram { get; set; }

    /// <summary>IAM, over the internet.</summary>
    public string? BootstrapBrokerStringPublicSaslIam { get; set; }

    /// <summary>TLS, by multi-VPC private connectivity.</summary>
    public string? BootstrapBrokerStringVpcConnectivityTls { get; set; }

    /// <summary>SASL/SCRAM, by multi-VPC private connectivity.</summary>
    public string? BootstrapBrokerStringVpcConnectivitySaslScram { get; set; }

    /// <summary>IAM, by multi-VPC private connectivity.</summary>
    public string? BootstrapBrokerStringVpcConnectivitySaslIam { get; set; }

    /// <summary>Plaintext, inside the VPC, by IPv6.</summary>
    public string? BootstrapBrokerStringIpv6 { get; set; }

    /// <summary>TLS, inside the VPC, by IPv6.</summary>
    public string? BootstrapBrokerStringTlsIpv6 { get; set; }

    /// <summary>SASL/SCRAM, inside the VPC, by IPv6.</summary>
    public string? BootstrapBrokerStringSaslScramIpv6 { get; set; }

    /// <summary>IAM, inside the VPC, by IPv6.</summary>
    public string? BootstrapBrokerStringSaslIamIpv6 { get; set; }
}
