namespace MskPrecheckAction.World;

/// <summary>Standard output or error. Where it is closed or its disk is full, the run goes on without it: files, outputs and exit code matter more than its words.</summary>
internal sealed class StandardStream : Stream
{
    private readonly Stream inner;

    /// <summary>Opens it; a descriptor that was closed before the program began counts as one that cannot be written.</summary>
    public StandardStream(Func<Stream> open)
    {
        try
        {
            inner = open();
        }
        catch (Exception refused) when (IsLoss(refused))
        {
            (inner, Loss) = (Null, Words(refused));
        }
    }

    /// <summary>Why something was lost; null as long as nothing was.</summary>
    public string? Loss { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count)
    {
        if (Loss is not null) return;
        try
        {
            inner.Write(buffer, offset, count);
        }
        catch (Exception refused) when (IsLoss(refused))
        {
            Loss = Words(refused);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // The console's own streams hold nothing back.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    private static bool IsLoss(Exception refused) => refused is IOException or UnauthorizedAccessException or ObjectDisposedException;

    // .NET takes a descriptor that is closed for a right that is missing.
    private static string Words(Exception refused) => refused is IOException ? refused.Message.TrimEnd('.') : "it is closed";
}
