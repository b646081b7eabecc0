using MskPrecheckAction.Facts;
using MskPrecheckAction.Facts.Json;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Output;
using MskPrecheckAction.Rendering;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Reports;

/// <summary>Writes the reports of a run, whatever its verdict.</summary>
/// <param name="files">Writes files.</param>
/// <param name="scrubber">Knows the secrets.</param>
internal sealed class ReportDelivery(FileWriter files, SecretScrubber scrubber)
{
    /// <summary>Writes what was wanted; a file that cannot be written does not keep the others from it.</summary>
    /// <param name="report">The report.</param>
    /// <param name="inputs">What was wanted, and where.</param>
    /// <param name="recorded">What a live run learnt; null for a replay.</param>
    public WrittenReports Write(Report report, RunInputs inputs, Snapshot? recorded)
    {
        if (inputs.OutputDirectory is not { } folder)
        {
            return new WrittenReports();
        }

        string? problem = null;
        return new WrittenReports
        {
            Report = Text("msk-precheck.json", () => JsonReport.Render(report)),
            Sarif = inputs.Sarif ? Text("msk-precheck.sarif", () => SarifReport.Render(report)) : null,
            Summary = inputs.Summary ? Text("summary.md", () => SummaryReport.Render(report, inputs.Template)) : null,
            Snapshot = recorded is null ? null : Written("snapshot.json", path => files.Write(path, stream => SnapshotJson.Write(recorded, stream))),
            Problem = problem,
        };

        string? Text(string name, Func<string> render)
        {
            // Before the file is touched: what a renderer throws is a defect, not a disk that is full.
            var text = scrubber.CleanOutput(render());
            return Written(name, path => files.Write(path, text));
        }

        string? Written(string name, Action<string> write)
        {
            var path = Path.Combine(folder, name);
            try
            {
                write(path);
                return path;
            }
            catch (Exception refused) when (FileWriter.IsRefusal(refused))
            {
                problem ??= $"'{path}' cannot be written ({FileWriter.Words(refused)}). Make room or make it writable, or write another outputDirectory.";
                return null;
            }
        }
    }
}
