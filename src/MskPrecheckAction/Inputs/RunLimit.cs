using System.Globalization;

namespace MskPrecheckAction.Inputs;

/// <summary>Reads <c>timeoutSeconds</c>.</summary>
internal static class RunLimit
{
    /// <summary>The limit; the default where the value is no whole number in the range.</summary>
    public static TimeSpan Read(GivenInputs given)
    {
        var text = given.Text(InputCatalog.TimeoutSeconds) ?? InputCatalog.TimeoutSeconds.Default;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and <= InputCatalog.MaxTimeoutSeconds)
        {
            return TimeSpan.FromSeconds(seconds);
        }

        given.Wrong(InputCatalog.TimeoutSeconds, text, $"write a whole number of seconds from 1 to {InputCatalog.MaxTimeoutSeconds}");
        return TimeSpan.FromSeconds(int.Parse(InputCatalog.TimeoutSeconds.Default, CultureInfo.InvariantCulture));
    }
}
