using MskPrecheckAction.Collection.Aws;
using MskPrecheckAction.Collection.Kafka;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection;

/// <summary>Reads one side: the MSK API and the brokers, each as soon as it can be asked.</summary>
/// <param name="plan">The side.</param>
/// <param name="msk">Asks the MSK API.</param>
/// <param name="wayIn">Finds addresses and credentials.</param>
/// <param name="kafka">Asks the brokers.</param>
/// <param name="log">Told what is going on.</param>
internal sealed class ClusterCollector(ClusterPlan plan, MskProbe msk, WayIn wayIn, IKafkaCollector kafka, ICollectionLog log)
{
    // What is left of the two seconds in which a stopped collection must end, once the brokers' facts are there.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(1.7);

    private readonly string brokers = $"the brokers of the {plan.Side.Word()} cluster";

    /// <summary>Asks everything of this side.</summary>
    public async Task<ClusterFacts> CollectAsync(CancellationToken stop)
    {
        var cluster = msk.ClusterAsync();
        var nodes = msk.NodesAsync();
        var facts = await BrokersAsync(cluster, stop).ConfigureAwait(false);
        return new ClusterFacts(new MskFacts(await cluster.ConfigureAwait(false), await nodes.ConfigureAwait(false)), facts);
    }

    private async Task<KafkaFacts> BrokersAsync(Task<Fact<MskCluster>> cluster, CancellationToken stop)
    {
        try
        {
            if (!(await wayIn.OpenAsync(cluster).ConfigureAwait(false)).TryGet(out var access, out var gap)) return Shut(gap);
            if (stop.IsCancellationRequested) return Shut(Stopped);
            var asked = Task.Run(() => kafka.CollectAsync(access, log, stop), CancellationToken.None);
            if (!await EndedAsync(asked, stop).ConfigureAwait(false)) return Shut(Stopped);
            return await ExplainAsync(await asked.ConfigureAwait(false), cluster).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // The seams promise gaps and no exceptions: this is for the defect that breaks the promise, and must not cost the other facts.
            log.Debug($"{brokers}: {e.GetType().Name}");
            return Shut(new Gap(brokers, GapCause.Defect, $"an unexpected {e.GetType().Name}; this is a defect of msk-precheck, please report it"));
        }
    }

    private Gap Stopped => new(brokers, GapCause.Cancelled, AwsFailure.Stopped.Reason);

    // Whatever keeps us out is a finding, but for the end of the run and our own defects: those are not the cluster's.
    private KafkaFacts Shut(Gap gap)
    {
        if (gap.Cause is GapCause.Cancelled or GapCause.Defect) return KafkaFacts.NoWayIn(Fact<Reachability>.Missing(gap), gap);
        var code = plan.Side is Side.Source ? "B09" : "B10";
        // A mode that the cluster does not have is a sentence of its own; any other needs the step that failed.
        var error = gap.Cause is GapCause.Unsupported ? gap.Reason : $"{gap.Asked}: {gap.Reason}";
        return KafkaFacts.NoWayIn(
            Fact.Known(new Reachability(error)),
            new Gap(brokers, GapCause.Dependency, $"depends on {code}", gap.Permission));
    }

    // Connecting has failed: where the MSK API proves that this mode cannot work, that is the cause, and the connection's own complaint its symptom.
    private async Task<KafkaFacts> ExplainAsync(KafkaFacts facts, Task<Fact<MskCluster>> cluster)
    {
        if (!facts.WayIn.TryGet(out var reached, out _) || reached.Error is null) return facts;
        var description = await cluster.ConfigureAwait(false);
        var cause = description.TryGet(out var known, out _) ? EnabledModes.NotEnabled(known, plan.Auth.Mode, silenceCounts: false) : null;
        return facts with { WayIn = Fact.Known(reached with { Error = cause ?? reached.Error + ClusterState.Remark(description) }) };
    }

    private static async Task<bool> EndedAsync(Task asked, CancellationToken stop)
    {
        var stopped = new TaskCompletionSource();
        await using var registration = stop.Register(() => _ = Task.Delay(Grace, CancellationToken.None).ContinueWith(_ => stopped.TrySetResult(), TaskScheduler.Default));
        return await Task.WhenAny(asked, stopped.Task).ConfigureAwait(false) == asked;
    }
}
