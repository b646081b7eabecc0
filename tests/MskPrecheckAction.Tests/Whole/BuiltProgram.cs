using System.Diagnostics;
using System.Runtime.InteropServices;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>
/// The program as it is built, in a process of its own with nothing in its environment but what a test puts there: as it is shipped where MSK_PRECHECK_PROGRAM
/// names that, else as it was built beside the tests.
/// </summary>
internal sealed class BuiltProgram : IDisposable
{
    // A run that takes longer than this hangs.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(3);

    /// <summary>The program's file, ready to be started.</summary>
    public static string File { get; } = Environment.GetEnvironmentVariable("MSK_PRECHECK_PROGRAM") is { Length: > 0 } shipped ? Path.GetFullPath(shipped) : Path.Combine(AppContext.BaseDirectory, "msk-precheck");

    private readonly Process process;
    private readonly Task<string> output;
    private readonly Task<string> error;
    private readonly Stopwatch clock = Stopwatch.StartNew();

    private BuiltProgram(ProcessStartInfo start)
    {
        process = Process.Start(start)!;
        process.StandardInput.Close();
        output = process.StandardOutput.ReadToEndAsync();
        error = process.StandardError.ReadToEndAsync();
    }

    /// <summary>Starts it in a folder.</summary>
    public static BuiltProgram Start(string folder, IReadOnlyDictionary<string, string> variables, params IEnumerable<string> words)
    {
        // As a shell starts what goes to its background: with SIGINT ignored.
        var start = new ProcessStartInfo("/bin/sh")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in (string[])["-c", "trap '' INT; exec \"$@\"", "sh", File, .. words]) start.ArgumentList.Add(word);
        foreach (var name in start.Environment.Keys.Where(name => name is not "PATH" and not "DOTNET_ROOT" and not "TMPDIR").ToList()) start.Environment.Remove(name);
        // No profile of whoever runs the tests.
        start.Environment["HOME"] = folder;
        foreach (var (name, value) in variables) start.Environment[name] = value;
        return new BuiltProgram(start);
    }

    /// <summary>Sends it a signal.</summary>
    public void Signal(PosixSignal signal)
    {
        using var kill = Process.Start("kill", [signal is PosixSignal.SIGINT ? "-INT" : "-TERM", $"{process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Waits for its end; a process that hangs is killed, and fails the test.</summary>
    public async Task<(int Exit, TimeSpan Took, string Out, string Error)> EndAsync()
    {
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"msk-precheck did not end within {Limit.TotalSeconds} s.\n{await output}\n{await error}");
        }

        return (process.ExitCode, clock.Elapsed, await output, await error);
    }

    public void Dispose() => process.Dispose();
}
