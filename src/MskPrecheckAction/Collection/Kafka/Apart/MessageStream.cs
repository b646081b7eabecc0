using System.Buffers.Binary;

namespace MskPrecheckAction.Collection.Kafka.Apart;

/// <summary>Messages on a pair of pipes: a byte for the kind, four for the length (little endian), the payload.</summary>
/// <param name="input">Where the other side's come from.</param>
/// <param name="output">Where ours go.</param>
internal sealed class MessageStream(Stream input, Stream output)
{
    private const int HeadLength = 5;
    // A snapshot may hold no more either.
    private const int MostBytes = 512 * 1024 * 1024;

    private readonly Lock gate = new();

    /// <summary>Sends a message; may be called from any thread.</summary>
    /// <exception cref="IOException">The other side is gone.</exception>
    public void Send(MessageKind kind, ReadOnlySpan<byte> payload)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        head[0] = (byte)kind;
        BinaryPrimitives.WriteInt32LittleEndian(head[1..], payload.Length);
        lock (gate)
        {
            output.Write(head);
            output.Write(payload);
            output.Flush();
        }
    }

    /// <summary>The next message of the other side; null where it has ended, in the middle of one or not.</summary>
    public async Task<(MessageKind Kind, byte[] Payload)?> ReceiveAsync()
    {
        var head = new byte[HeadLength];
        if (await input.ReadAtLeastAsync(head, HeadLength, throwOnEndOfStream: false).ConfigureAwait(false) < HeadLength) return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head.AsSpan(1));
        if (length is < 0 or > MostBytes) return null;
        var payload = new byte[length];
        return await input.ReadAtLeastAsync(payload, length, throwOnEndOfStream: false).ConfigureAwait(false) < length ? null : ((MessageKind)head[0], payload);
    }
}
