using System.Text;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Facts.Json;
using MskPrecheckAction.Kafka;
using MskPrecheckAction.Tests.Whole;
using MskPrecheckAction.Tests.Whole.Faults;
using Xunit;

namespace MskPrecheckAction.Collection.Kafka.Apart;

/// <summary>A reading in a process of its own gives what one in this process gives, and takes nothing with it when it crashes.</summary>
public sealed class ApartKafkaCollectorTests(SharedKafka kafka)
{
    // No answer of ApiVersions has an empty list where it must have one: librdkafka ends its process over it.
    private static OddServer Killer => OddServer.Frames(_ => [0, 0, 0, 0, 0, 1, 0, 3, 0, 0, 0, 4]);

    private readonly RecordingLog log = new();

    [Fact]
    [Trait("Needs", "Kafka")]
    public async Task The_facts_are_those_of_a_reading_in_this_process()
    {
        var access = Collected.Plaintext((await kafka.TargetAsync()).Bootstrap(), Side.Target);
        Assert.Equal(Text((await Collected.FromAsync(access)).Facts), Text(await CollectAsync(access)));
        Assert.Contains(log.Lines, line => line.StartsWith("Target connecting", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Needs", "Kafka")]
    public async Task A_password_and_a_private_authority_go_with_the_access()
    {
        var source = await kafka.SourceAsync();
        var user = KafkaClients.Unique("alice");
        await source.AddScramUserAsync(user, "right");
        Assert.Null(Collected.Known((await CollectAsync(Collected.Scram(source, user, "right"))).WayIn).Error);
        Assert.Contains("refused the user name or the password", Collected.Known((await CollectAsync(Collected.Scram(source, user, "wrong"))).WayIn).Error, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Needs", "Kafka")]
    public async Task Tokens_are_signed_here_for_as_long_as_it_reads()
    {
        var signed = 0;
        await using var silent = new FixedServer(null);
        var facts = await CollectAsync(Iam(silent.Address, _ =>
        {
            signed++;
            return Task.FromResult(new IamToken(new Secret("token"), DateTimeOffset.UtcNow.AddSeconds(3), "precheck"));
        }));
        Assert.Contains("no answer from", Collected.Known(facts.WayIn).Error, StringComparison.Ordinal);
        Assert.True(signed > 2, $"{signed} tokens");
    }

    [Fact]
    public async Task Why_there_is_no_token_is_told()
    {
        var facts = await CollectAsync(Iam("127.0.0.1:1", _ => throw new InvalidOperationException("the role is gone")));
        Assert.Equal("the IAM token could not be signed: the role is gone", Collected.Known(facts.WayIn).Error);
    }

    [Fact]
    public async Task A_crash_costs_the_facts_of_one_cluster_and_its_last_words_are_kept()
    {
        await using var killer = Killer;
        var facts = await CollectAsync(Collected.Plaintext(killer.Address));
        var gap = Collected.Missing(facts.WayIn);
        Assert.Equal(GapCause.Defect, gap.Cause);
        Assert.StartsWith($"the Kafka client crashed (SIGABRT) while it talked to {killer.Address}", gap.Reason, StringComparison.Ordinal);
        Assert.Equal(gap, Collected.Missing(facts.Topics));
        Assert.Contains(log.Lines, line => line.Contains("Assertion", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Where_it_cannot_be_started_this_process_reads()
    {
        await using var web = new FixedServer(FixedServer.BadRequest);
        var facts = await new ApartKafkaCollector("/nowhere/msk-precheck").CollectAsync(Collected.Plaintext(web.Address), log, TestContext.Current.CancellationToken);
        Assert.Contains("answers in HTTP", Collected.Known(facts.WayIn).Error, StringComparison.Ordinal);
        Assert.Contains(log.Lines, line => line.Contains("reads in this one", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stop_ends_it_with_what_it_has()
    {
        using var stop = new CancellationTokenSource();
        await using var silent = new FixedServer(null);
        var collecting = new ApartKafkaCollector(BuiltProgram.File).CollectAsync(Collected.Plaintext(silent.Address), log, stop.Token);
        await Eventually.TrueAsync(() => log.Lines.Count > 0, "a reader at work");
        await stop.CancelAsync();
        Assert.Equal(GapCause.Cancelled, Collected.Missing((await collecting).WayIn).Cause);
    }

    private Task<KafkaFacts> CollectAsync(KafkaAccess access) => new ApartKafkaCollector(BuiltProgram.File).CollectAsync(access, log, TestContext.Current.CancellationToken);

    private static KafkaAccess Iam(string servers, Func<CancellationToken, Task<IamToken>> sign) => new(Side.Source, servers, new AuthPlan(AuthMode.Iam)) { SignToken = sign };

    private static string Text(KafkaFacts facts) => Encoding.UTF8.GetString(KafkaFactsJson.Write(facts));
}
