namespace MskPrecheckAction.Inputs;

/// <summary>What was given, as a problem quotes it: a value may have 128 KiB, and whoever reads the problem needs its beginning.</summary>
internal static class Excerpt
{
    private const int Most = 200;

    /// <summary>The text, cut where it is long.</summary>
    public static string Of(string text) => text.Length <= Most ? text : text[..Most] + "...";
}
