using System.Buffers.Binary;
using System.Text;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Collection.Kafka;

public sealed class TransactionRecordTests
{
    [Fact]
    public void A_key_of_version_0_is_the_transactional_id() => Assert.Equal("töpf-1", TransactionRecord.Key([.. Int16(0), .. Text("töpf-1")]));

    [Fact]
    public void A_key_of_another_version_is_none() => Assert.Null(TransactionRecord.Key([.. Int16(1), .. Text("x")]));

    [Theory]
    [InlineData(0, TransactionState.Empty)]
    [InlineData(1, TransactionState.Ongoing)]
    [InlineData(2, TransactionState.PrepareCommit)]
    [InlineData(3, TransactionState.PrepareAbort)]
    [InlineData(4, TransactionState.CompleteCommit)]
    [InlineData(5, TransactionState.CompleteAbort)]
    [InlineData(6, TransactionState.Dead)]
    [InlineData(7, TransactionState.PrepareEpochFence)]
    [InlineData(8, TransactionState.Unknown)]
    [InlineData(255, TransactionState.Unknown)]
    public void Every_status_has_its_state(byte status, TransactionState state)
    {
        Assert.Equal(state, TransactionRecord.Value([.. Head(0, status), .. Int32(-1), .. Times]).State);
        Assert.Equal(state, TransactionRecord.Value([.. Head(1, status), 0, .. Times, 0]).State);
    }

    [Fact]
    public void Version_0_names_the_topics_of_an_open_transaction()
    {
        byte[] partitions = [.. Int32(2), .. Text("a"), .. Int32(1), .. Int32(7), .. Text("b"), .. Int32(2), .. Int32(0), .. Int32(1)];
        Assert.Equal(["a", "b"], TransactionRecord.Value([.. Head(0, 1), .. partitions, .. Times]).Topics);
    }

    [Fact]
    public void Version_1_is_flexible_and_its_tags_are_passed_over()
    {
        byte[] tags = [2, 0, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2, 2, 0, 2];
        byte[] partitions = [3, 2, (byte)'a', 2, 0, 0, 0, 7, 0, 2, (byte)'b', 2, 0, 0, 0, 1, .. tags];
        var (state, topics) = TransactionRecord.Value([.. Head(1, 1), .. partitions, .. Times, .. tags]);
        Assert.Equal(TransactionState.Ongoing, state);
        Assert.Equal(["a", "b"], topics);
    }

    [Fact]
    public void A_name_of_more_than_127_bytes_has_a_length_of_two_bytes()
    {
        var name = new string('n', 200);
        byte[] partitions = [2, 201, 1, .. Encoding.UTF8.GetBytes(name), 1, 0];
        Assert.Equal([name], TransactionRecord.Value([.. Head(1, 1), .. partitions, .. Times, 0]).Topics);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void A_value_of_another_version_counts_with_an_unknown_state(short version) =>
        Assert.Equal(TransactionState.Unknown, TransactionRecord.Value([.. Int16(version), 1, 2, 3]).State);

    [Fact]
    public void Bytes_that_end_too_early_or_make_no_sense_are_refused()
    {
        byte[] whole = [.. Head(1, 1), 2, 2, (byte)'a', 2, 0, 0, 0, 1, 0, .. Times, 0];
        for (var length = 0; length < 20; length++) Assert.Throws<FormatException>(() => TransactionRecord.Value(whole.AsSpan(0, length)));
        Assert.Throws<FormatException>(() => TransactionRecord.Key([.. Int16(0), .. Int16(-1)]));
        Assert.Throws<FormatException>(() => TransactionRecord.Value([.. Head(0, 1), .. Int32(int.MaxValue), .. Times]));
        Assert.Throws<FormatException>(() => TransactionRecord.Value([.. Head(1, 1), 255, 255, 255, 255, 255, 255, .. Times]));
    }

    private static byte[] Times => new byte[16];

    private static byte[] Head(short version, byte status) => [.. Int16(version), .. new byte[14], status];

    private static byte[] Text(string text) => [.. Int16((short)Encoding.UTF8.GetByteCount(text)), .. Encoding.UTF8.GetBytes(text)];

    private static byte[] Int16(short value)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteInt16BigEndian(bytes, value);
        return bytes;
    }

    private static byte[] Int32(int value)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, value);
        return bytes;
    }
}
