using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.RegularExpressions;
using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Kafka;
using Xunit;
using KafkaCluster = MskPrecheckAction.Kafka.KafkaCluster;

namespace MskPrecheckAction.Tests.Whole;

/// <summary>What goes wrong, and what the user is told of it: the rows are docs/faults.md.</summary>
[Trait("Needs", "Kafka")]
[Collection(nameof(ProcessEnvironment))]
public sealed partial class FaultTests(OwnKafka kafka) : IClassFixture<OwnKafka>
{
    private const string Page = "docs/faults.md";

    private delegate Task Breaking(WholeProgram program, Stack<IAsyncDisposable> after);

    private sealed record Fault(string Name, string Code, int Exit, string Words, Breaking Break, params string[] Options);

    private static readonly Fault[] Faults =
    [
        new("The brokers' name does not resolve", "B09", 1, "has no address here", (program, _) => At(program, "b-1.orders.invalid:9092", "mode: plaintext")),
        new("Nobody listens on the brokers' port", "B09", 1, "refused the connection: nobody listens there", (program, _) => At(program, "127.0.0.1:1", "mode: plaintext")),
        new("The brokers' port accepts and never answers (a firewall, a tunnel)", "B09", 1, "no answer from", (program, after) => At(program, Proxied(program, after, ProxyBehaviour.Blackhole), "mode: plaintext")),
        new("The brokers answer a byte a second", "B09", 1, "no answer from", (program, after) => At(program, Proxied(program, after, ProxyBehaviour.Drip), "mode: plaintext")),
        new("A TLS mode at the plaintext port", "B09", 1, "is it the plaintext port?", (program, _) => At(program, program.Source.Bootstrap(broker: 1), "mode: tls", "ca_path: " + program.Source.Certificates.CaPath)),
        new("Plaintext at the TLS port", "B09", 1, "is it a TLS port?", (program, _) => At(program, program.Source.Bootstrap(KafkaListener.Tls, 1), "mode: plaintext")),
        new("The brokers' certificate is signed by a private authority, and ca_path is not given", "B09", 1, "is signed by nobody who is trusted here", (program, _) => At(program, program.Source.Bootstrap(KafkaListener.Tls, 1), "mode: tls")),
        new("The brokers' certificate has expired", "B09", 1, "expired on", (program, after) => Certificate(program, after, null, -1)),
        new("The brokers' certificate is for another host", "B09", 1, "is for another host", (program, after) => Certificate(program, after, "b-1.elsewhere.example", 30)),
        new("A wrong SCRAM password", "B09", 1, "refused the user name or the password", (program, _) => At(
            program, program.Source.Bootstrap(KafkaListener.Scram, 1), "mode: scram-sha-512", "username: nobody", "password: wrong", "ca_path: " + program.Source.Certificates.CaPath)),
        new("SCRAM at a port that takes none", "B09", 1, "does not offer SCRAM-SHA-512", (program, _) => At(
            program, program.Source.Bootstrap(KafkaListener.Tls, 1), "mode: scram-sha-512", "username: nobody", "password: wrong", "ca_path: " + program.Source.Certificates.CaPath)),
        new("The auth mode is not enabled on the cluster", "B09", 1, "scram-sha-512 is not enabled on the cluster", (program, _) =>
        {
            var answer = AwsDocuments.Provisioned(Given.SourceArn, "3.6.0", 2);
            answer["clusterInfo"]!["provisioned"]!["clientAuthentication"]!["sasl"]!["scram"]!["enabled"] = false;
            program.Aws.On(AwsAction.DescribeClusterV2, Given.SourceArn, Answer.Json(answer.ToJsonString()))
                .On(AwsAction.GetBootstrapBrokers, Given.SourceArn, AwsDocuments.Bootstrap(("bootstrapBrokerStringTls", program.Source.Bootstrap(KafkaListener.Tls))));
            program.Auth(Side.Source, "mode: scram-sha-512", "username: nobody", "password: wrong");
            return Task.CompletedTask;
        }),
        new("The SCRAM secret is not JSON", "B09", 1, "is not JSON", (program, _) =>
        {
            program.Aws.On(AwsAction.GetSecretValue, WholeProgram.SecretArn, AwsDocuments.Secret(WholeProgram.SecretArn, "alice:pw"));
            program.Auth(Side.Source, "mode: scram-sha-512", "secret_arn: " + WholeProgram.SecretArn);
            return Task.CompletedTask;
        }),
        new("No AWS credentials", "B09", 1, "no AWS credentials were found", (program, _) =>
        {
            program.Environment.Set("AWS_ACCESS_KEY_ID", null);
            program.Environment.Set("AWS_SECRET_ACCESS_KEY", null);
            return Task.CompletedTask;
        }),
        new("The AWS session token has expired", "B09", 1, "the AWS credentials have expired", (program, _) =>
        {
            program.Environment.Set("AWS_SESSION_TOKEN", "of-yesterday");
            return Task.CompletedTask;
        }),
        new("There is no such cluster", "B09", 1, "there is no", (program, _) => Aws(program, Answer.Error(404, "NotFoundException", "The requested resource doesn't exist."))),
        new("AWS throttles the calls", "B09", 1, "throttled", (program, _) => Aws(program, Answer.Throttled())),
        new("Of two addresses one is dead", "", 0, "", (program, _) => At(program, "127.0.0.1:1," + program.Source.Bootstrap(broker: 1), "mode: plaintext")),
        new("`timeoutSeconds` is reached before the brokers answer", "B09", 3, "the run ended before the answer came", (program, after) =>
            At(program, Proxied(program, after, ProxyBehaviour.Blackhole), "mode: plaintext"), "--timeout-seconds", "6"),
    ];

