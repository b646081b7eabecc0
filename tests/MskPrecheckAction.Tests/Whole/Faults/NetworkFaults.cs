using MskPrecheckAction.Kafka;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>What stops a connection before anybody logs in.</summary>
internal static class NetworkFaults
{
    public static readonly Fault[] Rows =
    [
        new("The brokers' name does not resolve", "has no address here", side => side.At("b-1.orders.invalid:9092", "mode: plaintext")),
        new("Nobody listens on the brokers' port", "refused the connection: nobody listens there", side => side.At("127.0.0.1:1", "mode: plaintext")),
        new("The brokers' port accepts and never answers (a firewall, a tunnel)", "no answer from", side => side.At(side.Proxied(ProxyBehaviour.Blackhole), "mode: plaintext")),
        new("The brokers answer a byte a second", "no answer from", side => side.At(side.Proxied(ProxyBehaviour.Drip), "mode: plaintext")),
        new("Of two addresses one is dead", "", side => side.At("127.0.0.1:1," + side.Cluster.Bootstrap(broker: 1), "mode: plaintext")) { Code = "", Exit = 0 },
        new("`timeoutSeconds` is reached before the brokers answer", "the run ended before the answer came", side => side.At(side.Proxied(ProxyBehaviour.Blackhole), "mode: plaintext"))
        {
            Exit = 3,
            // Not less: the reserve for the end of a run is a part of it, and a busy machine needs all of that.
            Options = ["--timeout-seconds", "12"],
        },
        Odd("An SSH server at the brokers' port", "its answer begins with \"SSH-\"", () => OddServer.Greets("SSH-2.0-OpenSSH_9.6\r\n")),
        Fixed("A server at the brokers' port that sends nonsense", "hung up on the first words", [0, 0, 0, 16, 1, 2, 3, 4, .. "nonsense, and more"u8]),
        Odd("A server at the brokers' port that ends every connection at the first request", "hung up on the first words", () => OddServer.Frames(_ => null)),
        Fixed("A server at the brokers' port that announces two gigabytes", "does not answer in Kafka's protocol", [0x7f, 0xff, 0xff, 0xff, .. "and more of it"u8]),
        Fixed("A server at the brokers' port that announces less than nothing", "does not answer in Kafka's protocol", [0xff, 0xff, 0xff, 0xff, .. "and more of it"u8]),
        Odd("Brokers that know no version of the first request", "does not know the first request of any Kafka since 0.10", () => OddServer.Frames(_ => [0, 35, 0, 0, 0, 0])),
        Odd("Brokers whose answers are garbage", "does not answer in Kafka's protocol", () => OddServer.Frames(_ => [0, 0, 0x7f, 0xff, 0xff, 0xff, 1, 2, 3])),
        Odd("Brokers that end the connection after the first answer", "hung up on the first question", () => OddServer.Frames(request => request == 18 ? [0, 0, 3, 0, 3, 0, 0, 0, 9, 0, 0, 18, 0, 0, 0, 3, 0, 0, 0, 0, 0, 0] : null)),
        Odd("Brokers whose first answer no Kafka client understands", "the Kafka client crashed (SIGABRT)", () => OddServer.Frames(_ => [0, 0, 0, 0, 0, 1, 0, 3, 0, 0, 0, 4])) with { Exit = 3 },
        new("A server at the brokers' port that shakes hands by TLS and hangs up", "hung up on the first words", side =>
        {
            var server = side.Keep(new TlsServer(null, -20, 30));
            side.At(server.Address, "mode: tls", "ca_path: " + server.CaPath);
        }),
    ];

    private static Fault Odd(string name, string words, Func<OddServer> server) => new(name, words, side => side.At(side.Keep(server()).Address, "mode: plaintext"));

    private static Fault Fixed(string name, string words, byte[] answer) => new(name, words, side => side.At(side.Keep(new FixedServer(answer)).Address, "mode: plaintext"));
}
