using MskPrecheckAction.Configuration.Yaml;

namespace MskPrecheckAction.Configuration.Reading;

/// <summary>Refuses inside the block what would make its lines lie about what they say: anchors, aliases, merge keys, tags, keys that stand twice.</summary>
internal static class PlainBlock
{
    /// <summary>Adds a problem for each of them, in the whole block.</summary>
    public static void Check(BlockReading reading, YamlEntry block) => Check(reading, "", block);

    private static void Check(BlockReading reading, string path, YamlEntry entry)
    {
        var (label, at) = (path.Length == 0 ? string.Join('.', KnownKeys.BlockPath) : path, reading.Source.Of(entry));
        if (entry.Key.IsAnchored || entry.Value.IsAnchored)
        {
            reading.Problem(at, $"{label} carries an anchor (&), which is not taken in this block. Remove it; text that begins with & needs quotes.");
        }

        if (entry.Key.IsTagged || entry.Value.IsTagged)
        {
            reading.Problem(at, $"{label} carries a tag (!), which is not taken in this block. Remove it; text that begins with ! needs quotes.");
        }

        CheckValue(reading, path, label, at, entry.Value);
    }

    private static void CheckValue(BlockReading reading, string path, string label, Location at, YamlNode value)
    {
        switch (value)
        {
            case YamlAlias:
                reading.Problem(at, $"{label} is an alias (*), which is not taken in this block. Write the value itself; text that begins with * needs quotes.");
                break;
            case YamlSequence list:
                foreach (var item in list.Items)
                {
                    Check(reading, path, new YamlEntry(new YamlScalar(item.Start, item.Start, "", IsPlain: true), item));
                }

                break;
            case YamlMapping keys:
                CheckKeys(reading, path, label, keys);
                break;
        }
    }

    private static void CheckKeys(BlockReading reading, string path, string label, YamlMapping keys)
    {
        var first = new Dictionary<string, YamlEntry>();
        foreach (var entry in keys.Entries)
        {
            var at = reading.Source.Of(entry);
            if (entry.IsMerge)
            {
                reading.Problem(at, $"{label} has a merge key (<<), which is not taken in this block. Write the keys themselves.");
                continue;
            }

            if (entry.Name is not { } name)
            {
                reading.Problem(at, $"{label} has a key that is {entry.Key.Kind}. Write a name.");
                continue;
            }

            // Below a key that is not known the path stays with the last one that is: what is written there may be anything, a secret too.
            var known = KnownKeys.Has(path, name);
            if (!first.TryAdd(name, entry))
            {
                var which = known ? KnownKeys.Join(path, name) : $"A key of {label}";
                reading.Problem(at, $"{which} stands twice (first in line {reading.Source.Of(first[name]).Line}). Keep one of them.");
            }

            Check(reading, known ? KnownKeys.Join(path, name) : path.Length == 0 ? "" : path, entry);
        }
    }
}
