using System.Buffers.Binary;
using System.Collections.Concurrent;

namespace MskPrecheckAction.Kafka;

/// <summary>Stands between a client and a broker (without TLS) and puts an error into the answers to one kind of request: what a broker says when something of its own fails.</summary>
/// <param name="request">The request.</param>
/// <param name="error">The error's number in Kafka's protocol.</param>
/// <param name="most">How many answers fail; those after them are as they were.</param>
public sealed class FailingAnswers(KafkaRequest request, short error, int most = int.MaxValue)
{
    // Requests and answers begin alike: length, and in a request the number, the version and the correlation id, which is all that an answer has.
    private const int LengthSize = 4;
    private const int CorrelationAt = 4;

    private int asked;

    /// <summary>How many have failed.</summary>
    public int Failed => Math.Min(asked, most);

    /// <summary>Passes on both ways until one side ends.</summary>
    public Task RelayAsync(Stream client, Stream broker, CancellationToken stop)
    {
        var open = new ConcurrentDictionary<int, short>();
        return Task.WhenAny(PassAsync(client, broker, Remember, stop), PassAsync(broker, client, Fail, stop)).Unwrap();

        byte[] Remember(byte[] frame)
        {
            if (BinaryPrimitives.ReadInt16BigEndian(frame) == (short)request)
            {
                open[BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(CorrelationAt))] = BinaryPrimitives.ReadInt16BigEndian(frame.AsSpan(sizeof(short)));
            }

            return frame;
        }

        byte[] Fail(byte[] frame) => open.TryRemove(BinaryPrimitives.ReadInt32BigEndian(frame), out var version) && Interlocked.Increment(ref asked) <= most ? new AnswerFields(frame, request, version).With(error) : frame;
    }

    private static async Task PassAsync(Stream from, Stream to, Func<byte[], byte[]> change, CancellationToken stop)
    {
        var length = new byte[LengthSize];
        while (true)
        {
            await from.ReadExactlyAsync(length, stop);
            var frame = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            await from.ReadExactlyAsync(frame, stop);
            var changed = change(frame);
            BinaryPrimitives.WriteInt32BigEndian(length, changed.Length);
            await to.WriteAsync(length, stop);
            await to.WriteAsync(changed, stop);
        }
    }
}
