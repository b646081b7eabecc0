using System.Globalization;
using System.Text.RegularExpressions;
using Amazon.Kafka.Model;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Which addresses of GetBootstrapBrokers belong to which auth mode: those inside the VPC before public ones.</summary>
internal static partial class BootstrapAddresses
{
    /// <summary>The addresses for a mode; null where the cluster has none.</summary>
    public static string? For(AuthMode mode, GetBootstrapBrokersResponse answer)
    {
        var (inside, outside) = mode switch
        {
            AuthMode.Iam => (answer.BootstrapBrokerStringSaslIam, answer.BootstrapBrokerStringPublicSaslIam),
            AuthMode.ScramSha512 => (answer.BootstrapBrokerStringSaslScram, answer.BootstrapBrokerStringPublicSaslScram),
            // One listener takes both: with a client certificate and without.
            AuthMode.Mtls or AuthMode.Tls => (answer.BootstrapBrokerStringTls, answer.BootstrapBrokerStringPublicTls),
            AuthMode.Plaintext => (answer.BootstrapBrokerString, null),
            _ => throw new ArgumentOutOfRangeException(nameof(mode)),
        };
        return !IsEmpty(inside) ? inside : !IsEmpty(outside) ? outside : null;
    }

    /// <summary>Those that are host:port: one that is not must not keep us from the others.</summary>
    public static string Usable(string addresses) => string.Join(',', Parts(addresses).Where(IsAddress));

    /// <summary>The modes for which the cluster has addresses.</summary>
    public static IReadOnlyList<AuthMode> Modes(GetBootstrapBrokersResponse answer) => [.. Enum.GetValues<AuthMode>().Where(mode => For(mode, answer) is not null)];

    private static bool IsEmpty(string? addresses) => addresses is null || Parts(addresses).Length == 0;

    private static string[] Parts(string addresses) => addresses.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    private static bool IsAddress(string one) =>
        Address().Match(one) is { Success: true } found && int.TryParse(found.Groups["port"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is > 0 and <= 65535;

    [GeneratedRegex(@"^(\[[0-9a-fA-F:.]+\]|[A-Za-z0-9][A-Za-z0-9._-]*):(?<port>[0-9]+)\z", RegexOptions.ExplicitCapture)]
    private static partial Regex Address();
}
