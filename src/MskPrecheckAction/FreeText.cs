using System.Text.Json;
using System.Text.Json.Nodes;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Facts.Json;
using MskPrecheckAction.Output;

namespace MskPrecheckAction;

/// <summary>Takes secrets out of a snapshot before anything else sees it. They can only be where a library's own words are quoted.</summary>
internal static class FreeText
{
    private static readonly string[] Members = ["asked", "reason", "error", "remark"];

    /// <summary>The same snapshot; where a secret is in its words, the same with stars in its place.</summary>
    public static Snapshot Clean(Snapshot snapshot, SecretScrubber scrubber)
    {
        if (scrubber.IsEmpty) return snapshot;
        using var stream = new MemoryStream();
        SnapshotJson.Write(snapshot, stream);
        var text = System.Text.Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
        if (ReferenceEquals(scrubber.CleanFreeText(text), text))
        {
            return snapshot;
        }

        var root = JsonNode.Parse(text)!;
        Visit(root, scrubber);
        using var cleaned = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(root));
        return SnapshotJson.TryRead(cleaned, "snapshot.json", out var read, out var problem)
            ? read
            : throw new InvalidOperationException($"The snapshot could not be read back: {problem.Message}");
    }

    private static void Visit(JsonNode? node, SecretScrubber scrubber)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list) Visit(item, scrubber);
        }
        else if (node is JsonObject members)
        {
            foreach (var (name, value) in members.ToList())
            {
                if (Members.Contains(name) && value is JsonValue word && word.TryGetValue<string>(out var text))
                    members[name] = scrubber.CleanFreeText(text);
                else
                    Visit(value, scrubber);
            }
        }
    }
}
