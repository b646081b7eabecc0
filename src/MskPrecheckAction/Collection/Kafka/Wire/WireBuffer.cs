using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace MskPrecheckAction.Collection.Kafka.Wire;

/// <summary>Writes the fields of a request, as the versions before Kafka's flexible ones have them: big endian, lengths before their contents.</summary>
internal sealed class WireWriter
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <summary>What has been written.</summary>
    public ReadOnlySpan<byte> Written => bytes.WrittenSpan;

    public WireWriter Int8(sbyte value)
    {
        bytes.Write([(byte)value]);
        return this;
    }

    public WireWriter Int16(short value)
    {
        BinaryPrimitives.WriteInt16BigEndian(bytes.GetSpan(sizeof(short)), value);
        bytes.Advance(sizeof(short));
        return this;
    }

    public WireWriter Int32(int value)
    {
        BinaryPrimitives.WriteInt32BigEndian(bytes.GetSpan(sizeof(int)), value);
        bytes.Advance(sizeof(int));
        return this;
    }

    /// <summary>A NULLABLE_STRING.</summary>
    public WireWriter Text(string? value)
    {
        if (value is null) return Int16(-1);
        Int16((short)Encoding.UTF8.GetByteCount(value));
        Encoding.UTF8.GetBytes(value, bytes);
        return this;
    }

    /// <summary>BYTES.</summary>
    public WireWriter Bytes(ReadOnlySpan<byte> value)
    {
        Int32(value.Length);
        bytes.Write(value);
        return this;
    }

    /// <summary>Fields without a length of their own.</summary>
    public WireWriter Raw(ReadOnlySpan<byte> value)
    {
        bytes.Write(value);
        return this;
    }
}

/// <summary>Reads the fields of an answer; each throws <see cref="ArgumentOutOfRangeException"/> where the answer is too short for it.</summary>
/// <param name="bytes">The answer after its head.</param>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private ReadOnlySpan<byte> left = bytes;

    public short Int16() => BinaryPrimitives.ReadInt16BigEndian(Take(sizeof(short)));

    public int Int32() => BinaryPrimitives.ReadInt32BigEndian(Take(sizeof(int)));

    /// <summary>A NULLABLE_STRING.</summary>
    public string? Text() => Int16() is >= 0 and var length ? Encoding.UTF8.GetString(Take(length)) : null;

    /// <summary>BYTES.</summary>
    public ReadOnlySpan<byte> Bytes() => Take(Math.Max(Int32(), 0));

    private ReadOnlySpan<byte> Take(int length)
    {
        var taken = left[..length];
        left = left[length..];
        return taken;
    }
}
