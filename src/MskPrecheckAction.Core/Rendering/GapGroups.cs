using MskPrecheckAction.Facts;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>What could not be seen, each gap once with the checks that miss it: one missing right often costs a dozen checks.</summary>
internal static class GapGroups
{
    public static IReadOnlyList<(Gap Gap, IReadOnlyList<ReportedCheck> Checks)> Of(Report report) =>
    [
        .. report.Checks.SelectMany(check => check.Gaps.Distinct().Select(gap => (gap, check)))
            .GroupBy(pair => pair.gap, pair => pair.check)
            .Select(same => (same.Key, (IReadOnlyList<ReportedCheck>)[.. same])),
    ];
}
