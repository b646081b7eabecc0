using System.Diagnostics;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Whether one broker answers a question that it only answers after authentication, or which step failed (B09, B10).</summary>
internal sealed class WayInProbe(KafkaAccess access, ClientLog lines, Questions questions)
{
    // A wrong password stays wrong, but another broker may know what this one does not know yet.
    private static readonly TimeSpan DefiniteFor = TimeSpan.FromSeconds(2);
    // A broker that restarts is gone for some seconds.
    private static readonly TimeSpan AllGoneFor = TimeSpan.FromSeconds(6);
    // A little longer than librdkafka waits for a connection, so that its own line comes first.
    private static readonly TimeSpan NoAnswerFor = ClientSettings.ConnectLimit + TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly string[] addresses = access.BootstrapServers.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Connects.</summary>
    /// <returns>What the cluster says of itself, or why nobody got in.</returns>
    public async Task<(DescribeClusterResult? Cluster, Fact<Reachability> WayIn)> ConnectAsync(KafkaConnection connection)
    {
        var clock = Stopwatch.StartNew();
        TimeSpan? definiteAt = null;
        var answer = Ask(connection);
        while (true)
        {
            await Task.WhenAny(answer, Task.Delay(Look, questions.Stop)).ConfigureAwait(false);
            if (answer.IsCompletedSuccessfully) return (answer.Result, Fact.Known(new Reachability(null)));
            if (questions.Stop.IsCancellationRequested) return (null, Fact<Reachability>.Missing(KafkaGap.Cancelled(questions.Of("connection to the brokers"))));
            if (lines.Failures.Any(one => one.IsDefinite)) definiteAt ??= clock.Elapsed;
            if (GivesUp(clock.Elapsed, definiteAt)) return (null, Fact.Known(new Reachability(await WhyAsync().ConfigureAwait(false))));
            if (answer.IsFaulted)
            {
                lines.Line("DescribeCluster: " + OneLine.Of(answer.Exception.InnerException ?? answer.Exception));
                await questions.PauseAsync(0).ConfigureAwait(false);
                answer = Ask(connection);
            }
        }
    }

    private static Task<DescribeClusterResult> Ask(KafkaConnection connection) => connection.Admin.DescribeClusterAsync(
        new DescribeClusterOptions { RequestTimeout = NoAnswerFor, IncludeAuthorizedOperations = true });

    private bool GivesUp(TimeSpan elapsed, TimeSpan? definiteAt) =>
        elapsed > NoAnswerFor
        || elapsed > definiteAt + DefiniteFor
        || (elapsed > AllGoneFor && addresses.All(one => lines.FailureOf(one) is { Step: not FailedStep.NoAnswer }));

    private async Task<string> WhyAsync()
    {
        var worst = lines.Failures.GroupBy(one => one.Step).MaxBy(group => group.Key)?.OrderBy(one => one.Address, StringComparer.Ordinal).ToList();
        if (worst is null)
        {
            return $"no answer from {string.Join(", ", addresses)} within {NoAnswerFor.TotalSeconds:0} s; {ConnectionFailure.PrivateHint}";
        }

        var words = worst[0].IsUnverified ? await CertificateDiagnosis.WordsAsync(worst[0].Address, access.Auth.CaPath, questions.Stop).ConfigureAwait(false) : null;
        return (words ?? worst[0].Words) + (worst.Count > 1 ? $" (the same at {string.Join(", ", worst.Skip(1).Select(one => one.Address))})" : "");
    }
}
