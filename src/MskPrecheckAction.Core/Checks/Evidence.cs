using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>All that a check may look at: what is planned and what was found.</summary>
public sealed class Evidence(MigrationPlan plan, Snapshot snapshot)
{
    /// <summary>What is planned.</summary>
    public MigrationPlan Plan { get; } = plan;

    /// <summary>What was found.</summary>
    public Snapshot Snapshot { get; } = snapshot;

    /// <summary>The source cluster, with what follows from its facts.</summary>
    public ClusterView Source { get; } = new(Side.Source, snapshot.Source);

    /// <summary>The target cluster, with what follows from its facts.</summary>
    public ClusterView Target { get; } = new(Side.Target, snapshot.Target);

    /// <summary>How large messages are on the source, and how large the target takes them.</summary>
    public MessageSizeFloor MessageSizes => field ??= MessageSizeFloor.Of(Source, Target);
}
