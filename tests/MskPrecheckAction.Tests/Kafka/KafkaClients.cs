using Confluent.Kafka;
using Confluent.Kafka.Admin;

namespace MskPrecheckAction.Kafka;

/// <summary>What tests do to their clusters: they may write, the program never does.</summary>
public static class KafkaClients
{
    /// <summary>How to reach the cluster's plaintext port, where everybody may do everything.</summary>
    public static ClientConfig Plaintext(this KafkaCluster cluster) => new() { BootstrapServers = cluster.Bootstrap() };

    /// <summary>TLS with the client certificate, or without one.</summary>
    public static ClientConfig Tls(this KafkaCluster cluster, bool withCertificate = true) => new()
    {
        BootstrapServers = cluster.Bootstrap(KafkaListener.Tls),
        SecurityProtocol = SecurityProtocol.Ssl,
        SslCaLocation = cluster.Certificates.CaPath,
        SslCertificateLocation = withCertificate ? cluster.ClientCertificate.CertificatePath : null,
        SslKeyLocation = withCertificate ? cluster.ClientCertificate.KeyPath : null,
    };

    /// <summary>SASL_SSL with SCRAM-SHA-512.</summary>
    public static ClientConfig Scram(this KafkaCluster cluster, string user, string password) => new()
    {
        BootstrapServers = cluster.Bootstrap(KafkaListener.Scram),
        SecurityProtocol = SecurityProtocol.SaslSsl,
        SslCaLocation = cluster.Certificates.CaPath,
        SaslMechanism = SaslMechanism.ScramSha512,
        SaslUsername = user,
        SaslPassword = password,
    };

    /// <summary>An admin client whose log lines, if wanted, are gathered and not printed into the test output.</summary>
    public static IAdminClient Admin(this ClientConfig config, Action<string>? log = null) =>
        new AdminClientBuilder(config).SetLogHandler((_, line) => log?.Invoke(line.Message)).SetErrorHandler((_, e) => log?.Invoke(e.Reason)).Build();

    /// <summary>Waits for what brokers learn a moment after they say "started", and clients that come too early only a minute later: who the controller is.</summary>
    public static Task HasControllerAsync(this KafkaCluster cluster) => Eventually.TrueAsync(
        async () =>
        {
            using var admin = cluster.Plaintext().Admin();
            try
            {
                await admin.DescribeClusterAsync(new DescribeClusterOptions { RequestTimeout = TimeSpan.FromSeconds(1) });
                return true;
            }
            catch (KafkaException)
            {
                return false;
            }
        },
        "a controller");

    /// <summary>A name that no other test has, so that tests can share a cluster.</summary>
    public static string Unique(string name) => $"{name}-{Guid.NewGuid():N}"[..(name.Length + 9)];

    /// <summary>Creates a topic and gives its name back once every broker knows it. Waits for the end of a topic of that name that is being deleted: brokers forget it before the controller does.</summary>
    public static async Task<string> CreateTopicAsync(
        this KafkaCluster cluster, string name, int partitions = 1, short replicas = 1, params (string Key, string Value)[] configs)
    {
        using var admin = cluster.Plaintext().Admin();
        var topic = new TopicSpecification
        {
            Name = name,
            NumPartitions = partitions,
            ReplicationFactor = replicas,
            Configs = configs.ToDictionary(c => c.Key, c => c.Value),
        };
        await Eventually.TrueAsync(
            async () =>
            {
                try
                {
                    await admin.CreateTopicsAsync([topic]);
                    return true;
                }
                catch (CreateTopicsException e) when (e.Results.Any(one => one.Error.Code is ErrorCode.TopicAlreadyExists))
                {
                    return false;
                }
            },
            $"topic {name}");
        foreach (var broker in cluster.BrokerIds)
        {
            using var one = new ClientConfig { BootstrapServers = cluster.Bootstrap(broker: broker) }.Admin();
            await Eventually.TrueAsync(() => one.GetMetadata(TimeSpan.FromSeconds(5)).Topics.Any(t => t.Topic == name), $"topic {name} on broker {broker}");
        }

        return name;
    }

    public static async Task DeleteTopicAsync(this KafkaCluster cluster, string name)
    {
        using var admin = cluster.Plaintext().Admin();
        await admin.DeleteTopicsAsync([name]);
    }

    /// <summary>Adds ACL bindings. ResourceType.Broker with the name kafka-cluster is the cluster resource.</summary>
    public static async Task AddAclsAsync(this KafkaCluster cluster, params AclBinding[] bindings)
    {
        using var admin = cluster.Plaintext().Admin();
        await admin.CreateAclsAsync(bindings);
        // Brokers hear of it from ZooKeeper or the controller a moment later, and no call tells when the last one has.
        await Task.Delay(300);
    }

    public static AclBinding Binding(
        string principal, AclOperation operation, ResourceType type, string name, ResourcePatternType pattern = ResourcePatternType.Literal,
        AclPermissionType permission = AclPermissionType.Allow, string host = "*") => new()
        {
            Pattern = new ResourcePattern { Type = type, Name = name, ResourcePatternType = pattern },
            Entry = new AccessControlEntry { Principal = principal, Host = host, Operation = operation, PermissionType = permission },
        };

    /// <summary>Makes a SCRAM user and waits until every broker lets it in.</summary>
    public static async Task AddScramUserAsync(this KafkaCluster cluster, string user, string password)
    {
        using var admin = cluster.Plaintext().Admin();
        await admin.AlterUserScramCredentialsAsync([new UserScramCredentialUpsertion
        {
            User = user, ScramCredentialInfo = new ScramCredentialInfo { Mechanism = ScramMechanism.ScramSha512, Iterations = 4096 }, Password = System.Text.Encoding.UTF8.GetBytes(password),
        }]);
        foreach (var broker in cluster.BrokerIds)
        {
            var config = new ClientConfig(cluster.Scram(user, password)) { BootstrapServers = cluster.Bootstrap(KafkaListener.Scram, broker) };
            await Eventually.TrueAsync(() => CanEnter(config), $"SCRAM user {user} on broker {broker}");
        }
    }

    /// <summary>Whether a client with this configuration gets an answer after authentication.</summary>
    public static bool CanEnter(ClientConfig config)
    {
        using var admin = config.Admin();
        try
        {
            return admin.GetMetadata(TimeSpan.FromSeconds(3)).Brokers.Count > 0;
        }
        catch (KafkaException)
        {
            return false;
        }
    }
}
