using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>One size of the target's brokers against the source's maximum.</summary>
/// <param name="Key">Kafka's own key.</param>
/// <param name="Missing">What was not seen, on either side.</param>
public sealed record TargetSizes(string Key, IReadOnlyList<Unread> Missing)
{
    /// <summary>Nothing was asked.</summary>
    public static TargetSizes None { get; } = new("", []);

    /// <summary>The brokers below the maximum: one is enough to convict, whatever is missing.</summary>
    public IReadOnlyList<BrokerSize> TooSmall { get; init; } = [];

    /// <summary>The brokers below the maximum that do no harm.</summary>
    public IReadOnlyList<BrokerSize> Exempted { get; init; } = [];

    /// <summary>Whether nobody can say if the target is large enough.</summary>
    public bool IsOpen => TooSmall.Count == 0 && Missing.Count > 0;

    /// <summary>What is missing, as the gaps of a check.</summary>
    public IReadOnlyList<Gap> Gaps() => [.. Missing.SelectMany(one => one.Gaps)];

    /// <summary>The brokers that are too small, a line each.</summary>
    public IReadOnlyList<string> Details() =>
        [.. TooSmall.Select(size => $"target broker {size.Broker}: {Key}={size.Value} ({size.Source})").ToList().Capped(CappedList.InDetails)];
}
