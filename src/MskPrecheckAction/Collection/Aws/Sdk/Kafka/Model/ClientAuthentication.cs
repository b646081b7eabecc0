namespace Amazon.Kafka.Model;

/// <summary>The ways in that a provisioned cluster has.</summary>
public class ClientAuthentication
{
    /// <summary>IAM and SCRAM.</summary>
    public Sasl? Sasl { get; set; }

    /// <summary>Client certificates.</summary>
    public Tls? Tls { get; set; }

    /// <summary>No authentication at all.</summary>
    public Unauthenticated? Unauthenticated { get; set; }
}

/// <summary>The SASL mechanisms of a provisioned cluster.</summary>
public class Sasl
{
    /// <summary>SASL/SCRAM.</summary>
    public Scram? Scram { get; set; }

    /// <summary>IAM access control.</summary>
    public Iam? Iam { get; set; }
}

/// <summary>SASL/SCRAM with secrets of AWS Secrets Manager.</summary>
public class Scram
{
    /// <summary>Null where the service did not say.</summary>
    public bool? Enabled { get; set; }
}

/// <summary>IAM access control.</summary>
public class Iam
{
    /// <summary>Null where the service did not say.</summary>
    public bool? Enabled { get; set; }
}

/// <summary>Client certificates.</summary>
public class Tls
{
    /// <summary>Null where the service did not say.</summary>
    public bool? Enabled { get; set; }
}

/// <summary>Access without authentication.</summary>
public class Unauthenticated
{
    /// <summary>Null where the service did not say.</summary>
    public bool? Enabled { get; set; }
}

/// <summary>The ways in that a serverless cluster has.</summary>
public class ServerlessClientAuthentication
{
    /// <summary>IAM only.</summary>
    public ServerlessSasl? Sasl { get; set; }
}

/// <summary>The SASL mechanisms of a serverless cluster.</summary>
public class ServerlessSasl
{
    /// <summary>IAM access control.</summary>
    public Iam? Iam { get; set; }
}
