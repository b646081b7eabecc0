using System.Runtime.InteropServices;

namespace MskPrecheckAction.World;

/// <summary>The end of the process, without what a C library does on its way out.</summary>
/// <remarks>
/// librdkafka closes its handles in threads of its own, behind our back. OpenSSL's exit handler takes its tables away from under them: a run whose reports
/// were all written then ended in a segmentation fault (exit code 139).
/// </remarks>
internal static partial class ProcessEnd
{
    /// <summary>Ends it at once with this exit code; what was not flushed is lost.</summary>
    public static void Now(int exitCode)
    {
        if (OperatingSystem.IsWindows()) Environment.Exit(exitCode);
        else EndNow(exitCode);
    }

    [LibraryImport("libc", EntryPoint = "_exit")]
    private static partial void EndNow(int exitCode);
}
