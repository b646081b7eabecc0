using System.Diagnostics;
using Confluent.Kafka;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Puts questions to a cluster: bounded in time, asked again where the error is a passing one, and every failure a gap.</summary>
/// <param name="access">Whom to ask.</param>
/// <param name="lines">What librdkafka said of connections.</param>
/// <param name="log">Told what is going on.</param>
/// <param name="stop">The end of the run.</param>
internal sealed class Questions(KafkaAccess access, ClientLog lines, ICollectionLog log, CancellationToken stop)
{
    private const int Named = 6;
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromMilliseconds(250), TimeSpan.FromMilliseconds(750), TimeSpan.FromSeconds(2)];

    // A dead controller is replaced within ZooKeeper's session timeout, 18 s by default.
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(20);

    private volatile string? everybody;

    /// <summary>The rights by the cluster's own names.</summary>
    public Rights Rights { get; } = new(access.Auth.Mode);

    /// <summary>The end of the run.</summary>
    public CancellationToken Stop => stop;

    /// <summary>Such as <c>groups of the source cluster</c>.</summary>
    public string Of(string what) => $"{what} of the {access.Side.Word()} cluster";

    /// <summary>Tells what is being asked.</summary>
    public void Progress(string what, int? done = null, int? total = null) => log.Progress(access.Side, what, done, total);

    /// <summary>Asks; the call itself must keep <see cref="ClientSettings.CallLimit"/>, which is enforced here once more.</summary>
    /// <param name="asked">What is asked and of whom.</param>
    /// <param name="permission">The right that it needs.</param>
    /// <param name="call">The call.</param>
    /// <param name="address">The broker that is asked, where it is one.</param>
    /// <param name="refresh">Where the controller is asked: fetches who it is now before another attempt, for librdkafka waits for one that is gone.</param>
    public async Task<Fact<T>> AskAsync<T>(string asked, string? permission, Func<Task<T>> call, string? address = null, Func<Task>? refresh = null)
        where T : notnull
    {
        var began = Stopwatch.GetTimestamp();
        for (var attempt = 0; ; attempt++)
        {
            if (stop.IsCancellationRequested) return Fact<T>.Missing(KafkaGap.Cancelled(asked));
            try
            {
                return Fact.Known(await call().WaitAsync(ClientSettings.CallLimit + TimeSpan.FromSeconds(1), stop).ConfigureAwait(false));
            }
            catch (KafkaException failure) when (attempt < Pauses.Length && KafkaGap.IsPassing(failure.Error.Code))
            {
                log.Debug($"{asked}: {failure.Error.Code}, asked again");
            }
            catch (KafkaException failure) when (refresh is not null && failure.Error.Code is ErrorCode.Local_TimedOut && Stopwatch.GetElapsedTime(began) < Again)
            {
                log.Debug($"{asked}: no answer from the controller, asked again");
            }
            catch (Exception failure)
            {
                return Fact<T>.Missing(GapOf(asked, permission, failure, began, address));
            }

            if (!await PauseAsync(attempt).ConfigureAwait(false)) return Fact<T>.Missing(KafkaGap.Cancelled(asked));
            if (refresh is not null) await refresh().WaitAsync(stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>The gap for whatever was thrown.</summary>
    /// <param name="asked">What was asked and of whom.</param>
    /// <param name="permission">The right that it needs.</param>
    /// <param name="failure">What was thrown.</param>
    /// <param name="began">When it was asked (<see cref="Stopwatch.GetTimestamp"/>): connections that have failed since are the cause of silence.</param>
    /// <param name="address">The broker that was asked, where it is one.</param>
    public Gap GapOf(string asked, string? permission, Exception failure, long began, string? address = null)
    {
        if (stop.IsCancellationRequested) return KafkaGap.Cancelled(asked);
        var why = address is null ? SaidSince(began) : lines.FailureOf(address)?.BareWords ?? $"no answer from {address} in time";
        switch (failure)
        {
            case KafkaException known:
                return KafkaGap.Of(asked, known.Error, permission, why);
            case TimeoutException:
                return KafkaGap.Of(asked, new Error(ErrorCode.Local_TimedOut), permission, why);
            default:
                log.Debug($"{asked}: {failure.GetType().Name}: {OneLine.Of(failure)}");
                return new Gap(asked, GapCause.Defect, $"the program failed while asking ({failure.GetType().Name})");
        }
    }

    /// <summary>Tells who answers questions that are not for one broker: named where silence has no other cause.</summary>
    public void Knows(IReadOnlyList<BrokerAddress> brokers)
    {
        var names = brokers.Select(one => one.Address).ToList();
        everybody = names.Count == 0 ? null : $"no answer in time from {(names.Count > 1 ? "one of " : "")}{string.Join(", ", names.Take(Named))}{(names.Count > Named ? $" and {names.Count - Named} more" : "")}";
    }

    /// <summary>Why there was no answer to a question that was asked at a moment (<see cref="Stopwatch.GetTimestamp"/>), in plain words.</summary>
    public string? SaidSince(long moment) => LinesSince(moment) ?? everybody;

    /// <summary>The same, where it is not the brokers' silence that may be the cause.</summary>
    public string? LinesSince(long moment) => lines.Since(moment);

    /// <summary>Waits before another attempt.</summary>
    /// <returns>False where the run ended meanwhile.</returns>
    public async Task<bool> PauseAsync(int attempt)
    {
        await Task.Delay(Pauses[Math.Min(attempt, Pauses.Length - 1)], stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !stop.IsCancellationRequested;
    }
}
