using System.Diagnostics;
using Confluent.Kafka;
using Confluent.Kafka.Admin;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>What is known once somebody has answered, and what is still being asked.</summary>
/// <param name="Brokers">The live brokers, by id.</param>
/// <param name="Description">What the cluster says of itself and of the caller's rights: the controller's answer, which may take longer or never come.</param>
/// <param name="List">The metadata of all topics.</param>
internal sealed record Arrival(IReadOnlyList<BrokerAddress> Brokers, Task<Fact<DescribeClusterResult>> Description, Task<Fact<ClusterList>> List);

/// <summary>Whether one broker answers a question that it only answers after authentication, or which step failed (B09, B10).</summary>
internal sealed class WayInProbe(KafkaAccess access, KafkaConnection connection, ClientLog lines, Questions questions)
{
    // A wrong password stays wrong, but another broker may know what this one does not know yet.
    private static readonly TimeSpan DefiniteFor = TimeSpan.FromSeconds(2);
    // A broker that restarts is gone for some seconds.
    private static readonly TimeSpan AllGoneFor = TimeSpan.FromSeconds(6);
    // MSK gives three addresses; whoever lists many wants no page of them.
    private const int MostNamed = 10;
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private readonly string[] addresses = access.BootstrapAddresses;

    /// <summary>Connects.</summary>
    /// <param name="topics">Asks for the metadata: the controller may be gone while others answer, so both are asked and the first answer counts.</param>
    public async Task<(Arrival? Arrival, Fact<Reachability> WayIn)> ConnectAsync(TopicProbe topics)
    {
        var clock = Stopwatch.StartNew();
        TimeSpan? definiteAt = null;
        var description = questions.AskAsync(questions.Of("description"), questions.Rights.DescribeCluster, DescribeAsync, refresh: connection.RefreshAsync);
        var list = topics.ListAsync();
        while (true)
        {
            await Task.WhenAny(description, list, Task.Delay(Look, questions.Stop)).ConfigureAwait(false);
            if (Brokers(description, list) is { } brokers) return (new Arrival(brokers, description, list), Fact.Known(new Reachability(null)));
            if (questions.Stop.IsCancellationRequested) return (null, Cut());
            if (lines.Failures.Any(one => one.IsDefinite)) definiteAt ??= clock.Elapsed;
            if (GivesUp(clock.Elapsed, definiteAt)) return (null, Fact.Known(new Reachability(await WhyAsync().ConfigureAwait(false))));
            // One of the two has failed and the other is still being asked: no hurry.
            if (description.IsCompleted || list.IsCompleted) await Task.Delay(Look, questions.Stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (list.IsCompleted) list = topics.ListAsync();
        }
    }

    private static IReadOnlyList<BrokerAddress>? Brokers(Task<Fact<DescribeClusterResult>> description, Task<Fact<ClusterList>> list)
    {
        if (description.IsCompleted && description.Result.TryGet(out var cluster, out _))
        {
            return [.. cluster.Nodes.Select(node => new BrokerAddress(node.Id, node.Host, node.Port)).OrderBy(node => node.Id)];
        }

        return list.IsCompleted && list.Result.TryGet(out var found, out _) ? found.Brokers : null;
    }

    private Task<DescribeClusterResult> DescribeAsync() => connection.Admin.DescribeClusterAsync(
        new DescribeClusterOptions { RequestTimeout = ClientSettings.ControllerLimit, IncludeAuthorizedOperations = true });

    private Fact<Reachability> Cut() => Fact<Reachability>.Missing(KafkaGap.Cancelled(access.Connection));

    private bool GivesUp(TimeSpan elapsed, TimeSpan? definiteAt) =>
        elapsed > access.Patience.NoAnswer
        || elapsed > definiteAt + DefiniteFor
        || (elapsed > AllGoneFor && addresses.All(one => lines.FailureOf(one) is { Step: not FailedStep.NoAnswer }));

    private static string Others(IReadOnlyList<string> addresses) => addresses.Count switch
    {
        0 => "",
        > MostNamed => $" (the same at {string.Join(", ", addresses.Take(MostNamed))} and more)",
        _ => $" (the same at {string.Join(", ", addresses)})",
    };

    private async Task<string> WhyAsync()
    {
        // Nobody knows these but from a broker's answer.
        var advertised = lines.Failures.ExceptBy(addresses, one => one.Address, StringComparer.OrdinalIgnoreCase).ToList();
        if (advertised.Count > 0) return Advertised.Words(access, await DiagnosisAsync(advertised[0]).ConfigureAwait(false) ?? ConnectionFailure.Together(advertised));
        var worst = lines.Failures.GroupBy(one => one.Step).MaxBy(group => group.Key)?.OrderBy(one => one.Address, StringComparer.Ordinal).ToList();
        if (worst is null)
        {
            return $"no answer from {string.Join(", ", addresses)} within {access.Patience.NoAnswer.TotalSeconds:0} s; {ConnectionFailure.PrivateHint}";
        }

        return (await DiagnosisAsync(worst[0]).ConfigureAwait(false) ?? worst[0].Words) + Others([.. worst.Skip(1).Select(one => one.Address)]);
    }

    private async Task<string?> DiagnosisAsync(ConnectionFailure failure) => failure.IsUnverified
        ? await CertificateDiagnosis.WordsAsync(failure.Address, access.Auth.CaPath, questions.Stop).ConfigureAwait(false)
        : failure.Step switch
        {
            FailedStep.Certificate => ClientCertificate.Words(access.Auth),
            FailedStep.Login when access.BlankAtAnEdge is { } blank => $"{failure.Words}; {blank}",
            _ => null,
        };
}
