using MskPrecheckAction.Configuration.Yaml;

namespace MskPrecheckAction.Configuration.Shapes;

/// <summary>Reads a value from text; what is wrong with it stands behind the value in a sentence (<c>is no duration</c>), null when nothing is.</summary>
internal delegate string? ShapeParser<T>(string text, out T value);

/// <summary>What a key takes: how it is read, and what a person is told to write.</summary>
/// <param name="Write">A sentence without its full stop, such as <c>Write true or false</c>.</param>
/// <param name="Parse">Reads it.</param>
internal sealed record Shape<T>(string Write, ShapeParser<T> Parse)
{
    /// <summary>The YAML type a value must have; null where the parser alone decides.</summary>
    public ScalarType? Type { get; init; }

    /// <summary>Whether nothing, or only blanks, is the same as no key at all.</summary>
    public bool MayBeBlank { get; init; }

    /// <summary>Whether the value is kept out of messages: it is a secret, or often carries or is mistaken for one.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether blanks at both ends belong to the value.</summary>
    public bool KeepsBlanks { get; init; }
}
