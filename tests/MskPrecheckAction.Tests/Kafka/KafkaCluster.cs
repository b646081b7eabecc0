using System.Globalization;
using System.Net;

namespace MskPrecheckAction.Kafka;

/// <summary>A real Kafka cluster on loopback, of its own temporary folder; disposing it ends its processes and removes the folder.</summary>
public sealed class KafkaCluster : IAsyncDisposable
{
    private readonly KafkaHome home;
    private readonly string folder = Directory.CreateTempSubdirectory("kafka-").FullName;
    private readonly int controllerPort = FreePorts.Next();
    private readonly Dictionary<int, Dictionary<KafkaListener, int>> ports = [];
    private readonly Dictionary<int, TcpProxy> proxies = [];
    private readonly Dictionary<int, KafkaServer> brokers = [];
    private readonly IamKeys iamKeys;
    private readonly ClassArchive? archive;
    private KafkaServer? zooKeeper;

    private KafkaCluster(KafkaClusterOptions options, KafkaHome home)
    {
        (Options, this.home) = (options, home);
        archive = home.ArchiveFor(options.Mode);
        iamKeys = new IamKeys(Path.Combine(folder, "iam-credentials.properties"));
        Certificates = new TestCertificates(Path.Combine(folder, "tls"));
    }

    public KafkaClusterOptions Options { get; }

    public string Version => home.Version;

    /// <summary>The authority that all brokers and clients of this cluster trust.</summary>
    public TestCertificates Certificates { get; }

    /// <summary>A client's certificate; its principal is User:CN=client.</summary>
    public TestCertificate ClientCertificate => field ??= Certificates.Issue("client");

    public IReadOnlyCollection<int> BrokerIds => ports.Keys;

    /// <summary>The proxy in front of each broker's Proxied listener.</summary>
    public IReadOnlyDictionary<int, TcpProxy> Proxies => proxies;

    /// <summary>Starts a cluster and waits until every broker says so; skips the test where there is no Kafka of that mode.</summary>
    public static async Task<KafkaCluster> StartAsync(KafkaClusterOptions options)
    {
        var cluster = new KafkaCluster(options, KafkaHome.Require(options.Mode));
        try
        {
            await cluster.StartAsync();
            await cluster.HasControllerAsync();
            return cluster;
        }
        catch
        {
            await cluster.DisposeAsync();
            throw;
        }
    }

    /// <summary>host:port of every broker, or of the one asked for.</summary>
    public string Bootstrap(KafkaListener listener = KafkaListener.Plaintext, int? broker = null) =>
        string.Join(',', ports.Where(p => broker is null || p.Key == broker).Select(p => $"127.0.0.1:{AdvertisedPort(p.Key, listener)}"));

    /// <summary>A way to a broker's Proxied listener that is nobody's advertised address, such as a tunnel: dispose of it.</summary>
    public TcpProxy TunnelTo(int broker, IPAddress? at = null) => new(ports[broker][KafkaListener.Proxied], at);

    public bool Has(KafkaListener listener) => ports[1].ContainsKey(listener);

    /// <summary>Lets the IAM listener take tokens signed with this key; its principal is User: and the access key.</summary>
    public void AllowIamKey(string accessKey, string secret, string? sessionToken = null) => iamKeys.Allow(accessKey, secret, sessionToken);

    /// <summary>What a broker printed since its last start, the authorizer's decisions included.</summary>
    public string LogOf(int broker) => brokers[broker].Log;

    /// <summary>Shuts one broker down in order; the others know at once.</summary>
    public Task StopBrokerAsync(int broker) => brokers[broker].StopAsync();

    /// <summary>Ends one broker without a goodbye.</summary>
    public Task KillBrokerAsync(int broker) => brokers[broker].KillAsync();

    /// <summary>Freezes one broker: its connections stay open and get no answer.</summary>
    public Task PauseBrokerAsync(int broker) => brokers[broker].PauseAsync();

    public Task ResumeBrokerAsync(int broker) => brokers[broker].ResumeAsync();

    /// <summary>Starts a broker that was stopped or killed, on its old ports and data.</summary>
    public async Task StartBrokerAsync(int broker)
    {
        brokers[broker] = await RunAsync($"broker-{broker}", "kafka.Kafka", PropertiesFile(broker));
        await brokers[broker].WaitUntilLoggedAsync(@"KafkaServer id=\d+\] started|Kafka Server started");
    }

    private async Task StartAsync()
    {
        ServerFiles.Write(folder, controllerPort);
        if (Options.Secure) _ = Certificates.Issue("broker");
        var properties = new BrokerProperties(Options, folder, controllerPort);
        foreach (var id in Enumerable.Range(1, Options.Brokers))
        {
            ports[id] = Listeners.ToDictionary(l => l, _ => FreePorts.Next());
            if (Options.Proxied) proxies[id] = new TcpProxy(ports[id][KafkaListener.Proxied]);
            var advertised = Listeners.ToDictionary(l => l, l => AdvertisedPort(id, l));
            await File.WriteAllLinesAsync(PropertiesFile(id), properties.Of(id, ports[id], advertised).Select(p => $"{p.Key}={p.Value}"));
        }

        var clusterId = Convert.ToBase64String(Guid.NewGuid().ToByteArray()).TrimEnd('=').Replace('+', 'a').Replace('/', 'b');
        if (Options.Mode == KafkaMode.KRaft) await Task.WhenAll(ports.Keys.Select(id => FormatAsync(id, clusterId)));
        else await StartZooKeeperAsync();
        await Task.WhenAll(ports.Keys.Select(StartBrokerAsync));
    }

    private IEnumerable<KafkaListener> Listeners => Enum.GetValues<KafkaListener>().Where(l => l switch
    {
        KafkaListener.Plaintext => true,
        KafkaListener.Proxied => Options.Proxied,
        KafkaListener.Iam => Options.Secure && home.IamValidator is not null,
        _ => Options.Secure,
    });

    private int AdvertisedPort(int broker, KafkaListener listener) => listener == KafkaListener.Proxied ? proxies[broker].Port : ports[broker][listener];

    private async Task StartZooKeeperAsync()
    {
        zooKeeper = await RunAsync("zookeeper", "org.apache.zookeeper.server.quorum.QuorumPeerMain", Path.Combine(folder, "zookeeper.properties"));
        await zooKeeper.WaitUntilLoggedAsync("binding to port");
    }

    private async Task FormatAsync(int broker, string clusterId)
    {
        await using var tool = await RunAsync($"format-{broker}", "kafka.tools.StorageTool", "format", "-t", clusterId, "-c", PropertiesFile(broker));
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var exit = await tool.WaitForEndAsync(limit.Token);
        if (exit != 0) throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"format ended with {exit}.\n{tool.Complaints}"));
    }

    private Task<KafkaServer> RunAsync(string name, params string[] classAndArguments) =>
        home.StartAsync(
            folder,
            Path.Combine(folder, name + ".log"),
            [.. ServerFiles.JavaOptions(folder, iamKeys.Path), .. archive?.Options(folder, mayRecord: name == "broker-1") ?? [], .. classAndArguments]);

    private string PropertiesFile(int broker) => Path.Combine(folder, $"broker-{broker}.properties");

    public async ValueTask DisposeAsync()
    {
        if (archive is not null && brokers.GetValueOrDefault(1) is { } recorder) await archive.FinishAsync(recorder);
        await Task.WhenAll(brokers.Values.Select(b => b.DisposeAsync().AsTask()));
        if (zooKeeper is not null) await zooKeeper.DisposeAsync();
        foreach (var proxy in proxies.Values) await proxy.DisposeAsync();
        Certificates.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
