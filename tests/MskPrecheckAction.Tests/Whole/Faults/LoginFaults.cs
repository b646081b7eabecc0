using MskPrecheckAction.Aws;
using MskPrecheckAction.Kafka;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>TLS, certificates, and who one is.</summary>
internal static class LoginFaults
{
    public static readonly Fault[] Rows =
    [
        new("A TLS mode at the plaintext port", "is it the plaintext port?", side => side.At(side.Cluster.Bootstrap(broker: 1), "mode: tls", side.CaPath)),
        new("Plaintext at the TLS port", "is it a TLS port?", side => side.At(side.Cluster.Bootstrap(KafkaListener.Tls, 1), "mode: plaintext")),
        new("The brokers' certificate is signed by a private authority, and ca_path is not given", "is signed by nobody who is trusted here",
            side => side.At(side.Cluster.Bootstrap(KafkaListener.Tls, 1), "mode: tls")),
        new("The brokers' certificate has expired", "expired on", side => Certificate(side, null, -1)),
        new("The brokers' certificate is for another host", "is for another host", side => Certificate(side, "b-1.elsewhere.example", 30)),
        new("A wrong SCRAM password", "refused the user name or the password", side => side.ScramAt(KafkaListener.Scram, "nobody")),
        new("SCRAM at a port that takes none", "does not offer SCRAM-SHA-512", side => side.ScramAt(KafkaListener.Tls, "nobody")),
        new("The auth mode is not enabled on the cluster", "scram-sha-512 is not enabled on the cluster", side =>
        {
            var answer = AwsDocuments.Provisioned(side.Arn, "3.6.0", 2);
            answer["clusterInfo"]!["provisioned"]!["clientAuthentication"]!["sasl"]!["scram"]!["enabled"] = false;
            side.Aws.On(AwsAction.DescribeClusterV2, side.Arn, Answer.Json(answer.ToJsonString()))
                .On(AwsAction.GetBootstrapBrokers, side.Arn, AwsDocuments.Bootstrap(("bootstrapBrokerStringTls", side.Cluster.Bootstrap(KafkaListener.Tls))));
            side.Auth("mode: scram-sha-512", "username: nobody", $"password: \"{Canaries.Password}\"");
        }),
    ];

    private static void Certificate(BrokenSide side, string? host, int validForDays)
    {
        var server = side.Keep(new TlsServer(host, validForDays));
        side.At(server.Address, "mode: tls", "ca_path: " + server.CaPath);
    }
}
