using Amazon.Runtime;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Asks AWS, each question within its time limit and none beyond the end of the run; whatever goes wrong becomes a gap.</summary>
/// <param name="log">Told what is asked and what the SDK says.</param>
/// <param name="limit">How long one question may take, retries and pages included.</param>
/// <param name="stop">Cancelled at the run's limit or from outside.</param>
internal sealed class AwsCalls(ICollectionLog log, TimeSpan limit, CancellationToken stop)
{
    /// <summary>Puts one question.</summary>
    /// <param name="question">What is asked, for the words of a failure.</param>
    /// <param name="call">Asks, by the SDK's clients; may throw whatever they throw.</param>
    public async Task<Fact<T>> AskAsync<T>(AwsQuestion question, Func<CancellationToken, Task<Fact<T>>> call)
        where T : notnull
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        try
        {
            stop.ThrowIfCancellationRequested();
            log.Progress(question.Side, question.Step);
            limited.CancelAfter(limit);
            // On a thread of its own and with a wait of our own: the SDK reads files and resolves credentials before its first await, and parts of its
            // chain know no token.
            return await Task.Run(() => call(limited.Token), limited.Token).WaitAsync(limited.Token).ConfigureAwait(false);
        }
        catch (Exception e)
        {
            // A refusal that came is known, however late; any other failure after the end may be the end's own doing.
            var failure = stop.IsCancellationRequested && e is not AmazonServiceException ? AwsFailure.Stopped : AwsFailure.Of(e, question, limit);
            log.Debug($"{question.Asked}: {AwsFailure.Technically(e, failure)}");
            return Fact<T>.Missing(question.Gap(failure));
        }
    }

    /// <summary>Puts one question with credentials that may themselves be missing: then nobody is asked.</summary>
    public async Task<Fact<T>> AskAsync<T>(Task<Fact<AWSCredentials>> identity, AwsQuestion question, Func<AWSCredentials, CancellationToken, Task<Fact<T>>> call)
        where T : notnull
    {
        ArgumentNullException.ThrowIfNull(identity);
        return (await identity.ConfigureAwait(false)).TryGet(out var credentials, out var gap)
            ? await AskAsync(question, token => call(credentials, token)).ConfigureAwait(false)
            : Fact<T>.Missing(gap with { Asked = question.Asked });
    }
}
