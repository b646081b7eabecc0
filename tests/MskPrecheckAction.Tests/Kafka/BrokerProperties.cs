namespace MskPrecheckAction.Kafka;

/// <summary>Writes one broker's server.properties.</summary>
internal sealed class BrokerProperties(KafkaClusterOptions options, string folder, int controllerPort)
{
    /// <summary>The properties of broker <paramref name="id"/>; a listener whose advertised port differs has it in <paramref name="advertised"/>.</summary>
    public IReadOnlyDictionary<string, string> Of(int id, IReadOnlyDictionary<KafkaListener, int> ports, IReadOnlyDictionary<KafkaListener, int> advertised)
    {
        var listeners = ports.Select(p => Address(p.Key, p.Value)).ToList();
        var all = new Dictionary<string, string>
        {
            ["advertised.listeners"] = string.Join(',', ports.Select(p => Address(p.Key, advertised.GetValueOrDefault(p.Key, p.Value)))),
            ["listener.security.protocol.map"] = "PLAINTEXT:PLAINTEXT,TLS:SSL,SCRAM:SASL_SSL,IAM:SASL_SSL,PROXIED:PLAINTEXT,CONTROLLER:PLAINTEXT",
            ["inter.broker.listener.name"] = "PLAINTEXT",
            ["log.dirs"] = Path.Combine(folder, $"data-{id}"),
            ["num.partitions"] = "1",
            ["offsets.topic.replication.factor"] = "1",
            ["offsets.topic.num.partitions"] = "4",
            ["transaction.state.log.replication.factor"] = "1",
            ["transaction.state.log.min.isr"] = "1",
            ["transaction.state.log.num.partitions"] = "4",
            ["group.initial.rebalance.delay.ms"] = "0",
            ["group.min.session.timeout.ms"] = "1000",
            ["auto.create.topics.enable"] = "true",
            ["controlled.shutdown.max.retries"] = "1",
        };
        if (options.Mode == KafkaMode.ZooKeeper)
        {
            all["broker.id"] = $"{id}";
            all["zookeeper.connect"] = $"127.0.0.1:{controllerPort}";
        }
        else
        {
            all["node.id"] = $"{id}";
            all["process.roles"] = id == 1 ? "broker,controller" : "broker";
            all["controller.listener.names"] = "CONTROLLER";
            all["controller.quorum.voters"] = $"1@127.0.0.1:{controllerPort}";
            if (id == 1) listeners.Add($"CONTROLLER://127.0.0.1:{controllerPort}");
        }

        all["listeners"] = string.Join(',', listeners);
        if (options.Secure) AddSecurity(all, ports.ContainsKey(KafkaListener.Iam));
        foreach (var (key, value) in options.Properties) all[key] = value;
        foreach (var (key, value) in options.PropertiesOf.GetValueOrDefault(id, new Dictionary<string, string>())) all[key] = value;
        return all;
    }

    private void AddSecurity(Dictionary<string, string> all, bool withIam)
    {
        // PKCS12 works everywhere; Kafka 2.8 would want a key password in a PEM store.
        all["ssl.keystore.type"] = "PKCS12";
        all["ssl.keystore.location"] = Path.Combine(folder, "tls", "broker.p12");
        all["ssl.keystore.password"] = TestCertificates.StorePassword;
        all["ssl.key.password"] = TestCertificates.StorePassword;
        all["ssl.truststore.type"] = "PEM";
        all["ssl.truststore.location"] = Path.Combine(folder, "tls", "ca.pem");
        all["listener.name.tls.ssl.client.auth"] = "requested";
        all["listener.name.scram.sasl.enabled.mechanisms"] = "SCRAM-SHA-512";
        all["listener.name.scram.scram-sha-512.sasl.jaas.config"] = "org.apache.kafka.common.security.scram.ScramLoginModule required;";
        all["super.users"] = "User:ANONYMOUS;User:admin;User:AKIATESTADMIN";
        all["authorizer.class.name"] = options.Mode == KafkaMode.ZooKeeper
            ? "kafka.security.authorizer.AclAuthorizer"
            : "org.apache.kafka.metadata.authorizer.StandardAuthorizer";
        if (!withIam) return;
        all["listener.name.iam.sasl.enabled.mechanisms"] = "OAUTHBEARER";
        all["listener.name.iam.oauthbearer.sasl.jaas.config"] = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule required;";
        all["listener.name.iam.oauthbearer.sasl.server.callback.handler.class"] = "MskIamTokenValidator";
    }

    private static string Address(KafkaListener listener, int port) => $"{listener.ToString().ToUpperInvariant()}://127.0.0.1:{port}";
}
