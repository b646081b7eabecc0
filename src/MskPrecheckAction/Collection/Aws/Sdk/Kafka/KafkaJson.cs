using System.Text.Json;
using System.Text.Json.Serialization;
using Amazon.Kafka.Model;
using Amazon.Runtime;

namespace Amazon.Kafka;

/// <summary>The shapes of MSK's answers, generated at build time: reflection over them would cost a tenth of a second at every start.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    Converters = [typeof(ConstantConverter<ClusterType>), typeof(ConstantConverter<ClusterState>), typeof(ConstantConverter<StorageMode>), typeof(ConstantConverter<ClientBroker>)])]
[JsonSerializable(typeof(DescribeClusterV2Response))]
[JsonSerializable(typeof(ListNodesResponse))]
[JsonSerializable(typeof(GetBootstrapBrokersResponse))]
internal sealed partial class KafkaJson : JsonSerializerContext;

/// <summary>Reads one of the SDK's open enumerations, names of later days included.</summary>
internal sealed class ConstantConverter<T> : JsonConverter<T> where T : ConstantClass
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var value = reader.GetString();
        return value is null ? null : (T)Activator.CreateInstance(typeof(T), value)!;
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
