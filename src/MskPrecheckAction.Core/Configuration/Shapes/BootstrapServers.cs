using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;

namespace MskPrecheckAction.Configuration.Shapes;

/// <summary>The shape of <c>bootstrap_servers</c>: <c>host:port</c> by comma, IPv6 addresses in brackets.</summary>
internal static partial class BootstrapServers
{
    /// <summary>The servers, without the blanks and empty places people leave around commas.</summary>
    public static readonly Shape<string?> Shape =
        new("Write host:port, several by comma, such as b-1.example.com:9098,b-2.example.com:9098", Read) { MayBeBlank = true };

    private static string? Read(string text, out string? value)
    {
        var servers = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        value = string.Join(',', servers);
        return servers.Length == 0 ? "names no server" : servers.Select((server, at) => Fault(server, at + 1)).FirstOrDefault(fault => fault is not null);
    }

    private static string? Fault(string server, int place)
    {
        if (server.Contains("://", StringComparison.Ordinal))
        {
            return $"has a protocol before server {place}, which auth.mode says already";
        }

        var match = Server().Match(server);
        if (!match.Success)
        {
            return server.Contains(':') ? $"has a host or port that cannot be in server {place}" : $"has no port behind server {place}";
        }

        var isPort = int.TryParse(match.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535;
        var address = match.Groups["address"].Value;
        var isAddress = address.Length == 0 || (IPAddress.TryParse(address, out var ip) && ip.AddressFamily is AddressFamily.InterNetworkV6);
        return !isPort ? $"has a port that is not between 1 and 65535 in server {place}"
            : !isAddress ? $"has no IPv6 address in the brackets of server {place}"
            : null;
    }

    [GeneratedRegex(@"^(\[(?<address>[^\]]*)\]|[A-Za-z0-9]([A-Za-z0-9._-]{0,252}))(:(?<port>[0-9]+))\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Server();
}
