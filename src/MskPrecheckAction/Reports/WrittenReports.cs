namespace MskPrecheckAction.Reports;

/// <summary>The files of a run, by absolute path; null for one that was not wanted or could not be written.</summary>
internal sealed record WrittenReports
{
    /// <summary><c>msk-precheck.sarif</c>.</summary>
    public string? Sarif { get; init; }

    /// <summary><c>msk-precheck.json</c>.</summary>
    public string? Report { get; init; }

    /// <summary><c>summary.md</c>.</summary>
    public string? Summary { get; init; }

    /// <summary><c>snapshot.json</c>.</summary>
    public string? Snapshot { get; init; }

    /// <summary>Why a file is missing that was wanted; null where none is.</summary>
    public string? Problem { get; init; }

    /// <summary>All that were written, in the order of their names.</summary>
    public IReadOnlyList<string> All => [.. new[] { Report, Sarif, Snapshot, Summary }.OfType<string>()];
}
