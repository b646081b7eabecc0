using System.Diagnostics.CodeAnalysis;

namespace MskPrecheckAction.Facts;

/// <summary>Either a value that was read, or the gap that stands in its place. There is no way to the value that skips the question.</summary>
/// <typeparam name="T">What was asked for.</typeparam>
public sealed class Fact<T>
    where T : notnull
{
    private readonly T? value;
    private readonly Gap? gap;

    private Fact(T? value, Gap? gap) => (this.value, this.gap) = (value, gap);

    /// <summary>A fact that was read.</summary>
    public static Fact<T> Known(T value) => new(value, null);

    /// <summary>A fact that could not be had.</summary>
    public static Fact<T> Missing(Gap gap) => new(default, gap ?? throw new ArgumentNullException(nameof(gap)));

    /// <summary>Gives the value, or the gap.</summary>
    public bool TryGet([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Gap? gap)
    {
        (value, gap) = (this.value, this.gap);
        return gap is null;
    }

    /// <summary>A fact drawn from this one; a gap stays the gap it is.</summary>
    public Fact<TResult> Select<TResult>(Func<T, TResult> draw)
        where TResult : notnull => gap is null ? Fact<TResult>.Known(draw(value!)) : Fact<TResult>.Missing(gap);

    /// <summary>A fact drawn from this one that may be missing in its own right.</summary>
    public Fact<TResult> SelectMany<TResult>(Func<T, Fact<TResult>> draw)
        where TResult : notnull => gap is null ? draw(value!) : Fact<TResult>.Missing(gap);
}

/// <summary>Short ways to make facts.</summary>
public static class Fact
{
    /// <summary>A fact that was read.</summary>
    public static Fact<T> Known<T>(T value)
        where T : notnull => Fact<T>.Known(value);

    /// <summary>No where one says no, whatever is missing; yes only where all say yes.</summary>
    public static Fact<bool> All(params IReadOnlyList<Fact<bool>> facts) =>
        facts.FirstOrDefault(fact => fact.TryGet(out var yes, out _) && !yes) ?? facts.FirstOrDefault(fact => !fact.TryGet(out _, out _)) ?? Known(true);
}
