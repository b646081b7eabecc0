using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace MskPrecheckAction.Output;

/// <summary>What .NET cannot do with files and libc can: tell a device from a file, ask for an owner and set one.</summary>
internal static class LinuxFile
{
    private const int AtCurrentDirectory = -100;
    private const uint AskKind = 0x1;
    private const uint AskOwner = 0x8 | 0x10;
    private const int KindBits = 0xF000;
    private const int Regular = 0x8000;
    private const int Folder = 0x4000;

    /// <summary>Whether something is at a path that is neither file nor folder, such as a device or a pipe; links are followed.</summary>
    public static bool IsSpecial(string path)
    {
        if (!OperatingSystem.IsLinux()) return false;

        // stx_mode at 28.
        var answer = new byte[256];
        return Statx(AtCurrentDirectory, Text(path), 0, AskKind, answer) == 0 && (BinaryPrimitives.ReadUInt16LittleEndian(answer.AsSpan(28)) & KindBits) is not (Regular or Folder);
    }

    /// <summary>Where this process is root, gives a file to the owner of a folder; else, and where that fails, nothing happens: the file is there and can be read.</summary>
    public static void CopyOwner(string folder, string path)
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return;

        // struct statx is laid out alike on all architectures, unlike struct stat: stx_uid at 20, stx_gid at 24.
        var answer = new byte[256];
        if (Statx(AtCurrentDirectory, Text(folder), 0, AskOwner, answer) != 0) return;
        var user = BinaryPrimitives.ReadUInt32LittleEndian(answer.AsSpan(20));
        var group = BinaryPrimitives.ReadUInt32LittleEndian(answer.AsSpan(24));
        if (user != 0 || group != 0) _ = Chown(Text(path), user, group);
    }

    private static byte[] Text(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "statx", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Statx(int folder, byte[] path, int flags, uint mask, byte[] answer);

    [DllImport("libc", EntryPoint = "lchown", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Chown(byte[] path, uint user, uint group);
}
