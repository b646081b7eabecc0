using System.Globalization;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;

namespace MskPrecheckAction.Collection.Kafka.Wire;

/// <summary>The client's side of SCRAM-SHA-512 (RFC 5802, RFC 7677), without channel binding.</summary>
/// <param name="username">The user.</param>
/// <param name="password">The password.</param>
/// <param name="nonce">A word that no other login has; printable, without a comma.</param>
internal sealed class ScramExchange(string username, string password, string nonce)
{
    private const string NoChannelBinding = "n,,";

    private string FirstBare => $"n={username.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal)},r={nonce}";

    /// <summary>The first message.</summary>
    public string First => NoChannelBinding + FirstBare;

    /// <summary>The second message, and what the server must answer if it knows the password too.</summary>
    /// <param name="serverFirst">The server's first message.</param>
    /// <exception cref="AuthenticationException">The message is none.</exception>
    public (string Final, string ServerFinal) Answer(string serverFirst)
    {
        var fields = serverFirst.Split(',');
        if (fields is not [['r', '=', ..], ['s', '=', ..], ['i', '=', ..], ..] || !fields[0][2..].StartsWith(nonce, StringComparison.Ordinal)
            || !int.TryParse(fields[2].AsSpan(2), NumberStyles.None, CultureInfo.InvariantCulture, out var iterations))
        {
            throw new AuthenticationException("the broker does not keep to the SCRAM login");
        }

        var salted = Rfc2898DeriveBytes.Pbkdf2(Encoding.UTF8.GetBytes(password), Convert.FromBase64String(fields[1][2..]), iterations, HashAlgorithmName.SHA512, HMACSHA512.HashSizeInBytes);
        var withoutProof = $"c={Convert.ToBase64String(Encoding.UTF8.GetBytes(NoChannelBinding))},{fields[0]}";
        var authMessage = $"{FirstBare},{serverFirst},{withoutProof}";
        var proof = Keyed(salted, "Client Key");
        var signature = Keyed(SHA512.HashData(proof), authMessage);
        for (var i = 0; i < proof.Length; i++) proof[i] ^= signature[i];
        return ($"{withoutProof},p={Convert.ToBase64String(proof)}", "v=" + Convert.ToBase64String(Keyed(Keyed(salted, "Server Key"), authMessage)));
    }

    private static byte[] Keyed(byte[] key, string text) => HMACSHA512.HashData(key, Encoding.UTF8.GetBytes(text));
}
