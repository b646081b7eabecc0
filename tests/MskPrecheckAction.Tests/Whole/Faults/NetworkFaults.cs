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
            Options = ["--timeout-seconds", "6"],
        },
    ];
}
