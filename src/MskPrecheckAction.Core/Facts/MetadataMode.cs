namespace MskPrecheckAction.Facts;

/// <summary>Where a cluster keeps its metadata.</summary>
public enum MetadataMode
{
    /// <summary>In ZooKeeper.</summary>
    ZooKeeper,

    /// <summary>In its own controllers.</summary>
    KRaft,

    /// <summary>The evidence conflicts, as in the middle of an upgrade.</summary>
    Unknown,
}

/// <summary>The spelling of <see cref="MetadataMode"/> in messages.</summary>
public static class MetadataModes
{
    /// <summary>ZOOKEEPER, KRAFT or UNKNOWN.</summary>
    public static string Spelling(this MetadataMode mode) => mode.ToString().ToUpperInvariant();
}
