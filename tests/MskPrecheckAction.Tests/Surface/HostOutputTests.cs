using System.Text;
using System.Text.RegularExpressions;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed partial class HostOutputTests : IDisposable
{
    private readonly ProgramRig rig = new();

    [Theory]
    [InlineData("console", "mixed")]
    [InlineData("github", "mixed")]
    [InlineData("azure", "mixed")]
    [InlineData("console", "invalid")]
    [InlineData("github", "invalid")]
    [InlineData("azure", "invalid")]
    [InlineData("github", "green")]
    [InlineData("azure", "green")]
    [InlineData("azure", "green release")]
    public async Task Each_host_is_told_in_its_own_way(string host, string scenario)
    {
        On(host);
        if (scenario == "green release") rig.Variables["SYSTEM_HOSTTYPE"] = "release";
        if (scenario == "invalid") rig.Write("migration.yaml", ProgramRig.GreenFile.Replace("mode: tls", "mode: tsl", StringComparison.Ordinal));
        rig.Collector = new FakeCollector((_, log, _) =>
        {
            log.Progress(Side.Source, "topics");
            log.Progress(Side.Target, "topics", 10, 10);
            log.Progress(Side.Source, "topic configs", 500, 1_200);
            log.Progress(Side.Source, "topic configs", 1_200, 1_200);
            log.Debug("a line that nobody asked for");
            return Task.FromResult(scenario == "mixed" ? Mixed() : Given.AllGreen.Snapshot);
        });
        var exitCode = await rig.RunAsync();

        var text = new StringBuilder($"exit code {exitCode}\n== standard output\n{WithoutReport().Replace(rig.Out, "<the report>\n")}== standard error\n{rig.Error}");
        if (host == "github") text.Append($"== GITHUB_OUTPUT\n{rig.Handed("output")}== GITHUB_STEP_SUMMARY\n{(rig.Handed("summary") == rig.Read("msk-precheck/summary.md") ? "the same as summary.md" : "not summary.md")}\n");
        text.Append($"== files\n{string.Concat(rig.Written().Keys.Select(name => name + "\n"))}");
        if (host == "azure") text.Append($"== temporary files\n{string.Concat(Directory.EnumerateFiles(rig.Folder + "-runner").Select(path => Path.GetFileName(path) + "\n"))}");
        Golden.Matches($"tests/MskPrecheckAction.Tests/Surface/Golden/{host}-{scenario.Replace(' ', '-')}.txt", text.ToString());
    }

    [Theory]
    [InlineData("console")]
    [InlineData("github")]
    [InlineData("azure")]
    public async Task A_name_from_a_cluster_commands_nobody(string host)
    {
        On(host);
        string[] names = ["::error::x", "  ::set-output name=x::y", "##[error]x", "##vso[task.complete result=Failed;]", "a\r::warning::b", "a\n::stop-commands::c", "%0A::error::d"];
        rig.Variables["SYSTEM_DEBUG"] = "true";
        rig.Collector = new FakeCollector((_, log, _) =>
        {
            foreach (var name in names)
            {
                log.Progress(Side.Source, name, 100, 200);
                log.Debug(name);
            }

            return Task.FromResult(Given.AllGreen
                .Transactions([.. names.Select(name => new TransactionalId(name, TransactionState.Ongoing))])
                .Groups([.. names.Select(name => Given.Group(name, name))])
                .WayIn(Side.Target, null, names[3] + "\n" + names[0])
                .With((Snapshot seen) => seen with { BackupBucket = Fact<Reachability>.Missing(new Gap(names[0], GapCause.Timeout, names[4], names[3])) }).Snapshot);
        });
        await rig.RunAsync();

        string[] ours = host switch
        {
            "github" => ["::group::", "::endgroup::", "::error file=migration.yaml,", "::warning file=migration.yaml,", "::notice file=migration.yaml,", "::debug::"],
            "azure" => ["##[group]", "##[endgroup]", "##[debug]", "##vso[task.logissue type=", "##vso[task.setvariable variable=", "##vso[task.uploadsummary]", "##vso[task.debug]", "##vso[task.setprogress value=50;]"],
            _ => [],
        };
        foreach (var line in (rig.Out + rig.Error).Split('\n', '\r'))
        {
            var own = ours.FirstOrDefault(command => line.StartsWith(command, StringComparison.Ordinal)) ?? "";
            Assert.False(own.Length == 0 && line.TrimStart().StartsWith("::", StringComparison.Ordinal), line);
            Assert.DoesNotContain("##vso[", line[own.Length..], StringComparison.Ordinal);
            Assert.DoesNotContain("##[", line[own.Length..], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("github", "::add-mask::correct-horse-battery")]
    [InlineData("azure", "##vso[task.setsecret]correct-horse-battery")]
    [InlineData("console", null)]
    public async Task A_secret_is_masked_first_and_written_nowhere(string host, string? mask)
    {
        On(host);
        (rig.Variables["SYSTEM_DEBUG"], rig.Variables["PASSWORD"], rig.Variables["AWS_SECRET_ACCESS_KEY"]) = ("true", "correct-horse-battery", "wJalrXUtnFEMI");
        rig.Write("migration.yaml", ProgramRig.GreenFile.Replace("mode: tls", "mode: scram-sha-512\n        username: alice\n        password: ${PASSWORD}", StringComparison.Ordinal));
        rig.Collector = new FakeCollector((_, log, _) =>
        {
            log.Debug("login with correct-horse-battery failed, and so did wJalrXUtnFEMI");
            log.Mask(new Secret("session-token-1"));
            return Task.FromResult(Given.AllGreen.Auth(Side.Source, AuthMode.ScramSha512)
                .WayIn(Side.Source, "login: session-token-1 and correct-horse-battery are wrong", "wJalrXUtnFEMI").Snapshot);
        });
        await rig.RunAsync();

        var log = rig.Out + rig.Error;
        if (mask is not null) Assert.StartsWith(mask, log.Split('\n').First(line => line.Contains("correct-horse-battery", StringComparison.Ordinal)), StringComparison.Ordinal);
        var others = log.Split('\n').Where(line => !line.StartsWith("::add-mask::", StringComparison.Ordinal) && !line.StartsWith("##vso[task.setsecret]", StringComparison.Ordinal));
        foreach (var text in others.Concat(rig.Written().Values))
        {
            foreach (var secret in new[] { "correct-horse-battery", "wJalrXUtnFEMI", "session-token-1" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }

        Assert.Contains("login: *** and *** are wrong", rig.Read("msk-precheck/snapshot.json"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("github")]
    [InlineData("azure")]
    public async Task What_was_switched_off_is_not_there(string host)
    {
        On(host);
        rig.Collector = FakeCollector.Of(Mixed());
        await rig.RunAsync("run", "--sarif=false", "--summary=false", "--annotations=false");

        Assert.Equal(["msk-precheck.json", "snapshot.json"], rig.Written().Keys);
        foreach (var part in new[] { "::error", "::warning", "logissue", "uploadsummary", "artifact.upload" }) Assert.DoesNotContain(part, rig.Out, StringComparison.Ordinal);
        if (host == "github") Assert.Equal(("", "", false), (rig.Outputs()["sarifFile"], rig.Outputs()["summaryFile"], File.Exists(rig.Folder + "-runner/summary")));
    }

    [Fact]
    public async Task Progress_on_a_terminal_is_gone_at_the_end()
    {
        rig.TerminalWidth = 80;
        rig.Collector = new FakeCollector((_, log, _) =>
        {
            log.Progress(Side.Source, "topic configs", 1_200, 10_000);
            return Task.FromResult(Given.AllGreen.Snapshot);
        });

        Assert.Equal(0, await rig.RunAsync());
        Assert.Equal("source: 1,200 of 10,000 topic configs\n\x1b[1A\r\x1b[J", rig.Error);
    }

    public void Dispose() => rig.Dispose();

    private static Snapshot Mixed() => Given.AllGreen
        .Msk(Side.Target, cluster => cluster with { NumberOfBrokerNodes = 2 })
        .Topics(Given.Topic("orders", ("max.message.bytes", "8388608"), ("cleanup.policy", "compact")), Given.Topic("payments"))
        .WayIn(Side.Source, null, "broker 3 did not answer")
        .With((Snapshot seen) => seen with
        {
            EvidenceBucket = Fact<Reachability>.Missing(new Gap("HeadBucket of 'orders-evidence'", GapCause.Timeout, "no answer within 30 s")),
        }).Snapshot;

    // From its first line to its last, which are the same: what stands between has golden files of its own.
    [GeneratedRegex(@"^((READY|BLOCKED|INCOMPLETE): .*)\n(.*\n)*?\1\n", RegexOptions.Multiline)]
    private static partial Regex WithoutReport();

    private void On(string host) => _ = host switch
    {
        "github" => rig.OnGitHub(),
        "azure" => rig.OnAzure(),
        _ => rig,
    };
}
