using System.Text;
using System.Text.Json;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Facts.Json;

namespace MskPrecheckAction.Collection.Kafka.Apart;

/// <summary>Reads a cluster in a process of its own.</summary>
/// <remarks>
/// librdkafka is C: an answer that no broker gives, such as an empty list where ApiVersions has none, ends the process that it lives in by an assertion.
/// That must cost the facts of one cluster, and not the reports.
/// </remarks>
/// <param name="program">This program's own file, or that of the runtime which runs it.</param>
internal sealed class ApartKafkaCollector(string program) : IKafkaCollector
{
    // A little more than a reading takes to stop.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    /// <inheritdoc/>
    public async Task<KafkaFacts> CollectAsync(KafkaAccess access, ICollectionLog log, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(log);
        ReaderProcess reader;
        try
        {
            reader = ReaderProcess.Start(program, line => log.Debug($"{access.Side.Word()}: {line}"));
        }
        catch (Exception refused)
        {
            log.Debug($"{access.Side.Word()}: no process for the reader ({refused.GetType().Name}), so it reads in this one");
            return await new KafkaCollector().CollectAsync(access, log, stop).ConfigureAwait(false);
        }

        using (reader)
        {
            await using var registration = stop.Register(() => _ = StopAsync(reader));
            if (await ConverseAsync(reader, access, log, stop).ConfigureAwait(false) is { } facts) return facts;
            var end = await reader.EndAsync().ConfigureAwait(false);
            var gap = stop.IsCancellationRequested ? KafkaGap.Cancelled(access.Connection) : new Gap(
                access.Connection, GapCause.Defect,
                $"the Kafka client crashed ({end}) while it talked to {access.BootstrapServers}: are these Kafka brokers? If they are, please report it, with the log of a debug run");
            return KafkaFacts.NoWayIn(Fact<Reachability>.Missing(gap), gap);
        }
    }

    private static async Task<KafkaFacts?> ConverseAsync(ReaderProcess reader, KafkaAccess access, ICollectionLog log, CancellationToken stop)
    {
        try
        {
            reader.Messages.Send(MessageKind.Access, JsonSerializer.SerializeToUtf8Bytes(AccessMessage.Of(access), MessageJson.Default.AccessMessage));
            while (await reader.Messages.ReceiveAsync().ConfigureAwait(false) is var (kind, payload))
            {
                switch (kind)
                {
                    case MessageKind.Facts:
                        return KafkaFactsJson.Read(payload);
                    case MessageKind.Progress when JsonSerializer.Deserialize(payload, MessageJson.Default.ProgressMessage) is { } progress:
                        log.Progress(access.Side, progress.What, progress.Done, progress.Total);
                        break;
                    case MessageKind.Debug:
                        log.Debug(Encoding.UTF8.GetString(payload));
                        break;
                    case MessageKind.Sign:
                        _ = SignAsync(reader, access, stop);
                        break;
                }
            }
        }
        catch (IOException)
        {
            // It ended while we wrote.
        }

        return null;
    }

    private static async Task SignAsync(ReaderProcess reader, KafkaAccess access, CancellationToken stop)
    {
        TokenMessage answer;
        try
        {
            var token = await access.SignToken!(stop).ConfigureAwait(false);
            answer = new TokenMessage(token.Value.Reveal(), token.ExpiresAt, token.Principal, null);
        }
        catch (Exception failure)
        {
            answer = new TokenMessage(null, default, null, OneLine.Of(failure));
        }

        try
        {
            reader.Messages.Send(MessageKind.Token, JsonSerializer.SerializeToUtf8Bytes(answer, MessageJson.Default.TokenMessage));
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException)
        {
            // Nobody needs it any more.
        }
    }

    private static async Task StopAsync(ReaderProcess reader)
    {
        reader.Stop();
        await Task.Delay(Patience, CancellationToken.None).ConfigureAwait(false);
        reader.Kill();
    }
}
