using System.Text.Json;

namespace MskPrecheckAction.Facts.Json;

/// <summary>What the brokers of one cluster said, as it stands in a snapshot.</summary>
public static class KafkaFactsJson
{
    /// <summary>Writes the facts as UTF-8.</summary>
    public static byte[] Write(KafkaFacts facts)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            SnapshotShapes.Kafka().Write(writer, facts);
        }

        return stream.ToArray();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonException">It is something else.</exception>
    public static KafkaFacts Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        reader.Read();
        return SnapshotShapes.Kafka().Read(ref reader);
    }
}
