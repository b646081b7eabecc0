using Confluent.Kafka;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Makes gaps of Kafka's and librdkafka's errors.</summary>
internal static class KafkaGap
{
    /// <summary>The gap for an error code.</summary>
    /// <param name="asked">What was asked and of whom.</param>
    /// <param name="error">The answer.</param>
    /// <param name="permission">The right that cures it where the answer is a refusal.</param>
    /// <param name="why">What the connection's own lines say, where it failed.</param>
    public static Gap Of(string asked, Error error, string? permission, string? why = null)
    {
        var (cause, word) = (CauseOf(error.Code), KafkaWord.Of(error.Code));
        var reason = cause switch
        {
            GapCause.AccessDenied => $"the cluster refused it ({word})",
            GapCause.Timeout => why ?? "no answer in time",
            GapCause.Unreachable => why ?? $"the connection to the brokers was lost ({word})",
            GapCause.Unsupported => "the broker does not know this question",
            GapCause.NotFound => $"no such thing ({word})",
            GapCause.Unparsable => $"the answer cannot be read by Kafka's protocol ({word})",
            GapCause.Throttled => "the cluster's quota for such questions is used up",
            _ when error.Code is ErrorCode.LeaderNotAvailable => $"nobody leads it ({word}): a broker is down, or an election is under way",
            _ when error.Code is ErrorCode.RequestTimedOut => $"the broker waited for another one in vain ({word})",
            _ when error.Code is ErrorCode.Unknown => $"the broker failed at it ({word}): its log knows why",
            // librdkafka's own codes are below that one: nobody answered.
            _ when error.Code < ErrorCode.Unknown => $"the Kafka client gave up ({word}{(why is null ? "" : $"; {why}")})",
            _ => $"the broker answered {word}",
        };
        return new Gap(asked, cause, reason, cause is GapCause.AccessDenied ? permission : null);
    }

    /// <summary>The gap for a question that the end of the run cut off.</summary>
    public static Gap Cancelled(string asked) => new(asked, GapCause.Cancelled, "the run ended before the answer came");

    /// <summary>Whether the same question may be answered in a moment.</summary>
    public static bool IsPassing(ErrorCode code) => code is ErrorCode.NotController or ErrorCode.LeaderNotAvailable or ErrorCode.NotLeaderForPartition
        or ErrorCode.NotCoordinatorForGroup or ErrorCode.GroupLoadInProgress or ErrorCode.GroupCoordinatorNotAvailable or ErrorCode.NetworkException
        or ErrorCode.BrokerNotAvailable or ErrorCode.Local_Transport or ErrorCode.Local_DestroyBroker or ErrorCode.Local_NoEnt or ErrorCode.KafkaStorageError or ErrorCode.Local_WaitCoord or ErrorCode.Local_WaitCache
        or ErrorCode.UnknownLeaderEpoch or ErrorCode.FencedLeaderEpoch or ErrorCode.OffsetNotAvailable or ErrorCode.ReplicaNotAvailable or ErrorCode.RequestTimedOut or ErrorCode.Unknown;

    /// <summary>Whether an answer says that the caller may not.</summary>
    public static bool IsRefusal(ErrorCode code) => CauseOf(code) is GapCause.AccessDenied;

    private static GapCause CauseOf(ErrorCode code) => code switch
    {
        ErrorCode.TopicAuthorizationFailed or ErrorCode.GroupAuthorizationFailed or ErrorCode.ClusterAuthorizationFailed
            or ErrorCode.TransactionalIdAuthorizationFailed or ErrorCode.SaslAuthenticationFailed or ErrorCode.Local_Authentication => GapCause.AccessDenied,
        ErrorCode.Local_TimedOut or ErrorCode.Local_TimedOutQueue or ErrorCode.Local_MsgTimedOut => GapCause.Timeout,
        ErrorCode.Local_Transport or ErrorCode.Local_AllBrokersDown or ErrorCode.Local_Resolve or ErrorCode.Local_Ssl or ErrorCode.NetworkException
            or ErrorCode.BrokerNotAvailable or ErrorCode.Local_DestroyBroker or ErrorCode.Local_NoEnt => GapCause.Unreachable,
        ErrorCode.UnsupportedVersion or ErrorCode.Local_UnsupportedFeature => GapCause.Unsupported,
        ErrorCode.UnknownTopicOrPart or ErrorCode.Local_UnknownTopic or ErrorCode.GroupIdNotFound => GapCause.NotFound,
        ErrorCode.ThrottlingQuotaExceeded => GapCause.Throttled,
        ErrorCode.Local_BadMsg or ErrorCode.Local_Underflow => GapCause.Unparsable,
        _ => GapCause.ServiceError,
    };
}
