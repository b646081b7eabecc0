namespace MskPrecheckAction.Kafka;

/// <summary>The files and options that every server of a cluster starts with.</summary>
internal static class ServerFiles
{
    // 2.8 and 3.x read log4j's first generation, 4.x the second.
    private const string Log4J = """
        log4j.rootLogger=INFO,out
        log4j.appender.out=org.apache.log4j.ConsoleAppender
        log4j.appender.out.layout=org.apache.log4j.PatternLayout
        log4j.appender.out.layout.ConversionPattern=%d %p %c %m%n
        log4j.logger.kafka.authorizer.logger=DEBUG
        """;

    private const string Log4J2 = """
        rootLogger.level=INFO
        rootLogger.appenderRef.out.ref=out
        appender.out.type=Console
        appender.out.name=out
        appender.out.layout.type=PatternLayout
        appender.out.layout.pattern=%d %p %c %m%n
        logger.auth.name=kafka.authorizer.logger
        logger.auth.level=DEBUG
        """;

    public static void Write(string folder, int zooKeeperPort)
    {
        File.WriteAllText(Path.Combine(folder, "log4j.properties"), Log4J);
        File.WriteAllText(Path.Combine(folder, "log4j2.properties"), Log4J2);
        File.WriteAllText(Path.Combine(folder, "zookeeper.properties"), $"""
            dataDir={Path.Combine(folder, "zookeeper")}
            clientPort={zooKeeperPort}
            clientPortAddress=127.0.0.1
            admin.enableServer=false
            tickTime=2000
            maxClientCnxns=0
            """);
    }

    /// <summary>A small heap and the quickest start: a test's server lives for seconds.</summary>
    public static IEnumerable<string> JavaOptions(string folder, string iamKeys) =>
    [
        "-Xms128m", "-Xmx384m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
        $"-Dlog4j.configuration=file:{folder}/log4j.properties", $"-Dlog4j2.configurationFile={folder}/log4j2.properties", $"-Dmsk.iam.credentials={iamKeys}",
    ];
}
