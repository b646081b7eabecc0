using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class BootstrapServersTests
{
    private const string Servers = "Write host:port, several by comma, such as b-1.example.com:9098,b-2.example.com:9098.";
    private const string List = "; text that begins with { or [ or holds ': ' needs quotes.";

    [Theory]
    [InlineData("h:1", "h:1")]
    [InlineData("' b-1.x.kafka.eu-central-1.amazonaws.com:9098 , 10.0.0.1:65535,'", "b-1.x.kafka.eu-central-1.amazonaws.com:9098,10.0.0.1:65535")]
    [InlineData("'[::1]:9092,[fe80::1]:9093'", "[::1]:9092,[fe80::1]:9093")]
    [InlineData("[a:1, \"b:${NUMBER}\"]", "a:1,b:5")]
    [InlineData("\n        - a:1\n        - b:2", "a:1,b:2")]
    [InlineData("", null)]
    [InlineData("''", null)]
    public void Servers_are_read(string written, string? value) =>
        Assert.Equal(value, Migration.Read(WithServers(written)).Plan.Source.BootstrapServers);

    [Theory]
    [InlineData("h", ": 'h' has no port behind server 1. ")]
    [InlineData("a:1,b", ": 'a:1,b' has no port behind server 2. ")]
    [InlineData("h:0", ": 'h:0' has a port that is not between 1 and 65535 in server 1. ")]
    [InlineData("h:65536", ": 'h:65536' has a port that is not between 1 and 65535 in server 1. ")]
    [InlineData("h:x", ": 'h:x' has a host or port that cannot be in server 1. ")]
    [InlineData("h:1:2", ": 'h:1:2' has a host or port that cannot be in server 1. ")]
    [InlineData("a b:1", ": 'a b:1' has a host or port that cannot be in server 1. ")]
    [InlineData("::1:9092", ": '::1:9092' has a host or port that cannot be in server 1. ")]
    [InlineData("'[x]:1'", ": '[x]:1' has no IPv6 address in the brackets of server 1. ")]
    [InlineData("'[127.0.0.1]:1'", ": '[127.0.0.1]:1' has no IPv6 address in the brackets of server 1. ")]
    [InlineData("SASL_SSL://h:1", ": 'SASL_SSL://h:1' has a protocol before server 1, which auth.mode says already. ")]
    [InlineData("user:canary@h:1", ": the value has a host or port that cannot be in server 1. ")]
    [InlineData("','", ": ',' names no server. ")]
    public void What_is_no_list_of_servers_is_refused(string written, string problem) =>
        Assert.Equal(["8:7 source.bootstrap_servers" + problem + Servers], Migration.Problems(WithServers(written)));

    [Fact]
    public void A_list_in_the_list_of_servers_is_refused() =>
        Assert.Equal(["8:7 source.bootstrap_servers is a list, not a single value. " + Servers[..^1] + List], Migration.Problems(WithServers("[a:1, [b:1]]")));

    private static string WithServers(string written) =>
        Migration.With("        mode: iam\n    target", $"        mode: iam\n      bootstrap_servers: {written}\n    target");
}
