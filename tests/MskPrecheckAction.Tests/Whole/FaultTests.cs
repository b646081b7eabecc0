using System.Text;
using System.Text.RegularExpressions;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using MskPrecheckAction.Tests.Whole.Faults;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>What goes wrong, and what the user is told of it, on either side: the rows are docs/faults.md.</summary>
[Trait("Needs", "Kafka")]
public sealed partial class FaultTests(OwnKafka kafka) : IClassFixture<OwnKafka>
{
    private const string Page = "docs/faults.md";

    // Most of a run is waiting for somebody who does not answer.
    private const int AtOnce = 4;

    private static readonly Fault[] All = [.. NetworkFaults.Rows, .. LoginFaults.Rows, .. AwsFaults.Rows];

    [Fact]
    public async Task The_page_of_faults_is_what_the_program_says()
    {
        var (source, target) = await kafka.PairAsync();
        var page = new StringBuilder("# Faults\n\nWhat goes wrong on the way to a cluster, here the source's, and what the report says of it; of the target the same, as B10. Made by `FaultTests` on real brokers; `MSK_PRECHECK_ACCEPT=1` rewrites it.\n\n| Fault | What the user sees | Exit code |\n|---|---|---|\n");
        using var turn = new SemaphoreSlim(AtOnce);
        var rows = await Task.WhenAll(All.SelectMany(fault => new[] { Side.Source, Side.Target }.Select(async side =>
        {
            await turn.WaitAsync();
            try
            {
                return await RunAsync(source, target, fault, side);
            }
            finally
            {
                turn.Release();
            }
        })));

        List<string> wrong = [.. rows.SelectMany(row => row.Wrong)];
        foreach (var (fault, sides) in All.Zip(rows.Chunk(2)))
        {
            if (sides[0].Said != sides[1].Said) wrong.Add($"{fault.Name}: the source's is told otherwise than the target's\n  {sides[0].Said}\n  {sides[1].Said}");
            page.Append("| ").Append(fault.Name).Append(" | ").Append(sides[0].Said).Append(" | ").Append(fault.Exit).Append(" |\n");
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Golden.Matches(Page, page.ToString());
    }

    [Fact]
    public async Task One_of_two_brokers_that_is_down_is_named_and_costs_the_sizes_only()
    {
        await using var source = await KafkaCluster.StartAsync(new(KafkaMode.ZooKeeper) { Brokers = 2 });
        await using var program = new WholeProgram(source, await kafka.TargetAsync());
        await source.CreateTopicAsync("orders", 2, 2);
        await source.StopBrokerAsync(2);
        var run = await program.RunAsync();
        Assert.True(run.Exit is 0, run.Words);
        Assert.Contains("broker 2 is down", run.Checks["B09"].Remark, StringComparison.Ordinal);
        Assert.Equal(["B11", "B12"], run.Checks.Values.Where(check => check.Outcome is "undetermined").Select(check => check.Code));
        Assert.Equal("failed", run.Checks["W04"].Outcome);
    }

    private static async Task<(string Said, List<string> Wrong)> RunAsync(KafkaCluster source, KafkaCluster target, Fault fault, Side side)
    {
        await using var program = new WholeProgram(source, target);
        program.Aws.Accept(Canaries.AccessKey, Canaries.SecretKey, Canaries.SessionToken);
        program.Variables["AWS_ACCESS_KEY_ID"] = Canaries.AccessKey;
        program.Variables["AWS_SECRET_ACCESS_KEY"] = Canaries.SecretKey;
        program.Variables["AWS_SESSION_TOKEN"] = Canaries.SessionToken;
        await using var broken = new BrokenSide(program, side);
        await fault.Break(broken);
        var run = await program.RunAsync(null, fault.Options);
        TestContext.Current.TestOutputHelper?.WriteLine($"{fault.Name}, {side.Word()}: exit {run.Exit} in {run.Took.TotalSeconds:0.0} s");

        var code = side is Side.Target && fault.Code is "B09" ? "B10" : fault.Code;
        var said = code.Length == 0 ? "The report as ever" : run.Checks.TryGetValue(code, out var check) ? Said(check) : "no report";
        List<string> wrong = [];
        if (run.Exit != fault.Exit || !said.Contains(fault.Words, StringComparison.Ordinal)) wrong.Add($"exit {run.Exit}, {said}\n{run.Out}{run.Error}");
        if (StackTrace().IsMatch(run.Everything)) wrong.Add("a stack trace");
        if (Canaries.FindIn(run.Everything) is { } leak) wrong.Add("leaks " + leak);
        return (AsOfTheSource(Bare(said), side), [.. wrong.Select(one => $"{fault.Name}, {side.Word()}: {one}")]);
    }

    private static string AsOfTheSource(string said, Side side) => side is Side.Source
        ? said
        : said.Replace("B10:", "B09:", StringComparison.Ordinal).Replace("target", "source", StringComparison.Ordinal).Replace(Given.TargetArn, Given.SourceArn, StringComparison.Ordinal);

    private static string Said(JudgedCheck check) =>
        $"{check.Code}: " + (check.Outcome is "failed" ? string.Join("; ", check.Messages) : string.Join("; ", check.Gaps.Select(gap => $"{check.Outcome}, {gap.Asked}: {gap.Reason}")));

    private static string Bare(string text) => Date().Replace(Port().Replace(text, "$1:<port>"), "<date>").Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"(127\.0\.0\.1|\.invalid):[0-9]+")]
    private static partial Regex Port();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?m)^\s+at \S+\(")]
    private static partial Regex StackTrace();
}
