namespace MskPrecheckAction.Configuration;

/// <summary>Opens a file that somebody named, whatever stands there: nobody waits for ever for a pipe that nobody writes to, or for a drive that is gone.</summary>
internal static class InputFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The file's bytes from the start.</summary>
    /// <param name="absolute">Where it is.</param>
    /// <param name="patience">How long it may be silent; 10 seconds unless told otherwise.</param>
    /// <exception cref="IOException">There is none, or nothing comes from it.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not read it.</exception>
    public static Stream Open(string absolute, TimeSpan? patience = null)
    {
        var limit = patience ?? Patience;
        var file = Within(limit, () => Directory.Exists(absolute) ? throw new IOException("it is a folder") : File.OpenRead(absolute));
        // A length of nothing may be a device, which seems to be seekable too.
        return IsPlain(file) ? file : new PatientStream(file, limit);
    }

    /// <summary>Whether it can be opened a second time and is the same: no pipe.</summary>
    public static bool IsPlain(Stream file) => file is FileStream { CanSeek: true, Length: > 0 };

    /// <summary>Why a file could not be read, as the rest of a sentence.</summary>
    public static string Words(Exception refused) => refused switch
    {
        UnauthorizedAccessException => "this user may not read it",
        FileNotFoundException or DirectoryNotFoundException => "it does not exist",
        _ => refused.Message.TrimEnd('.'),
    };

    // Neither opening nor reading a pipe can be called off, so a thread of its own is left behind with it.
    private static T Within<T>(TimeSpan limit, Func<T> action)
    {
        var answer = Task.Factory.StartNew(action, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        return Task.WaitAny([answer], limit) == 0
            ? answer.GetAwaiter().GetResult()
            : throw new IOException($"nothing came from it for {limit.TotalSeconds:0.#} s, as from a pipe that nobody writes to");
    }

    private sealed class PatientStream(Stream inner, TimeSpan limit) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        // Into a buffer of its own: a read that was given up may still write into it.
        public override int Read(byte[] buffer, int offset, int count)
        {
            var (own, read) = Within(limit, () =>
            {
                var part = new byte[count];
                return (part, inner.Read(part, 0, count));
            });
            own.AsSpan(0, read).CopyTo(buffer.AsSpan(offset));
            return read;
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (disposing) inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
