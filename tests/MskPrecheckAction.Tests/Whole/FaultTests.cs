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
public sealed partial class FaultTests(OwnKafka kafka, StrictBrokers strict) : IClassFixture<OwnKafka>
{
    private const string Page = "docs/faults.md";

    // Most of a run is waiting for somebody who does not answer.
    private const int AtOnce = 6;

    private static readonly (string Title, Fault[] Rows)[] Sections =
    [
        ("The network", Once(NetworkFaults.Rows)),
        ("TLS and certificates", Once(CertificateFaults.Rows)),
        ("Logins", [.. Once(LoginFaults.Rows), .. LoginFaults.Iam]),
        ("Secrets", Once(SecretFaults.Rows)),
        ("AWS credentials", Once(CredentialFaults.Rows)),
        ("The MSK API", Once(AwsFaults.Rows)),
        ("Bootstrap addresses", Once(AddressFaults.Rows)),
        ("Buckets", Once(BucketFaults.Rows)),
    ];

    [Fact]
    public async Task The_page_of_faults_is_what_the_program_says()
    {
        var (source, target) = await kafka.PairAsync();
        // Rows for which brokers must check IAM tokens are left as they stand where they cannot.
        Fault[] left = source.Has(KafkaListener.Iam) && target.Has(KafkaListener.Iam) ? [] : LoginFaults.Iam;
        using var turn = new SemaphoreSlim(AtOnce);
        List<string> wrong = [];
        var page = new StringBuilder("# Faults\n\nWhat goes wrong on the way to a cluster, here the source's, and what the report says of it; of the target the same, as B10. Made by `FaultTests` on real brokers; `MSK_PRECHECK_ACCEPT=1` rewrites it.\n");
        var sections = await Task.WhenAll(Sections.Select(async section => (section.Title, Lines: await Task.WhenAll(section.Rows.Select(async fault =>
        {
            if (left.Contains(fault)) return Golden.Lines(Page).Single(line => line.StartsWith($"| {fault.Name} |", StringComparison.Ordinal));
            var said = (await Task.WhenAll(Runs(fault).Select(async sides =>
            {
                await turn.WaitAsync();
                try
                {
                    return await RunAsync(source, target, fault, sides);
                }
                finally
                {
                    turn.Release();
                }
            }))).SelectMany(run => run).ToList();
            lock (wrong)
            {
                wrong.AddRange(said.SelectMany(one => one.Wrong));
                if (said[0].Said != said[1].Said) wrong.Add($"{fault.Name}: the source's is told otherwise than the target's\n  {said[0].Said}\n  {said[1].Said}");
            }

            return $"| {fault.Name} | {said[0].Said} | {fault.Exit} |";
        })))));
        foreach (var (title, lines) in sections)
        {
            page.Append($"\n## {title}\n\n| Fault | What the user sees | Exit code |\n|---|---|---|\n");
            foreach (var line in lines) page.Append(line).Append('\n');
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

    // But for the one check that tells of both sides.
    private static Fault[] Once(Fault[] rows) => [.. rows.Select(row => row with { SidesAtOnce = row.Code is not "B02" })];

    private static Side[][] Runs(Fault fault) => fault.SidesAtOnce ? [[Side.Source, Side.Target]] : [[Side.Source], [Side.Target]];

    private async Task<List<(string Said, List<string> Wrong)>> RunAsync(KafkaCluster source, KafkaCluster target, Fault fault, Side[] sides)
    {
        await using var program = new WholeProgram(source, target);
        program.Aws.Accept(Canaries.AccessKey, Canaries.SecretKey, Canaries.SessionToken);
        program.Variables["AWS_ACCESS_KEY_ID"] = Canaries.AccessKey;
        program.Variables["AWS_SECRET_ACCESS_KEY"] = Canaries.SecretKey;
        program.Variables["AWS_SESSION_TOKEN"] = Canaries.SessionToken;
        var broken = sides.Select(side => new BrokenSide(program, side, strict)).ToList();
        foreach (var side in broken) await fault.Break(side);
        var run = await program.RunAsync(null, fault.Options);
        foreach (var side in broken) await side.DisposeAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{fault.Name}, {string.Join(" and ", sides.Select(side => side.Word()))}: exit {run.Exit} in {run.Took.TotalSeconds:0.0} s");
        return [.. sides.Select(side => Judged(run, fault, side))];
    }

    private static (string Said, List<string> Wrong) Judged(WholeRun run, Fault fault, Side side)
    {
        var code = (side, fault.Code) switch
        {
            (Side.Target, "B09") => "B10",
            (Side.Target, "B07") => "B08",
            _ => fault.Code,
        };
        var said = code.Length == 0 ? "The report as ever" : run.Checks.TryGetValue(code, out var check) ? Said(check) : "no report";
        List<string> wrong = [];
        if (run.Exit != fault.Exit || !said.Contains(fault.Words, StringComparison.Ordinal)) wrong.Add($"exit {run.Exit}, {said}\n{run.Out}{run.Error}");
        if (run.ShowsStackTrace) wrong.Add("a stack trace");
        if (Canaries.FindIn(run.Everything) is { } leak) wrong.Add("leaks " + leak);
        return (AsOfTheSource(Bare(said), side), [.. wrong.Select(one => $"{fault.Name}, {side.Word()}: {one}")]);
    }

    private static string AsOfTheSource(string said, Side side) => side is Side.Source
        ? said
        : said.Replace("B10:", "B09:", StringComparison.Ordinal).Replace("B08:", "B07:", StringComparison.Ordinal)
            .Replace("evidence", "backup", StringComparison.Ordinal).Replace("target", "source", StringComparison.Ordinal).Replace(Given.TargetArn, Given.SourceArn, StringComparison.Ordinal);

    private static string Said(JudgedCheck check) =>
        $"{check.Code}: " + (check.Outcome is "failed" ? string.Join("; ", check.Messages) : string.Join("; ", check.Gaps.Select(gap => $"{check.Outcome}, {gap.Asked}: {gap.Reason}")));

    private static string Bare(string text) => Date().Replace(Port().Replace(Folder().Replace(More().Replace(text, "(the same at ... and more)"), "'"), "$1:<port>"), "<date>").Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    [GeneratedRegex(@"(127\.0\.0\.1|\.invalid):[0-9]+")]
    private static partial Regex Port();

    [GeneratedRegex("'/[^']*/")]
    private static partial Regex Folder();

    [GeneratedRegex(@"\(the same at [^)]* and more\)")]
    private static partial Regex More();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex Date();
}
