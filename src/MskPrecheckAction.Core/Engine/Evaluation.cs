using MskPrecheckAction.Checks;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Engine;

/// <summary>One check and what came of it.</summary>
/// <param name="Check">The check.</param>
/// <param name="Outcome">Null where the user skipped it: shown as skipped, never as passed.</param>
public sealed record CheckResult(Check Check, Outcome? Outcome);

/// <summary>Runs the checks over the evidence.</summary>
public static class Evaluation
{
    /// <summary>One result a check, in catalogue order. A check that throws is undetermined; the others still run.</summary>
    /// <param name="checks">The checks, normally <see cref="CheckCatalog.All"/>.</param>
    /// <param name="evidence">What they look at.</param>
    /// <param name="skipped">Codes the user does not want.</param>
    public static IReadOnlyList<CheckResult> Run(IReadOnlyList<Check> checks, Evidence evidence, IReadOnlySet<string> skipped) =>
        [.. checks.Select(check => new CheckResult(check, skipped.Contains(check.Code) ? null : Judge(check, evidence)))];

    private static Outcome Judge(Check check, Evidence evidence)
    {
        try
        {
            return check.Evaluate(evidence);
        }
        catch (Exception defect) when (defect is not OutOfMemoryException)
        {
            // The text of an exception may hold a name from the cluster but never a secret: no fact can hold one.
            return new Outcome.Undetermined(
                [new Gap($"check {check.Code}", GapCause.Defect, $"the check itself failed ({defect.GetType().Name}: {defect.Message}): please report this")]);
        }
    }
}
