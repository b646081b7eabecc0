using MskPrecheckAction.Aws;
using MskPrecheckAction.Kafka;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>Addresses of GetBootstrapBrokers that lead nowhere.</summary>
internal static class AddressFaults
{
    public static readonly Fault[] Rows =
    [
        new("GetBootstrapBrokers gives an empty address", "holds no address at all", Given("")),
        new("GetBootstrapBrokers gives blanks", "holds no address at all", Given("   ")),
        new("GetBootstrapBrokers gives commas", "holds no address at all", Given(",,")),
        new("GetBootstrapBrokers has addresses of other modes only", "only for iam, mtls, tls", side => side.Addresses(AwsDocuments.Bootstrap(
            ("bootstrapBrokerStringTls", side.Cluster.Bootstrap(KafkaListener.Tls)), ("bootstrapBrokerStringSaslIam", "127.0.0.1:9098")))),
        new("GetBootstrapBrokers gives no host", "none of the addresses for plaintext is host:port", Given("not a host")),
        new("GetBootstrapBrokers gives a URL", "is host:port", Given("https://broker.invalid:9092/path")),
        new("GetBootstrapBrokers gives a host without a port", "is host:port", Given("broker.invalid")),
        new("GetBootstrapBrokers gives a port that is none", "is host:port", Given("127.0.0.1:99999")),
        new("GetBootstrapBrokers gives a port in words", "is host:port", Given("127.0.0.1:kafka")),
        new("GetBootstrapBrokers gives a thousand dead addresses", "and more)", Given(string.Join(',', Enumerable.Range(1, 1000).Select(one => $"127.0.0.1:{one}")))),
        new("GetBootstrapBrokers gives a good address among bad ones", "", side => side.Addresses(AwsDocuments.Bootstrap(("bootstrapBrokerString", "not a host, ,127.0.0.1:1," + side.Cluster.Bootstrap())))) { Code = "", Exit = 0 },
    ];

    private static Action<BrokenSide> Given(string addresses) => side => side.Addresses(AwsDocuments.Bootstrap(("bootstrapBrokerString", addresses)));
}
