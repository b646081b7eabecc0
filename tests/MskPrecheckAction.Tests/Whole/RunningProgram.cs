using System.Runtime.InteropServices;
using System.Text;
using MskPrecheckAction.Tests.Surface;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>A run that has begun.</summary>
internal sealed class RunningProgram(ProgramRig rig, BuiltProgram program) : IDisposable
{
    /// <summary>Sends it a signal.</summary>
    public void Signal(PosixSignal signal) => program.Signal(signal);

    /// <summary>Waits for its end and reads what it wrote.</summary>
    public async Task<WholeRun> EndAsync()
    {
        var (exit, took, output, error) = await program.EndAsync();
        const string report = "msk-precheck/msk-precheck.json";
        return new WholeRun(exit, took, output, error, Everything(output + "\n" + error), rig.Has(report) ? rig.Read(report) : "{}");
    }

    public void Dispose()
    {
        program.Dispose();
        rig.Dispose();
    }

    // All that was written but for what tells a CI host what to mask, and but for the file that the test wrote.
    private string Everything(string said)
    {
        var all = new StringBuilder();
        foreach (var line in said.Split('\n'))
        {
            if (!line.StartsWith("::add-mask::", StringComparison.Ordinal) && !line.StartsWith("##vso[task.setsecret]", StringComparison.Ordinal)) all.Append(line).Append('\n');
        }

        foreach (var folder in new[] { rig.Folder, rig.Folder + "-runner" }.Where(Directory.Exists))
        {
            var files = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(file => Path.GetFileName(file) != "migration.yaml");
            foreach (var file in files) all.Append(File.ReadAllText(file));
        }

        return all.ToString();
    }
}
