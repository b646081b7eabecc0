using System.Buffers.Binary;

namespace MskPrecheckAction.Kafka;

/// <summary>What a client asks a broker for, by the protocol's own numbers.</summary>
public enum KafkaRequest
{
    Fetch = 1,
    ListOffsets = 2,
    Metadata = 3,
    FindCoordinator = 10,
    DescribeGroups = 15,
    ListGroups = 16,
    ApiVersions = 18,
    DescribeAcls = 29,
    DescribeConfigs = 32,
}

/// <summary>Finds the requests in what a client sends without TLS, however it is cut into pieces.</summary>
internal sealed class KafkaRequests
{
    // Every request begins with its length and its number.
    private const int HeadSize = 6;

    private readonly byte[] head = new byte[HeadSize];
    private int inHead;
    private int toSkip;

    /// <summary>The requests that begin in this piece.</summary>
    public IReadOnlyList<KafkaRequest> Read(ReadOnlySpan<byte> piece)
    {
        List<KafkaRequest> found = [];
        while (!piece.IsEmpty)
        {
            var skipped = Math.Min(toSkip, piece.Length);
            toSkip -= skipped;
            piece = piece[skipped..];
            var taken = Math.Min(HeadSize - inHead, piece.Length);
            piece[..taken].CopyTo(head.AsSpan(inHead));
            inHead += taken;
            piece = piece[taken..];
            if (inHead < HeadSize) continue;
            found.Add((KafkaRequest)BinaryPrimitives.ReadInt16BigEndian(head.AsSpan(4)));
            // The length counts what follows it, and the number is of that.
            (inHead, toSkip) = (0, BinaryPrimitives.ReadInt32BigEndian(head) - 2);
        }

        return found;
    }
}
