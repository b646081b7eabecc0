using System.Buffers.Binary;
using System.Text;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>The records of <c>__transaction_state</c>, as TransactionLogKey.json and TransactionLogValue.json of Apache Kafka lay them out.</summary>
internal static class TransactionRecord
{
    /// <summary>The transactional id of a key; null for a key version that did not exist when this was written.</summary>
    public static string? Key(ReadOnlySpan<byte> key)
    {
        var reader = new Reader(key);
        return reader.Short() == 0 ? reader.Text(reader.Short()) : null;
    }

    /// <summary>The state of a value, and the topics that its transaction has touched. Unknown for a version or a state that is not known here.</summary>
    public static (TransactionState State, IReadOnlyList<string> Topics) Value(ReadOnlySpan<byte> value)
    {
        var reader = new Reader(value);
        var version = reader.Short();
        if (version is not (0 or 1)) return (TransactionState.Unknown, []);
        reader.Skip(sizeof(long) + sizeof(short) + sizeof(int)); // producer id, epoch, timeout
        var state = reader.Byte();
        var topics = version == 0 ? Topics(ref reader) : CompactTopics(ref reader);
        return (state < (byte)TransactionState.Unknown ? (TransactionState)state : TransactionState.Unknown, topics);
    }

    private static List<string> Topics(ref Reader reader)
    {
        var count = reader.Int();
        var topics = new List<string>();
        for (var i = 0; i < count; i++)
        {
            topics.Add(reader.Text(reader.Short()));
            reader.Skip(sizeof(int) * reader.Int());
        }

        return topics;
    }

    // Version 1 is flexible: lengths are varints plus one, and 0 is null.
    private static List<string> CompactTopics(ref Reader reader)
    {
        var count = reader.Varint() - 1;
        var topics = new List<string>();
        for (var i = 0; i < count; i++)
        {
            topics.Add(reader.Text(reader.Varint() - 1));
            reader.Skip(sizeof(int) * (reader.Varint() - 1));
            reader.SkipTags();
        }

        return topics;
    }

    /// <summary>Reads on; throws <see cref="FormatException"/> where the bytes end too early or lengths make no sense.</summary>
    private ref struct Reader(ReadOnlySpan<byte> bytes)
    {
        private ReadOnlySpan<byte> rest = bytes;

        public byte Byte() => Take(1)[0];

        public short Short() => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));

        public int Int() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

        public string Text(int length) => Encoding.UTF8.GetString(Take(length));

        public void Skip(int count) => Take(count);

        public int Varint()
        {
            uint value = 0;
            for (var shift = 0; shift < 35; shift += 7)
            {
                var next = Byte();
                value |= (uint)(next & 0x7f) << shift;
                if (next < 0x80) return value <= int.MaxValue ? (int)value : throw new FormatException("a length is out of bounds");
            }

            throw new FormatException("a length has no end");
        }

        public void SkipTags()
        {
            for (var left = Varint(); left > 0; left--)
            {
                Varint();
                Skip(Varint());
            }
        }

        private ReadOnlySpan<byte> Take(int count)
        {
            if ((uint)count > (uint)rest.Length) throw new FormatException("the record ends too early");
            var taken = rest[..count];
            rest = rest[count..];
            return taken;
        }
    }
}
