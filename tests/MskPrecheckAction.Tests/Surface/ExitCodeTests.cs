using System.Text.Json;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class ExitCodeTests : IDisposable
{
    private readonly ProgramRig rig = new ProgramRig().OnGitHub();

    public static TheoryData<string, string, int, string> Rows => new()
    {
        { "green", "", 0, "ready" },
        { "blocker", "", 1, "blocked" },
        { "blocker", "--fail-on never", 0, "blocked" },
        { "blocker", "--fail-on never,B04", 1, "blocked" },
        { "blocker", "--skip-checks B04", 0, "ready" },
        { "warning", "", 0, "ready" },
        { "warning", "--fail-on warning", 1, "blocked" },
        { "warning", "--fail-on blocker,W01", 1, "blocked" },
        { "unknown", "", 3, "incomplete" },
        { "unknown", "--allow-incomplete", 0, "incomplete" },
        { "unknown", "--fail-on never", 0, "incomplete" },
        { "unknown", "--skip-checks B07", 0, "ready" },
        { "unknown and blocker", "", 1, "blocked" },
        { "crash", "", 4, "error" },
    };

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task The_exit_code_says_what_came_of_it(string facts, string options, int exitCode, string verdict)
    {
        rig.Collector = facts == "crash" ? new FakeCollector((_, _, _) => throw new InvalidOperationException("the flux is out of phase")) : FakeCollector.Of(Facts(facts));

        Assert.Equal(exitCode, await rig.RunAsync(["run", .. options.Split(' ', StringSplitOptions.RemoveEmptyEntries)]));

        Assert.Equal((verdict, exitCode.ToString()), (rig.Outputs()["verdict"], rig.Outputs()["exitCode"]));
        using var report = JsonDocument.Parse(rig.Read("msk-precheck/msk-precheck.json"));
        Assert.Equal(verdict, report.RootElement.GetProperty("verdict").GetString());
        Assert.Equal(exitCode, report.RootElement.GetProperty("exitCode").GetInt32());
        Assert.Equal(
            facts == "crash" ? ["msk-precheck.json", "msk-precheck.sarif", "summary.md"] : ["msk-precheck.json", "msk-precheck.sarif", "snapshot.json", "summary.md"],
            rig.Written().Keys);
    }

    [Theory]
    [InlineData("green", true)]
    [InlineData("blocker", true)]
    [InlineData("unknown", false)]
    [InlineData("unknown and blocker", false)]
    [InlineData("cut short", false)]
    public async Task Code_scanning_gets_a_file_only_where_enough_was_seen(string facts, bool handedOver)
    {
        rig.Collector = FakeCollector.Of(Facts(facts));
        await rig.RunAsync();

        Assert.Equal(handedOver ? "msk-precheck/msk-precheck.sarif" : "", rig.Outputs()["sarifFile"]);
        Assert.True(rig.Has("msk-precheck/msk-precheck.sarif"));
    }

    [Fact]
    public async Task A_defect_asks_for_a_report_and_keeps_its_trace_to_itself()
    {
        rig.Collector = new FakeCollector((_, _, _) => throw new InvalidOperationException("the flux is out of phase"));

        Assert.Equal(4, await rig.RunAsync());
        Assert.Contains("has a defect (InvalidOperationException: the flux is out of phase). Please report it at https://", rig.Out, StringComparison.Ordinal);
        Assert.DoesNotContain("   at MskPrecheckAction", rig.Out + rig.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_debugs_sees_the_trace()
    {
        rig.Variables["RUNNER_DEBUG"] = "1";
        rig.Collector = new FakeCollector((_, _, _) => throw new InvalidOperationException("the flux is out of phase"));

        Assert.Equal(4, await rig.RunAsync());
        Assert.Contains("at MskPrecheckAction", rig.Out, StringComparison.Ordinal);
    }

    public void Dispose() => rig.Dispose();

    private static Snapshot Facts(string name) => (name switch
    {
        "blocker" => Blocked(Given.AllGreen),
        "warning" => Given.AllGreen.Msk(Side.Target, cluster => cluster with { NumberOfBrokerNodes = 2 }),
        "unknown" => Unknown(Given.AllGreen),
        "unknown and blocker" => Unknown(Blocked(Given.AllGreen)),
        "cut short" => Given.AllGreen.With((Snapshot seen) => seen with { CutShort = "the run's limit was reached" }),
        _ => Given.AllGreen,
    }).Snapshot;

    private static Given Blocked(Given given) => given
        .Msk(Side.Target, cluster => cluster with { KafkaVersion = "3.9.x", ZookeeperConnectString = "z-1:2181" })
        .Nodes(Side.Target, new MskNode(MskNodeKind.Broker, "3.9.x"), new MskNode(MskNodeKind.Broker, "3.9.x"), new MskNode(MskNodeKind.Broker, "3.9.x"), new MskNode(MskNodeKind.Zookeeper));

    private static Given Unknown(Given given) => given.With((Snapshot seen) => seen with { BackupBucket = Fact<Reachability>.Missing(Given.TimedOut) });
}
