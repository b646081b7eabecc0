using Confluent.Kafka.Admin;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>A pair behind proxies, a source of three brokers with something for every check to find: what a fault hides is missed.</summary>
public sealed class BadDayClusters : IAsyncDisposable
{
    private readonly Lazy<Task<KafkaCluster>> source = new(() => Task.Run(StartSourceAsync));
    private readonly Lazy<Task<KafkaCluster>> target = new(() => Task.Run(() => KafkaCluster.StartAsync(new(KafkaMode.KRaft) { Brokers = 2, Proxied = true })));
    private WholeRun? sound;
    private StaticMember? member;
    private TransactionalProducer? producer;

    /// <summary>Both, with the source's contents made and a good day's run.</summary>
    public async Task<(KafkaCluster Source, KafkaCluster Target)> PairAsync()
    {
        var (one, other) = (await source.Value, await target.Value);
        if (member is not null) return (one, other);
        await one.CreateTopicAsync("orders", 3, 3);
        await one.CreateTopicAsync("customers", 3, 3, ("cleanup.policy", "compact"));
        await one.AddAclsAsync(KafkaClients.Binding("User:ANONYMOUS", AclOperation.Read, ResourceType.Topic, "orders"));
        member = await StaticMember.JoinAsync(one, "billing", "billing-1", "orders");
        producer = new TransactionalProducer(one, "payments");
        producer.Begin("orders");
        producer.Commit();
        sound = await RunAsync("a good day", null);
        return (one, other);
    }

    /// <summary>The run of a good day.</summary>
    internal WholeRun Sound => sound!;

    /// <summary>Runs the program through the proxies, or with addresses of a test's own for the source.</summary>
    internal async Task<WholeRun> RunAsync(string name, string? servers, params string[] words)
    {
        var (one, other) = (await source.Value, await target.Value);
        await using var program = new WholeProgram(one, other);
        program.At(Side.Source, servers ?? one.Bootstrap(KafkaListener.Proxied), "mode: plaintext").At(Side.Target, other.Bootstrap(KafkaListener.Proxied), "mode: plaintext");
        var run = await program.RunAsync(null, words);
        one.Sound();
        other.Sound();
        var told = TestContext.Current.TestOutputHelper;
        told?.WriteLine($"{name}: exit {run.Exit} in {run.Took.TotalSeconds:0.0} s, undetermined {string.Join(' ', run.Checks.Values.Where(check => check.Outcome is "undetermined").Select(check => check.Code))}");
        foreach (var gap in run.Checks.Values.SelectMany(check => check.Gaps).Distinct()) told?.WriteLine($"  {gap.Asked}: {gap.Reason}");
        return run;
    }

    /// <summary>Holds a run against the good day's.</summary>
    /// <param name="run">The run.</param>
    /// <param name="hidden">Checks that cannot have been determined.</param>
    /// <param name="mayBeHidden">Those that may not have been.</param>
    internal void Judge(WholeRun run, string hidden, string mayBeHidden)
    {
        JudgeChecks(run, hidden, mayBeHidden);
        // Every gap has a cause that names a broker.
        Assert.All(run.Checks.Values.SelectMany(check => check.Gaps), gap => Assert.Matches(@"127\.0\.0\.1:\d+|it is down|nobody leads it", gap.Reason));
    }

    /// <summary>The same for a day on which the brokers' own words are the cause.</summary>
    internal void JudgeChecks(WholeRun run, string hidden, string mayBeHidden)
    {
        Assert.True(run.Exit is 0, run.Words);
        Assert.All(hidden.Split(' ', StringSplitOptions.RemoveEmptyEntries), code => Assert.True(run.Checks[code].Outcome is "undetermined", run.Words));
        foreach (var check in run.Checks.Values.Where(one => one.Verdict != Sound.Checks[one.Code].Verdict))
        {
            Assert.True($"{hidden} {mayBeHidden}".Split(' ').Contains(check.Code), $"{check}\n{run.Words}");
            Assert.True(check.Outcome is "undetermined" || (check.Code is "W04" && check.Outcome is "failed"), $"{check}\n{run.Words}");
        }

        Assert.False(run.ShowsStackTrace, run.Everything);
    }

    public async ValueTask DisposeAsync()
    {
        producer?.Dispose();
        if (member is not null) await member.DisposeAsync();
        foreach (var cluster in new[] { source, target })
        {
            if (cluster.IsValueCreated && cluster.Value.IsCompletedSuccessfully) await (await cluster.Value).DisposeAsync();
        }
    }

    // Without TLS listeners a ZooKeeper broker starts twice as fast; the authorizer is what ACLs need.
    private static Task<KafkaCluster> StartSourceAsync() => KafkaCluster.StartAsync(new(KafkaMode.ZooKeeper)
    {
        Brokers = 3,
        Proxied = true,
        Properties = new Dictionary<string, string>
        {
            ["authorizer.class.name"] = "kafka.security.authorizer.AclAuthorizer",
            ["super.users"] = "User:ANONYMOUS",
            ["offsets.topic.replication.factor"] = "3",
            // A killed broker is gone for the others after this long, half of Kafka's default; less, and a busy machine loses live ones.
            ["zookeeper.session.timeout.ms"] = "9000",
        },
    });
}
