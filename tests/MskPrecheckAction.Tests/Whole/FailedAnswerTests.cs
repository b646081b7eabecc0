using MskPrecheckAction.Kafka;
using Xunit;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>Brokers that answer one kind of question with an error: what they do not tell is undetermined and no check is greener for it.</summary>
[Trait("Needs", "Kafka")]
public sealed class FailedAnswerTests(BadDayClusters clusters) : IClassFixture<BadDayClusters>
{
    private const short UnknownServerError = -1;
    private const short UnknownTopicOrPartition = 3;
    private const short LeaderNotAvailable = 5;
    private const short NotLeaderOrFollower = 6;
    private const short RequestTimedOut = 7;
    private const short CoordinatorLoadInProgress = 14;
    private const short CoordinatorNotAvailable = 15;
    private const short NotCoordinator = 16;
    private const short ClusterAuthorizationFailed = 31;
    private const short NotController = 41;
    private const short InvalidRequest = 42;
    private const short SecurityDisabled = 54;
    private const short KafkaStorageError = 56;
    private const short WithoutAName = 120;

    [Theory]
    // librdkafka drops this one's error and gives an empty list.
    [InlineData(KafkaRequest.DescribeAcls, UnknownServerError, "W09", "ACLs of the source cluster: the broker failed at it (UNKNOWN_SERVER_ERROR): its log knows why")]
    [InlineData(KafkaRequest.DescribeAcls, ClusterAuthorizationFailed, "W09", "ACLs of the source cluster: the cluster refused it (CLUSTER_AUTHORIZATION_FAILED)")]
    [InlineData(KafkaRequest.DescribeAcls, WithoutAName, "W09", "ACLs of the source cluster: the broker answered error 120")]
    // Here the groups came all the same, and what is seen convicts.
    [InlineData(KafkaRequest.ListGroups, CoordinatorNotAvailable, "", "groups of the source cluster: the broker answered COORDINATOR_NOT_AVAILABLE")]
    [InlineData(KafkaRequest.DescribeGroups, RequestTimedOut, "W05", "the broker waited for another one in vain (REQUEST_TIMED_OUT)")]
    [InlineData(KafkaRequest.FindCoordinator, InvalidRequest, "W05", "the broker answered INVALID_REQUEST")]
    [InlineData(KafkaRequest.ListOffsets, KafkaStorageError, "W06", "the broker answered KAFKA_STORAGE_ERROR")]
    [InlineData(KafkaRequest.Fetch, UnknownServerError, "W06", "__transaction_state of the source cluster: the broker failed at it (UNKNOWN_SERVER_ERROR): its log knows why")]
    [InlineData(KafkaRequest.DescribeConfigs, InvalidRequest, "B11 B12 W07 W10", "topic configs of the source cluster, 2 of 2 (customers, orders): the broker answered INVALID_REQUEST")]
    [InlineData(KafkaRequest.DescribeConfigs, UnknownTopicOrPartition, "B11 B12 W07 W10", "the broker that was asked does not know it (UNKNOWN_TOPIC_OR_PARTITION), and others do")]
    // Unknown by name, and in the list of all topics all the same: that is not a cluster without transactions.
    [InlineData(KafkaRequest.Metadata, UnknownTopicOrPartition, "W06", "__transaction_state of the source cluster: no answer in time")]
    [InlineData(KafkaRequest.Metadata, UnknownServerError, "B11 B12 W06", "__transaction_state of the source cluster: the broker failed at it (UNKNOWN_SERVER_ERROR): its log knows why")]
    public async Task An_error_is_a_gap(KafkaRequest request, short error, string hidden, string gap)
    {
        var (source, _) = await clusters.PairAsync();
        source.Fails(request, error);
        var run = await clusters.RunAsync($"{request} {error}", null);
        Assert.Contains(run.Checks.Values.SelectMany(check => check.Gaps), one => $"{one.Asked}: {one.Reason}".Contains(gap, StringComparison.Ordinal));
        // It speaks for the two where they cannot.
        clusters.JudgeChecks(run, hidden, hidden.Contains("B11", StringComparison.Ordinal) ? "W04" : "");
    }

    [Theory]
    [InlineData(KafkaRequest.DescribeAcls, UnknownServerError)]
    [InlineData(KafkaRequest.ListGroups, CoordinatorLoadInProgress)]
    [InlineData(KafkaRequest.DescribeGroups, NotCoordinator)]
    [InlineData(KafkaRequest.ListOffsets, NotLeaderOrFollower)]
    [InlineData(KafkaRequest.Fetch, UnknownServerError)]
    [InlineData(KafkaRequest.DescribeConfigs, NotController)]
    [InlineData(KafkaRequest.Metadata, LeaderNotAvailable)]
    public async Task An_error_that_passes_changes_nothing(KafkaRequest request, short error)
    {
        var (source, _) = await clusters.PairAsync();
        var failing = source.Fails(request, error, most: 1);
        var run = await clusters.RunAsync($"{request} {error} once", null);
        Assert.Equal(1, failing.Failed);
        clusters.JudgeChecks(run, "", "");
        Assert.DoesNotContain(run.Checks.Values, check => check.Gaps.Length > 0);
    }

    [Fact]
    public async Task No_authorizer_is_no_error()
    {
        var (source, _) = await clusters.PairAsync();
        source.Fails(KafkaRequest.DescribeAcls, SecurityDisabled);
        var run = await clusters.RunAsync("no authorizer", null);
        Assert.Equal(("notApplicable", 0), (run.Checks["W09"].Outcome, run.Checks["W09"].Gaps.Length));
    }
}
