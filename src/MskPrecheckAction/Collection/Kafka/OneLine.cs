namespace MskPrecheckAction.Collection.Kafka;

/// <summary>The first line of an exception's message, short enough for a report.</summary>
internal static class OneLine
{
    private const int Longest = 300;

    /// <summary>That line, without the full stop; the exception's kind where it says nothing.</summary>
    public static string Of(Exception failure)
    {
        var line = failure.Message.AsSpan().Trim();
        var end = line.IndexOfAny('\r', '\n');
        if (end >= 0) line = line[..end];
        if (line.Length > Longest) line = line[..Longest];
        line = line.TrimEnd(" .");
        return line.IsEmpty ? failure.GetType().Name : line.ToString();
    }
}
