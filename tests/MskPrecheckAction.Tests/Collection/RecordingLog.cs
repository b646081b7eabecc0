using System.Collections.Concurrent;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection;

/// <summary>Keeps what a collection told, word for word: no secret is taken out here.</summary>
internal sealed class RecordingLog : ICollectionLog
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly ConcurrentQueue<string> masked = new();

    public IReadOnlyList<string> Lines => [.. lines];

    public IReadOnlyList<string> Masked => [.. masked];

    public void Progress(Side? side, string what, int? done = null, int? total = null) => lines.Enqueue($"{side} {what} {done} {total}");

    public void Debug(string line) => lines.Enqueue(line);

    public void Mask(Secret secret) => masked.Enqueue(secret.Reveal());
}
