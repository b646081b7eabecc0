using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Engine;

public sealed class ReplayTests
{
    private static readonly Location Line = new("migration.yaml", 7, 20, 7, 90);

    [Fact]
    public void The_same_questions_give_the_same_facts()
    {
        var (snapshot, problems) = Fit(Given.AllGreen);
        Assert.Empty(problems);
        Assert.Equal(Given.AllGreen.Snapshot, snapshot);
    }

    [Theory]
    [InlineData(Side.Source)]
    [InlineData(Side.Target)]
    public void Another_cluster_is_a_problem_with_its_line(Side side)
    {
        const string other = "arn:aws:kafka:eu-central-1:111122223333:cluster/other/9a8b7c6d-5e4f-4321-8765-0fedcba98765-12";
        var (snapshot, problems) = Fit(Given.AllGreen.Arn(side, other));
        Assert.Null(snapshot);
        var problem = Assert.Single(problems);
        var recorded = side is Side.Source ? Given.SourceArn : Given.TargetArn;
        Assert.Equal(
            $"{side.Word()}.cluster_arn is {other}, but the snapshot was taken of {recorded}: collect a new one, or name the file it belongs to.", problem.Message);
        Assert.Equal(Line, problem.Location);
    }

    [Fact]
    public void Both_clusters_are_told_at_once() => Assert.Equal(2, Fit(Given.AllGreen.Arn(Side.Source, Given.TargetArn).Arn(Side.Target, Given.SourceArn)).Problems.Count);

    [Fact]
    public void Another_spelling_of_the_ARN_is_the_same_cluster() =>
        Assert.NotNull(Fit(Given.AllGreen.With((Snapshot seen) => seen with
        {
            Asked = seen.Asked with { Source = seen.Asked.Source with { ClusterArn = " ARN:aws:kafka:EU-CENTRAL-1:111122223333:cluster/orders/1F2E3D4C-5b6a-4798-8a9b-0c1d2e3f4a5b-7" } },
        })).Snapshot);

    [Fact]
    public void An_auth_mode_that_was_not_asked_takes_the_facts_of_its_side()
    {
        var given = Given.AllGreen.Auth(Side.Source, AuthMode.Iam);
        var replayed = given with { Snapshot = Fit(given).Snapshot! };
        var gap = Assert.Single(replayed.Judge<SourceKafkaIsReachable>().IsUndetermined());
        Assert.Equal((GapCause.NotAsked, "the snapshot was taken with tls, not with iam"), (gap.Cause, gap.Reason));
        replayed.Judge<NoStaticMembersArePresent>().IsUndetermined();
        replayed.Judge<TargetAcceptsLargestMessage>().IsUndetermined();
        replayed.Judge<MessageSizesAreVerified>().IsUndetermined();
        replayed.Judge<TargetKafkaIsReachable>().Passes();
        replayed.Judge<SourceRunsZooKeeper>().Passes();
    }

    [Theory]
    [InlineData("localhost:9094", null)]
    [InlineData(null, "localhost:9094")]
    [InlineData("localhost:9094", "localhost:9095")]
    public void Bootstrap_servers_that_were_not_asked_take_the_facts_of_their_side(string? planned, string? asked)
    {
        var given = Given.AllGreen.Cluster(Side.Target, plan => plan with { BootstrapServers = planned })
            .With((Snapshot seen) => seen with { Asked = seen.Asked with { Target = seen.Asked.Target with { BootstrapServers = asked } } });
        var replayed = given with { Snapshot = Fit(given).Snapshot! };
        Assert.Equal("the snapshot was taken by other bootstrap servers", replayed.Judge<TargetKafkaIsReachable>().IsUndetermined()[0].Reason);
        replayed.Judge<SourceKafkaIsReachable>().Passes();
    }

    [Fact]
    public void A_bucket_that_was_not_asked_is_not_known()
    {
        var given = Given.AllGreen.With((MigrationPlan plan) => plan with { Backup = new BackupPlan("elsewhere") });
        var replayed = given with { Snapshot = Fit(given).Snapshot! };
        Assert.Equal(GapCause.NotAsked, replayed.Judge<BackupBucketIsReachable>().IsUndetermined()[0].Cause);
        replayed.Judge<EvidenceBucketIsReachable>().Passes();
    }

    [Fact]
    public void A_bucket_that_was_asked_in_the_other_role_is_known()
    {
        var given = Given.AllGreen.With((MigrationPlan plan) => plan with { Backup = new BackupPlan("orders-evidence") });
        var replayed = given with { Snapshot = Fit(given).Snapshot! };
        replayed.Judge<BackupBucketIsReachable>().Passes();
    }

    private static (Snapshot? Snapshot, IReadOnlyList<ConfigProblem> Problems) Fit(Given given)
    {
        var marks = new Dictionary<string, Location> { ["source.cluster_arn"] = Line, ["target.cluster_arn"] = Line };
        return Replay.Fit(new MigrationFile("migration.yaml", given.Plan, marks, []), given.Snapshot);
    }
}
