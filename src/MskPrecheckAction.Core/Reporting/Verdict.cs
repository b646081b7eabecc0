using MskPrecheckAction.Checks;

namespace MskPrecheckAction.Reporting;

/// <summary>The answer in one word.</summary>
public enum Verdict
{
    /// <summary>Nothing that blocks, and everything that could block was looked at.</summary>
    Ready,

    /// <summary>Something at or above the threshold was found.</summary>
    Blocked,

    /// <summary>A blocker check could not be determined.</summary>
    Incomplete,

    /// <summary>Inputs or migration file are wrong; nobody was asked.</summary>
    Invalid,

    /// <summary>A defect of this program.</summary>
    Error,
}

/// <summary>How verdicts are written in reports and outputs.</summary>
public static class Verdicts
{
    /// <summary>Such as <c>ready</c>.</summary>
    public static string Word(this Verdict verdict) => verdict switch
    {
        Verdict.Ready => "ready",
        Verdict.Blocked => "blocked",
        Verdict.Incomplete => "incomplete",
        Verdict.Invalid => "invalid",
        _ => "error",
    };
}

/// <summary>The program's exit codes.</summary>
public static class ExitCode
{
    /// <summary>Ready, or below the threshold.</summary>
    public const int Ready = 0;

    /// <summary>A finding at or above the threshold.</summary>
    public const int Blocked = 1;

    /// <summary>Inputs or migration file are wrong.</summary>
    public const int Invalid = 2;

    /// <summary>A blocker check could not be determined.</summary>
    public const int Incomplete = 3;

    /// <summary>A defect of this program.</summary>
    public const int Error = 4;

    /// <summary>Stopped by SIGINT.</summary>
    public const int Interrupted = 130;

    /// <summary>Stopped by SIGTERM.</summary>
    public const int Terminated = 143;
}

/// <summary>Draws the verdict and the exit code from the checks.</summary>
public static class Judgement
{
    /// <summary>Blocked beats incomplete; <c>never</c> changes the exit code only.</summary>
    public static (Verdict Verdict, int ExitCode) Of(IReadOnlyList<ReportedCheck> checks, FailPolicy policy)
    {
        var failed = checks.Where(check => check.Outcome is ReportedOutcome.Failed).ToList();
        var named = failed.Any(check => policy.Codes.Contains(check.Code));
        if (named || failed.Any(check => check.Level <= policy.Threshold))
        {
            return (Verdict.Blocked, policy.NeverByLevel && !named ? ExitCode.Ready : ExitCode.Blocked);
        }

        if (HasUnseenBlocker(checks))
        {
            return (Verdict.Incomplete, policy.NeverByLevel || policy.AllowIncomplete ? ExitCode.Ready : ExitCode.Incomplete);
        }

        return (Verdict.Ready, ExitCode.Ready);
    }

    /// <summary>Whether a blocker check is undetermined. The contract's one exception: where W04 fires, it stands for B11 and B12.</summary>
    public static bool HasUnseenBlocker(IReadOnlyList<ReportedCheck> checks)
    {
        var w04Fired = checks.Any(check => check.Code == "W04" && check.Outcome is ReportedOutcome.Failed);
        return checks.Any(check => check.Level is Level.Blocker && check.Outcome is ReportedOutcome.Undetermined && !(w04Fired && check.Code is ("B11" or "B12")));
    }
}
