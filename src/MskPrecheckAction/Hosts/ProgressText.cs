using System.Globalization;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Hosts;

/// <summary>One line about what is being asked.</summary>
internal static class ProgressText
{
    /// <summary>Such as <c>source: 1,200 of 10,000 topic configs</c>; without numbers where nothing can be counted.</summary>
    public static string Of(Side? side, string what, int? done, int? total)
    {
        var counted = (done, total) switch
        {
            (null, _) => what,
            (_, null) => $"{Number(done.Value)} {what}",
            _ => $"{Number(done.Value)} of {Number(total.Value)} {what}",
        };
        return side is null ? counted : $"{side.Value.Word()}: {counted}";
    }

    private static string Number(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
