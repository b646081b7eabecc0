using System.Text;
using System.Text.Json;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Facts.Json;

/// <summary>Looks at the version before anything else: what a newer program wrote need not make sense to this one.</summary>
internal static class SnapshotVersion
{
    /// <summary>Why the version forbids reading on, or null.</summary>
    public static ConfigProblem? Problem(ReadOnlySpan<byte> json, string path)
    {
        var reader = new Utf8JsonReader(json);
        if (!reader.Read() || reader.TokenType is not JsonTokenType.StartObject)
        {
            return SnapshotProblem.At("This is no snapshot: expected an object.", json, 0, path);
        }

        (int Number, long At)? version = null;
        string? tool = null;
        while ((version is null || (version.Value.Number > Snapshot.CurrentSchemaVersion && tool is null))
            && reader.Read() && reader.TokenType is JsonTokenType.PropertyName)
        {
            if (JsonNames.Is(ref reader, "schemaVersion"u8))
            {
                reader.Read();
                if (reader.TokenType is not JsonTokenType.Number || !reader.TryGetInt32(out var number) || number < 1)
                {
                    return SnapshotProblem.At("schemaVersion has to be a whole number from 1.", json, reader.TokenStartIndex, path);
                }

                version = (number, reader.TokenStartIndex);
            }
            else if (JsonNames.Is(ref reader, "toolVersion"u8))
            {
                reader.Read();
                tool = reader.TokenType is JsonTokenType.String && !reader.ValueIsEscaped && reader.ValueSpan.Length <= 64 ? Encoding.UTF8.GetString(reader.ValueSpan) : "";
            }
            else
            {
                reader.Skip();
            }
        }

        return version is not { } known ? SnapshotProblem.At("This is no snapshot: schemaVersion is missing.", json, 0, path)
            : known.Number <= Snapshot.CurrentSchemaVersion ? null
            : SnapshotProblem.At(
                $"The snapshot has schema version {known.Number}{(string.IsNullOrEmpty(tool) ? "" : $", written by msk-precheck {tool}")}; this program reads up to version "
                + $"{Snapshot.CurrentSchemaVersion}. Use that version of the program, or collect again with this one.",
                json,
                known.At,
                path);
    }
}
