using System.Collections.Concurrent;
using System.Diagnostics;
using Amazon.Runtime;
using MskPrecheckAction.Collection.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Kafka;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>One collection: its facts, its lines and how long it took.</summary>
internal sealed record Collected(KafkaFacts Facts, string Lines, TimeSpan Took)
{
    /// <summary>What B09 or B10 would say.</summary>
    public string? Error => Known(Facts.WayIn).Error;

    /// <summary>A value that must be there; the gap is the failure's message.</summary>
    public static T Known<T>(Fact<T> fact)
        where T : notnull
    {
        if (!fact.TryGet(out var value, out var gap)) Assert.Fail(gap.ToString());
        return value!;
    }

    /// <summary>A gap that must be there.</summary>
    public static Gap Missing<T>(Fact<T> fact)
        where T : notnull
    {
        if (fact.TryGet(out var value, out var gap)) Assert.Fail(value!.ToString());
        return gap!;
    }

    /// <summary>One topic's configs.</summary>
    public ResourceConfig ConfigOf(string topic) => Known(Known(Facts.Topics).Items.Single(one => one.Name == topic).Config);

    /// <summary>Collects.</summary>
    public static async Task<Collected> FromAsync(KafkaAccess access, CancellationToken? stop = null)
    {
        var log = new Log();
        var watch = Stopwatch.StartNew();
        var facts = await new KafkaCollector().CollectAsync(access, log, stop ?? TestContext.Current.CancellationToken);
        return new Collected(facts, string.Join('\n', log.Lines), watch.Elapsed);
    }

    /// <summary>Everybody's way in: plaintext.</summary>
    public static KafkaAccess Plaintext(string bootstrap, Side side = Side.Source) => new(side, bootstrap, new AuthPlan(AuthMode.Plaintext));

    /// <summary>A user's way in.</summary>
    public static KafkaAccess Scram(KafkaCluster cluster, string user, string password) =>
        new(Side.Source, cluster.Bootstrap(KafkaListener.Scram), new AuthPlan(AuthMode.ScramSha512) { CaPath = cluster.Certificates.CaPath })
        {
            Username = user,
            Password = new Secret(password),
        };

    /// <summary>The way in of an access key: tokens that it signs.</summary>
    public static KafkaAccess Iam(KafkaCluster cluster, string secret, string key = "AKIATESTADMIN")
    {
        var signer = new IamTokenSigner("eu-central-1", TimeProvider.System);
        return new(Side.Source, cluster.Bootstrap(KafkaListener.Iam), new AuthPlan(AuthMode.Iam) { CaPath = cluster.Certificates.CaPath })
        {
            SignToken = _ => Task.FromResult(signer.Sign(new ImmutableCredentials(key, secret, null), null)),
        };
    }

    private sealed class Log : ICollectionLog
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public void Progress(Side? side, string what, int? done = null, int? total = null) => Lines.Enqueue($"{side} {what} {done}/{total}");

        public void Debug(string line) => Lines.Enqueue(line);

        public void Mask(Secret secret)
        {
        }
    }
}
