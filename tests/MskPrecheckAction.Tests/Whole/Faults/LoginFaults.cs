using MskPrecheckAction.Aws;
using MskPrecheckAction.Kafka;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>Who one is, and whether brokers believe it.</summary>
internal static class LoginFaults
{
    public static readonly Fault[] Rows =
    [
        new("A SCRAM user that does not exist", "refused the user name or the password", side => side.ScramAt(KafkaListener.Scram, "nobody")),
        new("A wrong SCRAM password", "refused the user name or the password", async side =>
        {
            var user = KafkaClients.Unique("alice");
            await side.Cluster.AddScramUserAsync(user, "right");
            side.ScramAt(KafkaListener.Scram, user);
        }),
        new("SCRAM at a port that takes none", "does not offer SCRAM-SHA-512", side => side.ScramAt(KafkaListener.Tls, "nobody")),
        new("The brokers offer SCRAM-SHA-256 only", "only SCRAM-SHA-256", async side => side.At(
            await side.Strict.OtherScramAsync(), "mode: scram-sha-512", "username: nobody", $"password: \"{Canaries.Password}\"", "ca_path: " + (await side.Strict.ClusterAsync()).Certificates.CaPath)),
        new("TLS without a login at the SCRAM port", "it may want another auth mode", side => side.At(side.Cluster.Bootstrap(KafkaListener.Scram, 1), "mode: tls", side.CaPath)),
        new("A web server on the brokers' port", "answers in HTTP, not in Kafka's protocol", side => side.At(side.Keep(new FixedServer(FixedServer.BadRequest)).Address, "mode: plaintext")),
        Answering("The brokers hang up when one logs in", "hung up while logging in", Scram, null),
        Answering("The brokers do not answer a login", "gave no answer while logging in", Scram, []),
        Answering("The brokers offer SCRAM-SHA-512 and do not keep to it", "does not keep to the SCRAM login", Scram, [0, 0, 0xff, 0xff, 0, 0, 0, 5, .. "hello"u8]),
        new("The SCRAM password ends in a line break", "the password begins or ends with a blank or a line break", async side =>
        {
            var user = KafkaClients.Unique("alice");
            await side.Cluster.AddScramUserAsync(user, "right");
            side.Program.Variables["PASTED"] = "right\n";
            side.At(side.Cluster.Bootstrap(KafkaListener.Scram, 1), "mode: scram-sha-512", "username: " + user, "password: ${PASTED}", side.CaPath);
        }),
        new("The auth mode is not enabled on the cluster", "scram-sha-512 is not enabled on the cluster", side =>
        {
            var answer = AwsDocuments.Provisioned(side.Arn, "3.6.0", 2);
            answer["clusterInfo"]!["provisioned"]!["clientAuthentication"]!["sasl"]!["scram"]!["enabled"] = false;
            side.Aws.On(AwsAction.DescribeClusterV2, side.Arn, Answer.Json(answer.ToJsonString()))
                .On(AwsAction.GetBootstrapBrokers, side.Arn, AwsDocuments.Bootstrap(("bootstrapBrokerStringTls", side.Cluster.Bootstrap(KafkaListener.Tls))));
            side.Auth("mode: scram-sha-512", "username: nobody", $"password: \"{Canaries.Password}\"");
        }),
    ];

    /// <summary>Those for which brokers must be able to check an IAM token.</summary>
    public static readonly Fault[] Iam =
    [
        new("IAM: the brokers compute another signature", "refused the IAM token", side => Key(side, brokers: "another-secret", Canaries.SessionToken, Canaries.SessionToken)),
        new("IAM: the brokers know no such access key, or it may not kafka-cluster:Connect", "kafka-cluster:Connect", side => Key(side, null, null, Canaries.SessionToken)),
        new("IAM: temporary keys without their session token", "refused the IAM token", side => Key(side, Canaries.SecretKey, Canaries.SessionToken, null)),
        Answering("IAM: the brokers take no more logins at the moment", "too many connects", "OAUTHBEARER", [0, 58, 0, 24, .. "[1a2]: Too many connects"u8, 0, 0, 0, 0]),
        new("IAM at the SCRAM port", "only SCRAM-SHA-512", side => side.At(side.Cluster.Bootstrap(KafkaListener.Scram, 1), "mode: iam", side.CaPath)),
        new("SCRAM at the IAM port", "only OAUTHBEARER", side => side.ScramAt(KafkaListener.Iam, "nobody")),
        new("A client certificate at the IAM port", "it may want another auth mode", side => side.At(
            side.Cluster.Bootstrap(KafkaListener.Iam, 1), "mode: mtls", "certificate_path: " + side.Cluster.ClientCertificate.CertificatePath, "key_path: " + side.Cluster.ClientCertificate.KeyPath, side.CaPath)),
    ];

    private const string Scram = "SCRAM-SHA-512";

    // ApiVersions, SaslHandshake, SaslAuthenticate: what a broker says before anybody is in.
    private static Fault Answering(string name, string words, string mechanism, byte[]? toTheLogin) => new(name, words, side =>
    {
        var server = side.Keep(new TlsServer(stream => OddServer.FramesAsync(stream, request => request switch
        {
            18 => [0, 0, 4, 0, 18, 0, 0, 0, 3, 0, 0, 17, 0, 0, 0, 1, 0, 0, 36, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
            17 => [0, 0, 0, 0, 0, 1, 0, (byte)mechanism.Length, .. System.Text.Encoding.UTF8.GetBytes(mechanism)],
            _ => toTheLogin,
        })));
        side.At(server.Address, mechanism is Scram ? ["mode: scram-sha-512", "username: nobody", $"password: \"{Canaries.Password}\"", "ca_path: " + server.CaPath] : ["mode: iam", "ca_path: " + server.CaPath]);
    });

    // A key that AWS takes from the caller, and what the brokers know of it.
    private static void Key(BrokenSide side, string? brokers, string? brokersToken, string? token)
    {
        var key = KafkaClients.Unique("AKIA").Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (brokers is not null) side.Cluster.AllowIamKey(key, brokers, brokersToken);
        side.Aws.Accept(key, Canaries.SecretKey, token);
        side.Program.Variables["AWS_ACCESS_KEY_ID"] = key;
        if (token is null) side.Program.Variables.Remove("AWS_SESSION_TOKEN");
        side.At(side.Cluster.Bootstrap(KafkaListener.Iam, 1), "mode: iam", side.CaPath);
    }
}
