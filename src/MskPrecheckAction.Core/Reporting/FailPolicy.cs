using MskPrecheckAction.Checks;

namespace MskPrecheckAction.Reporting;

/// <summary>What fails the job (inputs <c>failOn</c> and <c>allowIncomplete</c>).</summary>
/// <param name="Threshold">The mildest level that blocks.</param>
/// <param name="NeverByLevel"><c>never</c>: the level decides the verdict but not the exit code.</param>
/// <param name="Codes">Codes that fail the job whatever their level.</param>
/// <param name="AllowIncomplete">A blocker check that could not be determined does not fail the job.</param>
public sealed record FailPolicy(Level Threshold, bool NeverByLevel, IReadOnlySet<string> Codes, bool AllowIncomplete)
{
    /// <summary>Blockers fail the job, and so does not knowing.</summary>
    public static FailPolicy Default { get; } = new(Level.Blocker, NeverByLevel: false, new HashSet<string>(), AllowIncomplete: false);
}
