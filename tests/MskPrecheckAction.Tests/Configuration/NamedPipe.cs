using System.Runtime.InteropServices;
using System.Text;

namespace MskPrecheckAction.Tests.Configuration;

/// <summary>Makes pipes that have a name. .NET cannot, so libc is asked.</summary>
internal static class NamedPipe
{
    private const uint ForTheOwner = 0x180;

    /// <summary>Makes one and gives its path.</summary>
    public static string Make(string path) =>
        MakePipe(Encoding.UTF8.GetBytes(path + '\0'), ForTheOwner) == 0 ? path : throw new IOException($"No pipe could be made at {path}.");

    [DllImport("libc", EntryPoint = "mkfifo")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int MakePipe(byte[] path, uint mode);
}
