using System.Buffers.Binary;

namespace MskPrecheckAction.Kafka;

/// <summary>Finds error codes in a broker's answer, by the schemas of Kafka's protocol: the first one, and of configs every resource's.</summary>
internal sealed class AnswerFields
{
    private readonly byte[] frame;
    private readonly KafkaRequest request;
    private readonly short version;
    private readonly bool isFlexible;
    private int at;

    /// <param name="frame">The answer from its correlation id on.</param>
    /// <param name="request">What was asked.</param>
    /// <param name="version">In which version.</param>
    public AnswerFields(byte[] frame, KafkaRequest request, short version)
    {
        (this.frame, this.request, this.version) = (frame, request, version);
        isFlexible = version >= request switch
        {
            KafkaRequest.Fetch => 12,
            KafkaRequest.ListOffsets => 6,
            KafkaRequest.Metadata => 9,
            KafkaRequest.FindCoordinator or KafkaRequest.ListGroups => 3,
            KafkaRequest.DescribeGroups => 5,
            KafkaRequest.DescribeAcls => 2,
            KafkaRequest.DescribeConfigs => 4,
            _ => throw new ArgumentOutOfRangeException(nameof(request)),
        };
        at = isFlexible ? 5 : 4;
    }

    /// <summary>The answer with an error in place of success.</summary>
    public byte[] With(short error)
    {
        // How long to wait before asking again: in every version that is in use but the first of these.
        if (version > 0 || request is KafkaRequest.DescribeConfigs or KafkaRequest.DescribeAcls) at += sizeof(int);
        if (request is KafkaRequest.DescribeConfigs) return WithInAll(error);
        var hasOne = request switch
        {
            KafkaRequest.DescribeGroups => Count() > 0,
            KafkaRequest.ListOffsets => Count() > 0 && Skip(Text) && Count() > 0 && Skip(() => at += sizeof(int)),
            KafkaRequest.Metadata => Skip(Brokers) && Count() > 0,
            _ => true,
        };
        if (!hasOne) return frame;
        BinaryPrimitives.WriteInt16BigEndian(frame.AsSpan(at), error);
        // An answer that failed lists nothing.
        return request is KafkaRequest.DescribeAcls ? [.. frame[..(at + sizeof(short))], .. isFlexible ? (ReadOnlySpan<byte>)[0, 1, 0] : [255, 255, 0, 0, 0, 0]] : frame;
    }

    // Versions 1 and 2, which are the ones that librdkafka asks in.
    private byte[] WithInAll(short error)
    {
        for (var resources = Count(); resources > 0; resources--)
        {
            BinaryPrimitives.WriteInt16BigEndian(frame.AsSpan(at), error);
            at += sizeof(short);
            Text();
            at++;
            Text();
            for (var entries = Count(); entries > 0; entries--)
            {
                Text();
                Text();
                // Read only, source, sensitive.
                at += 3;
                for (var synonyms = Count(); synonyms > 0; synonyms--)
                {
                    Text();
                    Text();
                    at++;
                }
            }
        }

        return frame;
    }

    private void Brokers()
    {
        for (var left = Count(); left > 0; left--)
        {
            at += sizeof(int);
            Text();
            at += sizeof(int);
            Text();
            if (isFlexible) at++;
        }

        // The cluster's id and the controller's.
        Text();
        at += sizeof(int);
    }

    private int Count()
    {
        if (isFlexible) return Varint() - 1;
        at += sizeof(int);
        return BinaryPrimitives.ReadInt32BigEndian(frame.AsSpan(at - sizeof(int)));
    }

    private void Text()
    {
        int length;
        if (isFlexible) length = Varint() - 1;
        else (length, at) = (BinaryPrimitives.ReadInt16BigEndian(frame.AsSpan(at)), at + sizeof(short));
        at += Math.Max(length, 0);
    }

    private int Varint()
    {
        var value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var part = frame[at++];
            value |= (part & 0x7f) << shift;
            if (part < 0x80) return value;
        }
    }

    private static bool Skip(Action what)
    {
        what();
        return true;
    }
}
