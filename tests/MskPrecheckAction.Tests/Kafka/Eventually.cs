namespace MskPrecheckAction.Kafka;

/// <summary>Waits for what a cluster does in its own time.</summary>
public static class Eventually
{
    /// <summary>Asks every 50 ms until it is so; a TimeoutException after 20 s names what did not come.</summary>
    public static Task TrueAsync(Func<bool> isSo, string what) => TrueAsync(() => Task.FromResult(isSo()), what);

    /// <inheritdoc cref="TrueAsync(Func{bool}, string)"/>
    public static async Task TrueAsync(Func<Task<bool>> isSo, string what)
    {
        ArgumentNullException.ThrowIfNull(isSo);
        var until = DateTime.UtcNow.AddSeconds(20);
        while (!await isSo())
        {
            if (DateTime.UtcNow > until) throw new TimeoutException($"Not within 20 s: {what}");
            await Task.Delay(50);
        }
    }
}
