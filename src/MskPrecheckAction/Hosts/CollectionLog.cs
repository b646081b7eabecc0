using MskPrecheckAction.Collection;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Output;

namespace MskPrecheckAction.Hosts;

/// <summary>Brings what a collection tells to the host, secrets taken out.</summary>
internal sealed class CollectionLog(IHost host, SecretScrubber scrubber) : ICollectionLog
{
    private readonly HashSet<string> masked = [];

    /// <inheritdoc/>
    public void Progress(Side? side, string what, int? done = null, int? total = null) => host.Progress(side, what, done, total);

    /// <inheritdoc/>
    public void Debug(string line) => host.Debug(scrubber.CleanFreeText(line));

    /// <inheritdoc/>
    public void Mask(Secret secret)
    {
        var value = secret.Reveal();
        // An empty mask would mask nothing and earns a warning of the runner.
        if (string.IsNullOrWhiteSpace(value)) return;
        lock (masked)
        {
            if (!masked.Add(value)) return;
        }

        scrubber.Add(value);
        host.Mask(value);
    }
}
