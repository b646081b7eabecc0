using System.Diagnostics;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Tests.Configuration;
using MskPrecheckAction.Tests.Whole;

namespace MskPrecheckAction.Tests.Surface;

/// <summary>The program as a process of its own, started by a shell in a folder of its own that holds the demo's files: for what no test in one process can see.</summary>
internal sealed class ProgramInShell : IDisposable
{
    // For a process that would never end by itself; what is judged is that it did.
    private static readonly TimeSpan Enough = TimeSpan.FromMinutes(1);

    private readonly TemporaryFolder folder = new();

    public ProgramInShell()
    {
        foreach (var name in new[] { "migration.yaml", "snapshot.json" })
        {
            using var from = typeof(Sources).Assembly.GetManifestResourceStream("demo/" + name)!;
            using var to = File.Create(Path(name));
            from.CopyTo(to);
        }
    }

    /// <summary>What its environment has beyond what every process has.</summary>
    public Dictionary<string, string> Variables { get; } = new() { ["PRECHECK"] = BuiltProgram.File };

    /// <summary>The absolute path of a file in its folder.</summary>
    public string Path(string name) => System.IO.Path.Combine(folder.Path, name);

    /// <summary>The text of a file in its folder.</summary>
    public string Read(string name) => File.ReadAllText(Path(name));

    /// <summary>Runs a line of bash, in which <c>$PRECHECK</c> is the program, and fails where it does not end.</summary>
    public async Task<(int Exit, string Out, string Error)> ShellAsync(string line)
    {
        using var process = Start(line);
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await EndAsync(process, line);
        return (process.ExitCode, await output, await error);
    }

    /// <summary>Starts a line of bash.</summary>
    public Process Start(string line)
    {
        var how = new ProcessStartInfo("/bin/bash", ["-c", line]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        how.Environment.Remove("GITHUB_ACTIONS");
        how.Environment.Remove("TF_BUILD");
        foreach (var (name, value) in Variables) how.Environment[name] = value;
        var process = Process.Start(how)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Waits for the end of a process.</summary>
    public static async Task EndAsync(Process process, string name)
    {
        using var patience = new CancellationTokenSource(Enough);
        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"It does not end: {name}");
        }
    }

    public void Dispose() => folder.Dispose();
}
