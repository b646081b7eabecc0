namespace MskPrecheckAction.Configuration.Reading;

/// <summary>Every key of the block, by its path from there.</summary>
internal static class KnownKeys
{
    /// <summary>Where the block stands in the file.</summary>
    public static readonly string[] BlockPath = ["enterprise", "msk_kraft_migration"];

    private static readonly string[] OfCluster =
    [
        "cluster_arn", "auth", "auth.mode", "auth.username", "auth.password", "auth.secret_arn",
        "auth.certificate_path", "auth.key_path", "auth.ca_path", "auth.role_arn", "bootstrap_servers",
    ];

    /// <summary>The paths, sections included, in the order in which messages list them.</summary>
    public static readonly string[] All =
    [
        "enabled",
        "source", .. OfCluster.Select(key => "source." + key),
        "target", .. OfCluster.Select(key => "target." + key),
        "backup", "backup.s3_bucket", "backup.s3_prefix", "backup.kms_key_arn",
        "evidence", "evidence.s3_bucket", "evidence.s3_prefix", "evidence.retention", "evidence.signing_key_path",
        "cutover", "cutover.drain_timeout", "cutover.drain_max_partition_lag", "cutover.drain_stable_window",
        "cutover.max_producer_freeze", "cutover.producer_freeze_webhook", "cutover.reverse_replication_enabled",
        "validation", "validation.count_tolerance", "validation.spot_check_records_per_partition",
        "seed", "seed.max_concurrent_partitions", "seed.segment_max_bytes",
        "topology", "topology.on_config_drift",
        "acl", "acl.on_drift",
    ];

    // By the section they stand in: a hostile file may ask many thousand times.
    private static readonly Dictionary<string, string[]> BySection =
        All.GroupBy(ParentOf).ToDictionary(section => section.Key, section => section.Select(NameOf).ToArray());

    /// <summary>The names of the keys right below a section; none for what is no section.</summary>
    public static IReadOnlyList<string> Of(string section) => BySection.GetValueOrDefault(section, []);

    /// <summary>Whether a section has that key.</summary>
    public static bool Has(string section, string name) => Of(section).Contains(name);

    /// <summary>The path of the known key that somebody may have meant: one spelled alike here, or that very name elsewhere, on the same side first.</summary>
    public static string? Meant(string section, string written) =>
        NearestName.Of(written, Of(section)) is { } near
            ? Join(section, near)
            : All.Where(path => NameOf(path) == written && path != Join(section, written))
                .OrderByDescending(path => path.TakeWhile((letter, at) => at < section.Length && section[at] == letter).Count())
                .FirstOrDefault();

    /// <summary>The path of a key in a section; the empty path is the block itself.</summary>
    public static string Join(string section, string name) => section.Length == 0 ? name : $"{section}.{name}";

    private static string ParentOf(string path) => path[..Math.Max(0, path.LastIndexOf('.'))];

    private static string NameOf(string path) => path[(path.LastIndexOf('.') + 1)..];
}
