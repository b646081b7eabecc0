using System.Net;
using System.Net.Sockets;
using Xunit;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Names with several addresses get shorter attempts, and more of them.</summary>
public sealed class ConnectPatienceTests
{
    [Theory]
    [InlineData("one:9092", false)]
    [InlineData("one:9092,one:9094,nobody:9092", false)]
    [InlineData("one:9092,three:9092", true)]
    [InlineData("THREE:9092", true)]
    [InlineData("[::1]:9092", false)]
    [InlineData("silent:9092,one:9092", false)]
    public async Task Names_are_looked_up(string servers, bool several)
    {
        var patience = await ConnectPatience.ForAsync(servers.Split(','), LookUp, TestContext.Current.CancellationToken);
        Assert.Equal(several ? ConnectPatience.Several : ConnectPatience.Usual, patience);
    }

    [Fact]
    public void Silence_is_waited_for_longer_than_an_attempt_and_at_several_addresses_six_times() =>
        Assert.Equal((2, 6), ((ConnectPatience.Usual.NoAnswer - ConnectPatience.Usual.Attempt).Seconds, (int)(ConnectPatience.Several.NoAnswer / ConnectPatience.Several.Attempt)));

    private static async Task<IPAddress[]> LookUp(string name, CancellationToken stop)
    {
        if (name is "silent") await Task.Delay(Timeout.Infinite, stop);
        return name.ToLowerInvariant() switch
        {
            "three" => [IPAddress.Loopback, IPAddress.Loopback, IPAddress.Loopback],
            "nobody" => throw new SocketException((int)SocketError.HostNotFound),
            _ => [IPAddress.Loopback],
        };
    }
}
