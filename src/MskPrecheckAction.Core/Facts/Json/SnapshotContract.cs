using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace MskPrecheckAction.Facts.Json;

/// <summary>The generated contract with one rule more: whatever may not be null has to be there.</summary>
internal static class SnapshotContract
{
    /// <summary>For reading, writing and the schema alike.</summary>
    public static JsonSerializerOptions Options { get; } = MakeOptions();

    private static JsonSerializerOptions MakeOptions()
    {
        var options = new JsonSerializerOptions(SnapshotContext.Default.Options)
        {
            TypeInfoResolver = SnapshotContext.Default.WithAddedModifier(RequireWhatCannotBeNull),
        };
        options.MakeReadOnly();
        return options;
    }

    // Generated code gives an init-only property that the file lacks the type's default and not the one written in the
    // record (dotnet/runtime#58770): an absent list would be null. So absent is an error.
    private static void RequireWhatCannotBeNull(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            property.IsRequired |= !property.IsSetNullable && Nullable.GetUnderlyingType(property.PropertyType) is null;
        }
    }
}
