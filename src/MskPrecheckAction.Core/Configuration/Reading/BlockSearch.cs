using MskPrecheckAction.Configuration.Yaml;

namespace MskPrecheckAction.Configuration.Reading;

/// <summary>Finds <c>enterprise.msk_kraft_migration</c> in a file that may hold other tools' keys too.</summary>
internal static class BlockSearch
{
    private const string Wanted = "enterprise.msk_kraft_migration";
    private const string Sample = "templates/migration.yaml shows how it looks";

    /// <summary>The block and the entry it stands in; null when a problem was added that says why there is none.</summary>
    public static (YamlEntry Entry, YamlMapping Block)? Find(BlockReading reading, IReadOnlyList<YamlDocument> documents)
    {
        var source = reading.Source;
        if (documents.Count == 0 || (documents.Count == 1 && documents[0].Root is YamlScalar { Type: ScalarType.Null }))
        {
            reading.Problem(Location.StartOf(source.Path), $"The file is empty. Write the block {Wanted} ({Sample}).");
            return null;
        }

        if (documents.Count > 1)
        {
            var second = documents[1].Start;
            reading.Problem(
                source.Between(second, second + 3),
                $"A second document begins here, and the file may hold one only. Remove this line, or move what follows to a file of its own.");
        }

        // With several documents the rest of the problems is about the one that was meant.
        var root = documents.Select(one => one.Root).FirstOrDefault(one => (one as YamlMapping)?.Find(KnownKeys.BlockPath[0]) is not null)
            ?? documents[0].Root;
        if (root is not YamlMapping at)
        {
            reading.Problem(source.Between(root.Start, root.Start), $"The file holds {root.Kind}, not keys. Write the block {Wanted} ({Sample}).");
            return null;
        }

        return Descend(reading, at);
    }

    private static (YamlEntry Entry, YamlMapping Block)? Descend(BlockReading reading, YamlMapping at)
    {
        var (path, where) = ("", Location.StartOf(reading.Source.Path));
        for (var depth = 0; ; depth++)
        {
            var name = KnownKeys.BlockPath[depth];
            var last = depth == KnownKeys.BlockPath.Length - 1;
            path = KnownKeys.Join(path, name);
            if (Choose(reading, at, name, path, where) is not { } entry)
            {
                return null;
            }

            where = reading.Source.Of(entry);
            if (entry.Value is YamlMapping { Entries.Count: > 0 } next)
            {
                if (last)
                {
                    return (entry, next);
                }

                at = next;
                continue;
            }

            var goesOn = last ? "source, target, backup and evidence" : KnownKeys.BlockPath[depth + 1];
            reading.Problem(where, entry.Value switch
            {
                YamlAlias => $"{path} is an alias, and aliases are not followed here. Write the keys themselves below it: {goesOn}.",
                YamlMapping or YamlScalar { Type: ScalarType.Null } => $"{path} is empty. Write below it, indented: {goesOn} ({Sample}).",
                _ => $"{path} is {entry.Value.Kind}, not a block of keys. Write below it, indented: {goesOn} ({Sample}).",
            });
            return null;
        }
    }

    private static YamlEntry? Choose(BlockReading reading, YamlMapping at, string name, string path, Location where)
    {
        if (at.Find(name) is { } entry)
        {
            foreach (var again in at.Entries.Where(other => other.Name == name && other != entry))
            {
                reading.Problem(reading.Source.Of(again), $"{path} stands twice (first in line {reading.Source.Of(entry).Line}). Keep one of them.");
            }

            return entry;
        }

        var near = at.Entries.Find(other => other.Name is { } written && NearestName.Of(written, [name]) is not null);
        if (near is not null)
        {
            reading.Problem(reading.Source.Of(near), $"{path} is missing: {UnknownKeys.Shown("", near)} stands here. Write {name}.");
            return near;
        }

        // The innermost key may have been written at the top.
        var inner = at.Entries.Find(other => other.Name == KnownKeys.BlockPath[^1]);
        if (inner is not null)
        {
            reading.Problem(reading.Source.Of(inner), $"'{inner.Name}' stands at the top of the file. Indent it below a key '{name}:'.");
        }
        else
        {
            var merged = at.Entries.Exists(other => other.IsMerge) ? " Merge keys (<<) are not followed." : "";
            reading.Problem(where, $"{Wanted} is missing.{merged} Write it ({Sample}).");
        }

        return null;
    }
}
