using System.Text;

namespace MskPrecheckAction.Output;

/// <summary>Writes a file whole or not at all: under another name in the same folder first, then renamed. Anybody may read it, and it belongs to whom the workspace belongs.</summary>
/// <param name="workspace">Whose owner gets what root writes: a container's files would else be in the way of the next checkout (actions/runner#434).</param>
internal sealed class FileWriter(string workspace)
{
    private const UnixFileMode FileMode =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    private const UnixFileMode FolderMode =
        FileMode | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>Whether an exception is the file system's way to say no, in words that can be shown.</summary>
    public static bool IsRefusal(Exception exception) => exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException;

    /// <summary>That no, as the rest of a sentence: without the name of a draft, which tells nobody anything.</summary>
    public static string Words(Exception refusal) => refusal switch
    {
        UnauthorizedAccessException => "this user may not write there",
        _ => refusal.Message.Split(" : '")[0].TrimEnd('.'),
    };

    /// <summary>Writes a text as UTF-8 without a mark.</summary>
    public void Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    /// <summary>Writes bytes.</summary>
    public void Write(string path, byte[] bytes) => Write(path, stream => stream.Write(bytes));

    /// <summary>Writes what somebody writes into a stream.</summary>
    public void Write(string path, Action<Stream> content)
    {
        var draft = Path.Combine(Path.GetDirectoryName(path)!, $".{Path.GetFileName(path)}.{Path.GetRandomFileName()}");
        try
        {
            using (var stream = new FileStream(draft, System.IO.FileMode.CreateNew, FileAccess.Write))
            {
                content(stream);
                // Without it, a crash of the machine could leave the new name on an empty file.
                stream.Flush(flushToDisk: true);
            }

            Settle(draft, FileMode);
            File.Move(draft, path, overwrite: true);
        }
        catch
        {
            File.Delete(draft);
            throw;
        }
    }

    /// <summary>Makes a folder and those above it that are missing.</summary>
    public void CreateFolder(string path)
    {
        if (Directory.Exists(path)) return;
        if (Path.GetDirectoryName(path) is { } parent) CreateFolder(parent);
        Directory.CreateDirectory(path);
        Settle(path, FolderMode);
    }

    /// <summary>Writes to a folder and takes it back, to know before it matters.</summary>
    public void Try(string folder)
    {
        var path = Path.Combine(folder, $".try.{Path.GetRandomFileName()}");
        Write(path, "?");
        File.Delete(path);
    }

    private void Settle(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows()) return;
        File.SetUnixFileMode(path, mode);
        LinuxFile.CopyOwner(workspace, path);
    }
}
