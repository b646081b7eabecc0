using System.Text.Json;

namespace Amazon.Json;

/// <summary>An answer's body up to a length that no right answer has: what has no end must not fill the memory until time is up.</summary>
/// <param name="body">The body as it comes in.</param>
internal sealed class BoundedStream(Stream body) : Stream
{
    // A page of ListNodes is some ten kilobytes, a secret 64 at most.
    private const long Most = 8 * 1024 * 1024;

    private long read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => read;
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Counted(body.Read(buffer, offset, count));

    public override int Read(Span<byte> buffer) => Counted(body.Read(buffer));

    public override async Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        Counted(await body.ReadAsync(buffer.AsMemory(offset, count), cancellationToken).ConfigureAwait(false));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private int Counted(int more)
    {
        read += more;
        return read <= Most ? more : throw new JsonException($"The answer is longer than {Most} bytes.");
    }
}
