using System.Buffers.Binary;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;
using Confluent.Kafka;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Kafka.Wire;

/// <summary>A connection to one broker without librdkafka, for what that one does not pass on.</summary>
internal sealed class BrokerConnection : IDisposable
{
    private const short SaslHandshake = 17;
    private const short SaslAuthenticate = 36;
    // What is asked here has short answers; a million ACLs is more than any cluster has.
    private const int MostBytes = 128 * 1024 * 1024;

    private readonly TcpClient client;
    private Stream stream;
    private int correlation;

    private BrokerConnection(TcpClient client) => (this.client, stream) = (client, client.GetStream());

    /// <summary>Connects and logs in.</summary>
    /// <param name="access">The way in.</param>
    /// <param name="broker">Whom to ask.</param>
    /// <param name="token">The IAM token, in that mode.</param>
    /// <param name="stop">When to give up.</param>
    /// <exception cref="KafkaException">The broker refuses the login.</exception>
    /// <exception cref="Exception">The connection or TLS fails (<see cref="SocketException"/>, <see cref="IOException"/>, <see cref="AuthenticationException"/>).</exception>
    public static async Task<BrokerConnection> OpenAsync(KafkaAccess access, BrokerAddress broker, IamToken? token, CancellationToken stop)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(broker.Host, broker.Port, stop).ConfigureAwait(false);
            var connection = new BrokerConnection(client);
            await connection.EnterAsync(access, broker.Host, token, stop).ConfigureAwait(false);
            return connection;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <summary>Asks, and gives the answer after its head.</summary>
    /// <param name="api">The number of the request.</param>
    /// <param name="version">A version of it that is not flexible.</param>
    /// <param name="body">Its fields.</param>
    /// <param name="stop">When to give up.</param>
    public async Task<byte[]> AskAsync(short api, short version, WireWriter body, CancellationToken stop)
    {
        var request = new WireWriter().Int16(api).Int16(version).Int32(++correlation).Text("msk-precheck").Raw(body.Written);
        var framed = new WireWriter().Bytes(request.Written).Written.ToArray();
        await stream.WriteAsync(framed, stop).ConfigureAwait(false);
        var head = new byte[sizeof(int)];
        await stream.ReadExactlyAsync(head, stop).ConfigureAwait(false);
        var length = BinaryPrimitives.ReadInt32BigEndian(head);
        if (length is < sizeof(int) or > MostBytes) throw new IOException("the answer is not Kafka's");
        var answer = new byte[length];
        await stream.ReadExactlyAsync(answer, stop).ConfigureAwait(false);
        return answer[sizeof(int)..];
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        stream.Dispose();
        client.Dispose();
    }

    private async Task EnterAsync(KafkaAccess access, string host, IamToken? token, CancellationToken stop)
    {
        var auth = access.Auth;
        if (auth.Mode is AuthMode.Plaintext) return;
        var own = auth is { Mode: AuthMode.Mtls, CertificatePath: { } certificate, KeyPath: { } key } ? TlsHandshake.Own(certificate, key) : null;
        stream = await TlsHandshake.WithAsync(stream, host, auth.CaPath, own, judge: null, stop).ConfigureAwait(false);
        if (auth.Mode is not (AuthMode.Iam or AuthMode.ScramSha512)) return;
        Check(new WireReader(await AskAsync(SaslHandshake, 1, new WireWriter().Text(ClientSettings.SaslMechanism(auth.Mode)), stop).ConfigureAwait(false)).Int16());
        if (auth.Mode is AuthMode.Iam)
        {
            await SayAsync($"n,,\u0001auth=Bearer {token?.Value.Reveal()}\u0001\u0001", stop).ConfigureAwait(false);
            return;
        }

        var scram = new ScramExchange(access.Username ?? "", access.Password?.Reveal() ?? "", Convert.ToHexString(RandomNumberGenerator.GetBytes(16)));
        var (final, serverFinal) = scram.Answer(await SayAsync(scram.First, stop).ConfigureAwait(false));
        if (await SayAsync(final, stop).ConfigureAwait(false) != serverFinal) throw new AuthenticationException("the broker does not know the password itself");
    }

    private async Task<string> SayAsync(string message, CancellationToken stop)
    {
        var answer = new WireReader(await AskAsync(SaslAuthenticate, 0, new WireWriter().Bytes(Encoding.UTF8.GetBytes(message)), stop).ConfigureAwait(false));
        Check(answer.Int16());
        answer.Text();
        return Encoding.UTF8.GetString(answer.Bytes());
    }

    private static void Check(short error)
    {
        if (error != 0) throw new KafkaException((ErrorCode)error);
    }
}
