using System.Globalization;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Output;

namespace MskPrecheckAction.Hosts;

/// <summary>Progress on a terminal: one line a side that is written over, and nothing left at the end.</summary>
/// <param name="terminal">Where it is drawn.</param>
/// <param name="width">The terminal's columns.</param>
/// <param name="time">The clock: drawing more often than an eye can follow only costs.</param>
internal sealed class LiveProgress(ScrubbingWriter terminal, int width, TimeProvider time)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(80);

    private readonly Lock gate = new();
    private readonly string[] lines = ["", "", ""];
    private long? drawnAt;
    private int drawnLines;

    /// <summary>Notes what is going on, and draws it where the last drawing is not too fresh.</summary>
    public void Tell(Side? side, string what, int? done, int? total)
    {
        lock (gate)
        {
            lines[side switch { Side.Source => 0, Side.Target => 1, _ => 2 }] = ProgressText.Of(side, what, done, total);
            if (drawnAt is { } last && time.GetElapsedTime(last) < Pause) return;
            // A line that wraps would take two rows, and one of them would stay.
            string[] rows = [.. lines.Where(line => line.Length > 0).Select(line => line.Length < width ? line : line[..Math.Max(0, width - 1)])];
            terminal.Write(Erasure() + string.Concat(rows.Select(row => row + "\n")));
            drawnLines = rows.Length;
            drawnAt = time.GetTimestamp();
        }
    }

    /// <summary>Takes the lines away, so that something else can be written there.</summary>
    public void Clear()
    {
        lock (gate)
        {
            terminal.Write(Erasure());
            drawnLines = 0;
            Array.Fill(lines, "");
            drawnAt = null;
        }
    }

    // Up to the first of our lines, then everything below it is cleared.
    private string Erasure() => drawnLines == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"\x1b[{drawnLines}A\r\x1b[J");
}
