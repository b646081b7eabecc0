using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Reporting;

/// <summary>All that any renderer shows: totally ordered, every finding with its line. The same facts make the same report.</summary>
public sealed record Report
{
    /// <summary>This program's version.</summary>
    public required string ToolVersion { get; init; }

    /// <summary>The migration file's path as it was given, with forward slashes.</summary>
    public required string ConfigPath { get; init; }

    /// <summary>The answer in one word.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>The program's exit code.</summary>
    public required int ExitCode { get; init; }

    /// <summary>All checks in catalogue order; empty where the run ended before any was judged.</summary>
    public IReadOnlyList<ReportedCheck> Checks { get; init; } = [];

    /// <summary>What is wrong with inputs or files, at <see cref="Verdict.Invalid"/>; the defect at <see cref="Verdict.Error"/>.</summary>
    public IReadOnlyList<ConfigProblem> Problems { get; init; } = [];

    /// <summary>What is worth knowing of inputs and files, such as unknown keys.</summary>
    public IReadOnlyList<ConfigProblem> Notes { get; init; } = [];

    /// <summary>The two clusters at a glance; null where none was looked at.</summary>
    public ClusterPair? Clusters { get; init; }

    /// <summary>When the facts were collected, UTC; null where none were.</summary>
    public DateTimeOffset? CollectedAt { get; init; }

    /// <summary>Why the collection ended early; null where it came to its end.</summary>
    public string? CutShort { get; init; }

    /// <summary>The same findings, of which not all reached whoever waits for them: their absence must not be taken for a pass.</summary>
    /// <param name="problem">What could not be delivered, and why.</param>
    public Report Undelivered(string problem)
    {
        var undelivered = this with { Problems = [.. Problems, new ConfigProblem(problem, null)] };
        return ExitCode <= Reporting.ExitCode.Incomplete ? undelivered with { Verdict = Verdict.Invalid, ExitCode = Reporting.ExitCode.Invalid } : undelivered;
    }

    /// <summary>How many checks of a level failed.</summary>
    public int Failed(Level level) => Checks.Count(check => check.Level == level && check.Outcome is ReportedOutcome.Failed);

    /// <summary>How many checks have an outcome.</summary>
    public int Count(ReportedOutcome outcome) => Checks.Count(check => check.Outcome == outcome);
}

/// <summary>The four outcomes of a check, and skipped, which only a report knows.</summary>
public enum ReportedOutcome
{
    /// <summary>Looked at, and in order.</summary>
    Passed,

    /// <summary>Looked at, and not in order.</summary>
    Failed,

    /// <summary>The question did not arise.</summary>
    NotApplicable,

    /// <summary>Not known.</summary>
    Undetermined,

    /// <summary>The user did not want it.</summary>
    Skipped,
}

/// <summary>One check in a report.</summary>
/// <param name="Check">The contract.</param>
/// <param name="Outcome">What came of it.</param>
public sealed record ReportedCheck(Check Check, ReportedOutcome Outcome)
{
    /// <summary>Such as <c>B04</c>.</summary>
    public string Code => Check.Code;

    /// <summary>What a failure means.</summary>
    public Level Level => Check.Level;

    /// <summary>What to know of a check that passed.</summary>
    public string? Remark { get; init; }

    /// <summary>Why the question did not arise.</summary>
    public string? Because { get; init; }

    /// <summary>What could not be seen.</summary>
    public IReadOnlyList<Gap> Gaps { get; init; } = [];

    /// <summary>What is not in order.</summary>
    public IReadOnlyList<ReportedFinding> Findings { get; init; } = [];
}

/// <summary>A finding with its line.</summary>
/// <param name="Finding">What the check said.</param>
/// <param name="Location">The line of its key in the migration file.</param>
public sealed record ReportedFinding(Finding Finding, Location Location);

/// <summary>The two clusters at a glance.</summary>
/// <param name="Source">The source.</param>
/// <param name="Target">The target.</param>
public sealed record ClusterPair(ClusterSummary Source, ClusterSummary Target);

/// <summary>One cluster at a glance; null is unknown.</summary>
/// <param name="Arn">The normalised ARN.</param>
/// <param name="Name">The cluster's name.</param>
/// <param name="Region">The region.</param>
/// <param name="AuthMode">The way in, as <c>migration.yaml</c> spells it.</param>
public sealed record ClusterSummary(string Arn, string Name, string Region, string AuthMode)
{
    /// <summary>Kafka's version as MSK spells it.</summary>
    public string? Version { get; init; }

    /// <summary>ZOOKEEPER, KRAFT or UNKNOWN.</summary>
    public string? MetadataMode { get; init; }

    /// <summary>Brokers; controllers do not count.</summary>
    public int? Brokers { get; init; }

    /// <summary>Customer topics.</summary>
    public SeenCount? Topics { get; init; }

    /// <summary>Consumer groups, MSK's own left out.</summary>
    public SeenCount? Groups { get; init; }
}

/// <summary>How many of something were seen.</summary>
/// <param name="Seen">How many.</param>
/// <param name="IsAll">Whether there are no more than these; a list that leaves things out gives only the least there can be.</param>
public sealed record SeenCount(int Seen, bool IsAll = true);
