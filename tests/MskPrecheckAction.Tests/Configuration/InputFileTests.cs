using System.Text;
using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class InputFileTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_pipe_that_nobody_writes_to_is_not_waited_for()
    {
        var refused = Assert.Throws<IOException>(() => InputFile.Open(Pipe(), TimeSpan.FromMilliseconds(200)));
        Assert.Equal("nothing came from it for 0.2 s, as from a pipe that nobody writes to", InputFile.Words(refused));
    }

    [Fact]
    public async Task A_pipe_that_falls_silent_is_not_waited_for()
    {
        var path = Pipe();
        using var release = new ManualResetEventSlim();
        var writing = Task.Run(() =>
        {
            using var writer = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            writer.Write("half"u8);
            writer.Flush();
            release.Wait(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        }, TestContext.Current.CancellationToken);
        using var file = InputFile.Open(path, TimeSpan.FromSeconds(2));
        var buffer = new byte[100];
        Assert.Equal("half", Encoding.UTF8.GetString(buffer, 0, file.Read(buffer, 0, buffer.Length)));
        Assert.Contains("nothing came from it", Assert.Throws<IOException>(() => file.Read(buffer, 0, buffer.Length)).Message, StringComparison.Ordinal);
        release.Set();
        await writing;
    }

    [Fact]
    public async Task What_a_pipe_brings_is_read()
    {
        var path = Pipe();
        var bytes = new byte[300_000];
        Array.Fill(bytes, (byte)'x');
        var writing = Task.Run(() => File.WriteAllBytes(path, bytes), TestContext.Current.CancellationToken);
        using var file = InputFile.Open(path);
        using var read = new MemoryStream();
        file.CopyTo(read);
        await writing;
        Assert.Equal(bytes, read.ToArray());
        Assert.False(InputFile.IsPlain(file));
    }

    [Fact]
    public void A_file_is_plain_and_a_device_is_not()
    {
        using var file = InputFile.Open(folder.With("a", "b"));
        using var device = InputFile.Open("/dev/zero");
        Assert.True(InputFile.IsPlain(file));
        Assert.False(InputFile.IsPlain(device));
    }

    [Fact]
    public void What_is_no_file_is_told_in_plain_words()
    {
        Assert.Equal("it is a folder", Refused(folder.Path));
        Assert.Equal("it does not exist", Refused(Path.Combine(folder.Path, "nowhere")));
        Assert.Equal("it does not exist", Refused(Path.Combine(folder.Path, "nowhere", "deeper")));
    }

    public void Dispose() => folder.Dispose();

    private static string Refused(string path) => InputFile.Words(Assert.ThrowsAny<Exception>(() => InputFile.Open(path)));

    private string Pipe() => NamedPipe.Make(Path.Combine(folder.Path, "pipe"));
}
