using Confluent.Kafka;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>What an error is called, whose it is, and which right cures it.</summary>
public sealed class KafkaGapTests
{
    [Theory]
    [InlineData(ErrorCode.Unknown, GapCause.ServiceError, "the broker failed at it (UNKNOWN_SERVER_ERROR): its log knows why")]
    [InlineData(ErrorCode.RequestTimedOut, GapCause.ServiceError, "the broker waited for another one in vain (REQUEST_TIMED_OUT)")]
    [InlineData(ErrorCode.GroupLoadInProgress, GapCause.ServiceError, "the broker answered COORDINATOR_LOAD_IN_PROGRESS")]
    [InlineData(ErrorCode.GroupCoordinatorNotAvailable, GapCause.ServiceError, "the broker answered COORDINATOR_NOT_AVAILABLE")]
    [InlineData(ErrorCode.NotCoordinatorForGroup, GapCause.ServiceError, "the broker answered NOT_COORDINATOR")]
    [InlineData(ErrorCode.NotLeaderForPartition, GapCause.ServiceError, "the broker answered NOT_LEADER_OR_FOLLOWER")]
    [InlineData(ErrorCode.InvalidMsg, GapCause.ServiceError, "the broker answered CORRUPT_MESSAGE")]
    [InlineData(ErrorCode.TopicException, GapCause.ServiceError, "the broker answered INVALID_TOPIC_EXCEPTION")]
    [InlineData((ErrorCode)120, GapCause.ServiceError, "the broker answered error 120")]
    [InlineData(ErrorCode.UnknownTopicOrPart, GapCause.NotFound, "no such thing (UNKNOWN_TOPIC_OR_PARTITION)")]
    [InlineData(ErrorCode.UnsupportedVersion, GapCause.Unsupported, "the broker does not know this question")]
    [InlineData(ErrorCode.ThrottlingQuotaExceeded, GapCause.Throttled, "the cluster's quota for such questions is used up")]
    [InlineData(ErrorCode.Local_Underflow, GapCause.Unparsable, "the answer cannot be read by Kafka's protocol (UNDERFLOW)")]
    [InlineData(ErrorCode.Local_BadMsg, GapCause.Unparsable, "the answer cannot be read by Kafka's protocol (BAD_MSG)")]
    [InlineData(ErrorCode.Local_TimedOut, GapCause.Timeout, "no answer in time")]
    [InlineData(ErrorCode.Local_Transport, GapCause.Unreachable, "the connection to the brokers was lost (TRANSPORT)")]
    [InlineData(ErrorCode.Local_Fail, GapCause.ServiceError, "the Kafka client gave up (FAIL)")]
    public void Errors_are_told_by_Kafkas_own_names(ErrorCode code, GapCause cause, string reason) =>
        Assert.Equal(new Gap("it", cause, reason), KafkaGap.Of("it", new Error(code), "DESCRIBE on Cluster"));

    [Theory]
    [InlineData(ErrorCode.ClusterAuthorizationFailed, "CLUSTER_AUTHORIZATION_FAILED")]
    [InlineData(ErrorCode.TopicAuthorizationFailed, "TOPIC_AUTHORIZATION_FAILED")]
    [InlineData(ErrorCode.GroupAuthorizationFailed, "GROUP_AUTHORIZATION_FAILED")]
    public void A_refusal_names_the_right(ErrorCode code, string word) =>
        Assert.Equal(new Gap("it", GapCause.AccessDenied, $"the cluster refused it ({word})", "DESCRIBE on Cluster"), KafkaGap.Of("it", new Error(code), "DESCRIBE on Cluster"));

    [Theory]
    [InlineData(ErrorCode.Local_TimedOut, "b-1:9092 hung up")]
    [InlineData(ErrorCode.Local_Transport, "b-1:9092 hung up")]
    [InlineData(ErrorCode.Local_Fail, "the Kafka client gave up (FAIL; b-1:9092 hung up)")]
    [InlineData(ErrorCode.RequestTimedOut, "the broker waited for another one in vain (REQUEST_TIMED_OUT)")]
    public void What_connections_said_is_the_cause_of_silence_only(ErrorCode code, string reason) =>
        Assert.Equal(reason, KafkaGap.Of("it", new Error(code), null, "b-1:9092 hung up").Reason);
}
