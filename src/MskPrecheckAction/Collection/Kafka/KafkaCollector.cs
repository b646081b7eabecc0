using System.Net;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Reads a cluster with Confluent.Kafka: the way in first, then everything else side by side.</summary>
public sealed class KafkaCollector : IKafkaCollector
{
    /// <inheritdoc/>
    public async Task<KafkaFacts> CollectAsync(KafkaAccess access, ICollectionLog log, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(access);
        ArgumentNullException.ThrowIfNull(log);
        var lines = new ClientLog(access, log);
        // What is still being asked when we leave must not go on.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        var questions = new Questions(access, lines, log, end.Token);
        questions.Progress("connecting");
        using var tokens = access.Auth.Mode is AuthMode.Iam && access.SignToken is { } sign ? new TokenKeeper(sign, lines) : null;
        KafkaConnection? connection = null;
        try
        {
            if (access.Auth.Mode is AuthMode.Iam && tokens is null) return NoWayIn(access, "no credentials to sign an IAM token with");
            if (tokens is not null && await tokens.StartAsync(stop).ConfigureAwait(false) is { } unsigned) return NoWayIn(access, unsigned);
            access = access with { Patience = await ConnectPatience.ForAsync(access.BootstrapAddresses, Dns.GetHostAddressesAsync, stop).ConfigureAwait(false) };
            connection = KafkaConnection.Open(access, lines, tokens);
            var topics = new TopicProbe(connection, questions);
            var (arrival, wayIn) = await new WayInProbe(access, connection, lines, questions).ConnectAsync(topics).ConfigureAwait(false);
            return arrival is null
                ? NoWayIn(access, wayIn)
                : await new ClusterReading(access, connection, topics, tokens, lines, questions).ReadAsync(arrival).ConfigureAwait(false);
        }
        catch (InvalidOperationException refused) when (connection is null)
        {
            return NoWayIn(access, UnusableFile.Words(access.Auth, refused));
        }
        catch (Exception) when (stop.IsCancellationRequested)
        {
            return NoWayIn(access, Fact<Reachability>.Missing(KafkaGap.Cancelled(access.Connection)));
        }
        catch (Exception defect)
        {
            log.Debug($"{access.Side.Word()}: {defect}");
            return NoWayIn(access, Fact<Reachability>.Missing(new Gap(
                access.Connection, GapCause.Defect, $"the program failed while reading ({defect.GetType().Name})")));
        }
        finally
        {
            await end.CancelAsync().ConfigureAwait(false);
            connection?.Close();
        }
    }

    /// <summary>What is known where this keeps us out.</summary>
    internal static KafkaFacts NoWayIn(KafkaAccess access, string error) => NoWayIn(access, Fact.Known(new Reachability(error)));

    private static KafkaFacts NoWayIn(KafkaAccess access, Fact<Reachability> wayIn)
    {
        var code = access.Side is Side.Source ? "B09" : "B10";
        return KafkaFacts.NoWayIn(wayIn, wayIn.TryGet(out _, out var cut)
            ? new Gap($"the brokers of the {access.Side.Word()} cluster", GapCause.Dependency, $"depends on {code}")
            : cut);
    }
}
