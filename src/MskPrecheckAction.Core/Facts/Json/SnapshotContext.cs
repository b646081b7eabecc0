using System.Text.Json.Serialization;

namespace MskPrecheckAction.Facts.Json;

/// <summary>The contract of the snapshot's JSON, generated at build time from the types of the facts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters =
    [
        typeof(TextConverter), typeof(WholeNumberConverter), typeof(YesOrNoConverter),
        typeof(UtcSecondConverter), typeof(AuthModeConverter), typeof(ResourceConfigConverter),
        typeof(WordConverter<GapCause>), typeof(WordConverter<Coverage>), typeof(WordConverter<ClusterType>),
        typeof(WordConverter<MskNodeKind>), typeof(WordConverter<ConfigSource>), typeof(WordConverter<TransactionState>),
        typeof(FactConverter<Reachability>), typeof(FactConverter<MskCluster>), typeof(FactConverter<IReadOnlyList<MskNode>>),
        typeof(FactConverter<KafkaCluster>), typeof(FactConverter<ResourceConfig>), typeof(FactConverter<Listing<Topic>>),
        typeof(FactConverter<Listing<ConsumerGroup>>), typeof(FactConverter<GroupDescription>),
        typeof(FactConverter<Listing<TransactionalId>>), typeof(FactConverter<AclFacts>),
        typeof(ListConverter<MskNode>), typeof(ListConverter<Broker>), typeof(ListConverter<Topic>), typeof(ListConverter<ConsumerGroup>),
        typeof(ListConverter<TransactionalId>), typeof(ListConverter<AclBinding>), typeof(ListConverter<Gap>), typeof(ListConverter<string>),
    ])]
[JsonSerializable(typeof(Snapshot))]
[JsonSerializable(typeof(Reachability))]
[JsonSerializable(typeof(MskCluster))]
[JsonSerializable(typeof(IReadOnlyList<MskNode>))]
[JsonSerializable(typeof(KafkaCluster))]
[JsonSerializable(typeof(ResourceConfig))]
[JsonSerializable(typeof(ConfigEntry))]
[JsonSerializable(typeof(Listing<Topic>))]
[JsonSerializable(typeof(Listing<ConsumerGroup>))]
[JsonSerializable(typeof(GroupDescription))]
[JsonSerializable(typeof(Listing<TransactionalId>))]
[JsonSerializable(typeof(AclFacts))]
internal sealed partial class SnapshotContext : JsonSerializerContext;
