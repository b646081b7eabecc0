namespace MskPrecheckAction.Configuration;

/// <summary>One of the two clusters of a migration.</summary>
public enum Side
{
    /// <summary>The ZooKeeper-mode cluster that data comes from.</summary>
    Source,

    /// <summary>The KRaft-mode cluster that data goes to.</summary>
    Target,
}

/// <summary>How a side is written in configuration paths and messages.</summary>
public static class SideExtensions
{
    /// <summary><c>source</c> or <c>target</c>.</summary>
    public static string Word(this Side side) => side is Side.Source ? "source" : "target";

    /// <summary>The configuration path of the side's ARN, where findings about the cluster are shown.</summary>
    public static string ArnPath(this Side side) => side.Word() + ".cluster_arn";
}
