using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class ReplayTests : IDisposable
{
    private readonly ProgramRig rig = new ProgramRig().OnGitHub();

    [Fact]
    public async Task A_replay_is_the_live_run_byte_for_byte()
    {
        var collector = FakeCollector.Of(Given.AllGreen
            .Topics(Given.Topic("orders", ("cleanup.policy", "compact")), Given.Topic("Ünïcode-ø"), Given.UnreadTopic("hidden"))
            .WayIn(Side.Source, null, "broker 3 did not answer")
            .With((Snapshot seen) => seen with { EvidenceBucket = Fact<Reachability>.Missing(Given.TimedOut) }).Snapshot);
        rig.Collector = collector;
        var live = await rig.RunAsync("run", "--out", "live");
        var replay = await rig.RunAsync("run", "--out", "replay", "--snapshot", "live/snapshot.json");

        Assert.Equal(live, replay);
        Assert.Equal(1, collector.Calls);
        var (first, second) = (rig.Written("live").Where(file => file.Key != "snapshot.json").ToDictionary(), rig.Written("replay"));
        Assert.Equal(["msk-precheck.json", "msk-precheck.sarif", "summary.md"], second.Keys);
        Assert.Equal(first, second);
        Assert.Equal("", rig.Outputs()["snapshotFile"]);
    }

    [Fact]
    public async Task What_collect_records_run_judges()
    {
        Assert.Equal(0, await rig.RunAsync("collect", "--output", "recordings/pair.json"));
        Assert.Equal(0, await rig.RunAsync("run", "--snapshot", "recordings/pair.json"));
        Assert.Equal(["pair.json"], rig.Written("recordings").Keys);
    }

    [Theory]
    [InlineData("cluster_arn: " + Given.TargetArn, "cluster_arn: arn:aws:kafka:eu-central-1:111122223333:cluster/other/00000000-0000-4000-8000-000000000009-1", "target.cluster_arn is ")]
    [InlineData("cluster_arn: " + Given.SourceArn, "cluster_arn: arn:aws:kafka:eu-central-1:111122223333:cluster/other/00000000-0000-4000-8000-000000000009-1", "source.cluster_arn is ")]
    public async Task A_recording_of_other_clusters_is_refused(string from, string to, string problem)
    {
        await rig.RunAsync("collect");
        rig.Write("migration.yaml", ProgramRig.GreenFile.Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(2, await rig.RunAsync("run", "--snapshot", "snapshot.json"));
        Assert.Contains(problem, rig.Read("msk-precheck/msk-precheck.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"schemaVersion\": 1", "\"schemaVersion\": 2", "schema version 2")]
    [InlineData("\"collectedAt\"", "\"collectedOn\"", "Snapshot lacks collectedAt")]
    [InlineData("{\n  \"schemaVersion\"", "<html>", "snapshot.json")]
    public async Task A_recording_that_cannot_be_read_is_refused(string from, string to, string problem)
    {
        await rig.RunAsync("collect");
        rig.Write("snapshot.json", rig.Read("snapshot.json").Replace(from, to, StringComparison.Ordinal));

        Assert.Equal(2, await rig.RunAsync("run", "--snapshot", "snapshot.json"));
        Assert.Contains(problem, rig.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recording_that_is_not_there_is_named()
    {
        Assert.Equal(2, await rig.RunAsync("run", "--snapshot", "nowhere.json"));
        Assert.Contains("Input 'snapshot' is 'nowhere.json'", rig.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_bucket_that_was_not_asked_is_undetermined()
    {
        await rig.RunAsync("collect");
        rig.Write("migration.yaml", ProgramRig.GreenFile.Replace("orders-backup", "another", StringComparison.Ordinal));

        Assert.Equal(3, await rig.RunAsync("run", "--snapshot", "snapshot.json"));
    }

    public void Dispose() => rig.Dispose();
}
