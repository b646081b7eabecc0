namespace MskPrecheckAction.Configuration.Yaml;

/// <summary>A piece of a YAML document with the offsets it stands between.</summary>
internal abstract record YamlNode(int Start, int End)
{
    /// <summary>An anchor such as <c>&amp;a</c> stands before it.</summary>
    public bool IsAnchored { get; init; }

    /// <summary>A tag such as <c>!!str</c> stands before it.</summary>
    public bool IsTagged { get; init; }

    /// <summary>What it is, for a sentence that says what stands in its place.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value as it is written, before <c>${NAME}</c> is replaced.</summary>
internal sealed record YamlScalar(int Start, int End, string Text, bool IsPlain) : YamlNode(Start, End)
{
    /// <inheritdoc/>
    public override string Kind => "a single value";

    /// <summary>Nothing is written, not even quotes.</summary>
    public bool IsEmpty => Start == End;

    /// <summary>What YAML's core schema takes it for; quoted, it is text whatever it says.</summary>
    public ScalarType Type => IsPlain ? ScalarTypes.Of(Text) : ScalarType.Text;
}

/// <summary>A list.</summary>
internal sealed record YamlSequence(int Start, int End) : YamlNode(Start, End)
{
    /// <inheritdoc/>
    public override string Kind => "a list";

    /// <summary>What is in it, in order.</summary>
    public List<YamlNode> Items { get; } = [];
}

/// <summary>Keys with their values, in the order they are written; a key may stand twice.</summary>
internal sealed record YamlMapping(int Start, int End) : YamlNode(Start, End)
{
    /// <inheritdoc/>
    public override string Kind => "a block of keys";

    /// <summary>Key by key.</summary>
    public List<YamlEntry> Entries { get; } = [];

    /// <summary>The first entry of that name.</summary>
    public YamlEntry? Find(string name) => Entries.Find(entry => entry.Name == name);
}

/// <summary>A reference such as <c>*a</c>; it is never followed, so nothing can grow by it.</summary>
internal sealed record YamlAlias(int Start, int End) : YamlNode(Start, End)
{
    /// <inheritdoc/>
    public override string Kind => "an alias";
}

/// <summary>A key and its value.</summary>
internal sealed record YamlEntry(YamlNode Key, YamlNode Value)
{
    /// <summary>The key's text; null for a key that is a list, a block or an alias.</summary>
    public string? Name => (Key as YamlScalar)?.Text;

    /// <summary>A merge key, which would pull in the keys of another block.</summary>
    public bool IsMerge => Key is YamlScalar { IsPlain: true, Text: "<<" };
}
