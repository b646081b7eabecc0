using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using Confluent.Kafka;
using MskPrecheckAction.Collection.Kafka.Wire;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>What an empty list of ACLs may mean.</summary>
internal enum EmptyAcls
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>There is no authorizer.</summary>
    NoAuthorizer,

    /// <summary>There are some all the same.</summary>
    Some,
}

/// <summary>Whether a cluster has no ACLs or could not tell them: librdkafka drops the error of DescribeAcls and gives an empty list for both.</summary>
/// <param name="access">The way in.</param>
/// <param name="tokens">The IAM token, in that mode.</param>
/// <param name="questions">The questions.</param>
internal sealed class EmptyAclsProof(KafkaAccess access, TokenKeeper? tokens, Questions questions)
{
    private const short DescribeAcls = 29;
    private const sbyte Any = 1;
    // Where two brokers cannot be asked the third is not asked either.
    private const int MostAsked = 2;

    /// <summary>Asks a broker, and another where that one cannot be asked.</summary>
    /// <param name="asked">What is asked and of whom.</param>
    /// <param name="brokers">The live brokers; any of them can answer.</param>
    public async Task<Fact<EmptyAcls>> AskAsync(string asked, IEnumerable<BrokerAddress> brokers)
    {
        var answer = Fact<EmptyAcls>.Missing(new Gap(asked, GapCause.Unreachable, "no broker is there to ask"));
        foreach (var broker in brokers.Take(MostAsked))
        {
            string? failure = null;
            answer = await questions.AskAsync(asked, questions.Rights.DescribeCluster, () => AskAsync(broker, words => failure = words), broker.Address).ConfigureAwait(false);
            if (answer.TryGet(out _, out var gap) || gap.Cause is not (GapCause.Timeout or GapCause.Unreachable)) break;
            if (failure is not null) answer = Fact<EmptyAcls>.Missing(gap with { Reason = $"there seem to be none, and the connection that was to prove it failed at {broker.Address}: {failure}" });
        }

        return answer;
    }

    private async Task<EmptyAcls> AskAsync(BrokerAddress broker, Action<string> failed)
    {
        using var limited = CancellationTokenSource.CreateLinkedTokenSource(questions.Stop);
        limited.CancelAfter(ClientSettings.ControllerLimit);
        try
        {
            using var connection = await BrokerConnection.OpenAsync(access, broker, tokens?.Current, limited.Token).ConfigureAwait(false);
            var all = new WireWriter().Int8(Any).Text(null).Int8(Any).Text(null).Text(null).Int8(Any).Int8(Any);
            return Read(await connection.AskAsync(DescribeAcls, 1, all, limited.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!questions.Stop.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
        catch (Exception lost) when (lost is SocketException or IOException or AuthenticationException or CryptographicException)
        {
            failed(OneLine.Of(lost));
            throw new KafkaException(ErrorCode.Local_Transport);
        }
        catch (Exception unreadable) when (unreadable is ArgumentOutOfRangeException or FormatException)
        {
            throw new KafkaException(ErrorCode.Local_BadMsg);
        }
    }

    private static EmptyAcls Read(byte[] body)
    {
        var answer = new WireReader(body);
        // How long to wait before asking again.
        answer.Int32();
        var error = (ErrorCode)answer.Int16();
        answer.Text();
        return error switch
        {
            ErrorCode.NoError => answer.Int32() == 0 ? EmptyAcls.None : EmptyAcls.Some,
            ErrorCode.SecurityDisabled => EmptyAcls.NoAuthorizer,
            _ => throw new KafkaException(error),
        };
    }
}
