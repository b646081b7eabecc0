using MskPrecheckAction.Configuration.Shapes;
using MskPrecheckAction.Configuration.Yaml;

namespace MskPrecheckAction.Configuration.Reading;

/// <summary>A part of the block, such as <c>source.auth</c>; also one that is not written, whose place is then the part around it.</summary>
internal sealed class Section
{
    private readonly BlockReading reading;
    private readonly YamlMapping? keys;
    private readonly bool isBroken;

    /// <summary>The part with its place, its keys (null where nothing is written), and whether something else stands there, which was said already.</summary>
    public Section(BlockReading reading, string path, Location at, YamlMapping? keys, bool isBroken = false)
    {
        (this.reading, Path, At, this.keys, this.isBroken) = (reading, path, at, keys, isBroken);
        foreach (var entry in keys?.Entries ?? [])
        {
            if (entry is { Name: { } name, IsMerge: false } && !KnownKeys.Has(path, name))
            {
                reading.Note(reading.Source.Of(entry), () => UnknownKeys.Note(path, entry));
            }
        }
    }

    /// <summary>The path in the block; empty for the block itself.</summary>
    public string Path { get; }

    /// <summary>Where it stands.</summary>
    public Location At { get; }

    /// <summary>Whether a key is written here and not left blank.</summary>
    public bool Has(string name) =>
        keys?.Find(name)?.Value is { } value && !(value is YamlScalar scalar && (scalar.Type is ScalarType.Null || string.IsNullOrWhiteSpace(scalar.Text)));

    /// <summary>A part of this part.</summary>
    public Section Child(string name, bool isRequired = false)
    {
        var path = KnownKeys.Join(Path, name);
        if (Find(name, isRequired) is not { } entry)
        {
            return new Section(reading, path, At, null, isBroken);
        }

        var at = reading.Source.Of(entry);
        reading.Marks[path] = at;
        switch (entry.Value)
        {
            case YamlMapping block:
                return new Section(reading, path, at, block);
            case YamlScalar { Type: ScalarType.Null, IsTagged: false }:
                return new Section(reading, path, at, null);
            default:
                // An alias, and text that became a tag, were refused for what they are.
                if (entry.Value is not YamlAlias and not { IsTagged: true })
                {
                    reading.Problem(at, $"{path} is {entry.Value.Kind}, not a block of keys. Write below it, indented: {string.Join(", ", KnownKeys.Of(path))}.");
                }

                return new Section(reading, path, at, null, isBroken: true);
        }
    }

    /// <summary>The value of a key that must be there.</summary>
    public T? Required<T>(string name, Shape<T> shape)
    {
        var path = KnownKeys.Join(Path, name);
        if (Find(name, isRequired: true) is { } entry)
        {
            return new KeyValue<T>(reading, path, entry, shape with { MayBeBlank = false }, isRequired: true).Read(default!);
        }

        if (!isBroken)
        {
            reading.Problem(At, $"{path} is missing. {shape.Write}.");
        }

        return default;
    }

    /// <summary>The value of a key, and another where it is not written.</summary>
    public T Optional<T>(string name, Shape<T> shape, T otherwise) =>
        Find(name, isRequired: false) is { } entry
            ? new KeyValue<T>(reading, KnownKeys.Join(Path, name), entry, shape, isRequired: false).Read(otherwise)
            : otherwise;

    /// <summary>Says that a key has no effect, where it is written.</summary>
    public void NoteWithoutEffect(string name, string because)
    {
        if (Has(name))
        {
            var path = KnownKeys.Join(Path, name);
            reading.Note(reading.Marks[path], () => $"{path} has no effect {because}.");
        }
    }

    private YamlEntry? Find(string name, bool isRequired)
    {
        if (keys?.Find(name) is { } entry || !isRequired)
        {
            return keys?.Find(name);
        }

        // A misspelled key is read as what it was meant to be, so that one run tells all that is wrong.
        var path = KnownKeys.Join(Path, name);
        var meant = keys?.Entries.Find(other => other.Name is { } written && !KnownKeys.Has(Path, written) && KnownKeys.Meant(Path, written) == path);
        if (meant is not null)
        {
            reading.Problem(reading.Source.Of(meant), $"{path} is missing: {UnknownKeys.Shown(Path, meant)} stands here. Write {name}.");
        }

        return meant;
    }
}
