using Xunit;

namespace MskPrecheckAction.Kafka;

/// <summary>Where a cluster of a test gets its servers from: an unpacked Kafka, else a Docker image.</summary>
public abstract class KafkaHome
{
    /// <summary>For instance 3.9.2.</summary>
    public abstract string Version { get; }

    /// <summary>The jar with which brokers check MSK IAM tokens; null where there is none.</summary>
    public virtual string? IamValidator => null;

    public int Major => int.Parse(Version.Split('.')[0]);

    public int Minor => int.Parse(Version.Split('.')[1]);

    /// <summary>The home for clusters of this mode; the test is skipped, with the reason, where there is none.</summary>
    /// <remarks>ZooKeeper clusters are sources and KRaft clusters targets, hence KAFKA_HOME_SOURCE and KAFKA_HOME_TARGET before KAFKA_HOME.</remarks>
    public static KafkaHome Require(KafkaMode mode)
    {
        var home = Found[mode == KafkaMode.ZooKeeper ? 0 : 1].Value;
        if (home is null) Assert.Skip("needs Kafka: neither KAFKA_HOME nor Docker is there");
        if (mode == KafkaMode.ZooKeeper && home.Major >= 4) Assert.Skip($"needs ZooKeeper mode, which Kafka {home.Version} does not have (set KAFKA_HOME_SOURCE)");
        if (mode == KafkaMode.KRaft && (home.Major, home.Minor).CompareTo((3, 3)) < 0) Assert.Skip($"needs KRaft mode, which Kafka {home.Version} does not have (set KAFKA_HOME_TARGET)");
        return home;
    }

    /// <summary>Where servers of this home find their classes loaded before; null where nothing is kept between runs.</summary>
    internal virtual ClassArchive? ArchiveFor(KafkaMode mode) => null;

    /// <summary>Starts a Java class; what it prints is added to <paramref name="logFile"/>. Everything it reads or writes lies in <paramref name="folder"/>.</summary>
    internal abstract Task<KafkaServer> StartAsync(string folder, string logFile, IReadOnlyList<string> javaArguments);

    private static readonly Lazy<KafkaHome?>[] Found = [new(() => Find("KAFKA_HOME_SOURCE")), new(() => Find("KAFKA_HOME_TARGET"))];

    private static KafkaHome? Find(string variable)
    {
        var folder = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } side ? side : Environment.GetEnvironmentVariable("KAFKA_HOME");
        return string.IsNullOrEmpty(folder) ? DockerKafkaHome.Find() : new LocalKafkaHome(folder);
    }

    /// <summary>As <see cref="Require"/>; skips the test, too, where brokers cannot check MSK IAM tokens.</summary>
    public static void RequireIam(KafkaMode mode)
    {
        if (Require(mode).IamValidator is null) Assert.Skip("needs the IAM token validator beside KAFKA_HOME (../iam/*.jar)");
    }
}

/// <summary>Who keeps a cluster's metadata.</summary>
public enum KafkaMode
{
    /// <summary>A ZooKeeper.</summary>
    ZooKeeper,

    /// <summary>Kafka's own controllers.</summary>
    KRaft,
}