    [Fact]
    public async Task The_page_of_faults_is_what_the_program_says()
    {
        var (source, target) = await kafka.PairAsync();
        List<string> wrong = [];
        var page = new StringBuilder("# Faults\n\nWhat goes wrong on the way to a cluster, here the source's, and what the report says of it. Made by `FaultTests` on real brokers; `MSK_PRECHECK_ACCEPT=1` rewrites it.\n\n| Fault | What the user sees | Exit code |\n|---|---|---|\n");
        foreach (var fault in Faults)
        {
            await using var program = new WholeProgram(source, target);
            Stack<IAsyncDisposable> after = [];
            await fault.Break(program, after);
            var run = await program.RunAsync(null, fault.Options);
            while (after.TryPop(out var one)) await one.DisposeAsync();
            TestContext.Current.TestOutputHelper?.WriteLine($"{fault.Name}: exit {run.Exit} in {run.Took.TotalSeconds:0.0} s");

            var said = fault.Code.Length == 0 ? "The report as ever" : Said(run.Checks[fault.Code]);
            if (run.Exit != fault.Exit || !said.Contains(fault.Words, StringComparison.Ordinal)) wrong.Add($"{fault.Name}: exit {run.Exit}, {said}\n{run.Error}");
            if (StackTrace().IsMatch(run.Everything)) wrong.Add($"{fault.Name}: a stack trace");
            page.Append("| ").Append(fault.Name).Append(" | ").Append(Bare(said)).Append(" | ").Append(run.Exit).Append(" |\n");
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

    private static string Said(JudgedCheck check) =>
        $"{check.Code}: " + (check.Outcome is "failed" ? string.Join("; ", check.Messages) : string.Join("; ", check.Gaps.Select(gap => $"{check.Outcome}, {gap.Asked}: {gap.Reason}")));

    private static string Bare(string text) => Date().Replace(Port().Replace(text, "$1:<port>"), "<date>").Replace("<", "&lt;", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);

    private static Task At(WholeProgram program, string servers, params string[] auth)
    {
        program.At(Side.Source, servers, auth);
        return Task.CompletedTask;
    }

    private static Task Aws(WholeProgram program, Answer answer)
    {
        foreach (var action in new[] { AwsAction.DescribeClusterV2, AwsAction.ListNodes, AwsAction.GetBootstrapBrokers }) program.Aws.On(action, Given.SourceArn, answer);
        return Task.CompletedTask;
    }

    private static string Proxied(WholeProgram program, Stack<IAsyncDisposable> after, ProxyBehaviour behaviour)
    {
        var port = int.Parse(program.Source.Bootstrap(broker: 1).Split(':')[1], System.Globalization.CultureInfo.InvariantCulture);
        var proxy = new TcpProxy(port) { Behaviour = behaviour };
        after.Push(proxy);
        return $"127.0.0.1:{proxy.Port}";
    }

    private static Task Certificate(WholeProgram program, Stack<IAsyncDisposable> after, string? host, int validForDays)
    {
        var server = new TlsServer(host, validForDays);
        after.Push(server);
        return At(program, server.Address, "mode: tls", "ca_path: " + server.CaPath);
    }

    [GeneratedRegex(@"(127\.0\.0\.1|\.invalid):[0-9]+")]
    private static partial Regex Port();

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex Date();

    [GeneratedRegex(@"(?m)^\s+at \S+\(")]
    private static partial Regex StackTrace();

    /// <summary>Shakes hands with a certificate that has something wrong with it, and says no more.</summary>
    private sealed class TlsServer : IAsyncDisposable
    {
        private readonly TestCertificates authority = new(Directory.CreateTempSubdirectory("tls-").FullName);
        private readonly X509Certificate2 certificate;
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);

        public TlsServer(string? host, int validForDays)
        {
            var files = authority.Issue("broker", host, DateTimeOffset.UtcNow.AddDays(-20), DateTimeOffset.UtcNow.AddDays(validForDays));
            certificate = X509CertificateLoader.LoadPkcs12FromFile(files.StorePath, TestCertificates.StorePassword);
            listener.Start();
            _ = AcceptAsync();
        }

        public string Address => listener.LocalEndpoint.ToString()!;

        public string CaPath => authority.CaPath;

        public ValueTask DisposeAsync()
        {
            listener.Dispose();
            certificate.Dispose();
            authority.Dispose();
            Directory.Delete(Path.GetDirectoryName(CaPath)!, recursive: true);
            return ValueTask.CompletedTask;
        }

        private async Task AcceptAsync()
        {
            try
            {
                while (true)
                {
                    var stream = new SslStream((await listener.AcceptTcpClientAsync()).GetStream());
                    _ = stream.AuthenticateAsServerAsync(certificate).ContinueWith(_ => stream.Dispose(), TaskScheduler.Default);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                // The server ends.
            }
        }
    }
}
