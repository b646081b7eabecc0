namespace MskPrecheckAction.Hosts;

/// <summary>How far a run is in percent, for a host that draws a bar: the question with the most to count stands for all of it, for it takes the longest.</summary>
internal sealed class TaskProgress
{
    private const int Step = 10;

    // What counts fewer is over before a bar is looked at.
    private const int WorthABar = 100;

    private readonly Lock gate = new();
    private int largest;
    private int told;

    /// <summary>The share that is worth telling, or null where too little has changed; it never goes back.</summary>
    public int? Percent(int? done, int? total)
    {
        if (done is not { } answered || total is not >= WorthABar) return null;
        lock (gate)
        {
            // Whole at once: nobody waited for it.
            if (total < largest || (total > largest && answered == total)) return null;
            largest = total.Value;
            var percent = (int)(100L * answered / largest);
            if (percent < told + Step) return null;
            return told = percent;
        }
    }
}
