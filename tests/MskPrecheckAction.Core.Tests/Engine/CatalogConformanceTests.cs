using System.Reflection;
using System.Text.RegularExpressions;
using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Engine;

/// <summary>What holds for every check, a 24th included.</summary>
public sealed partial class CatalogConformanceTests
{
    // These judge what is planned; B05 also looks at facts, but only to convict.
    private static readonly string[] ReadPlanOnly = ["B05", "B13", "W02", "W03", "W08", "I01"];

    // What only the reader can know or choose.
    private static readonly string[] LeftToTheReader = ["<configuration_arn>", "<current_version>", "<revision>", "<secret_arns>"];

    private static readonly string[] LeastPrivilege =
    [
        "kafka:DescribeClusterV2", "kafka:ListNodes", "kafka:GetBootstrapBrokers", "s3:ListBucket", "secretsmanager:GetSecretValue", "kms:Decrypt",
        "kafka-cluster:Connect", "kafka-cluster:DescribeCluster", "kafka-cluster:DescribeClusterDynamicConfiguration", "kafka-cluster:DescribeTopic",
        "kafka-cluster:DescribeTopicDynamicConfiguration", "kafka-cluster:DescribeGroup", "kafka-cluster:ReadData",
        "DESCRIBE on Cluster", "DESCRIBE_CONFIGS on Cluster", "DESCRIBE on Topic", "DESCRIBE_CONFIGS on Topic", "DESCRIBE on Group", "READ on Topic __transaction_state",
    ];

    public static TheoryData<string> Codes => [.. CheckCatalog.All.Select(check => check.Code)];

    [Fact]
    public void Codes_are_in_order_and_given_out_once()
    {
        string[] codes = [.. CheckCatalog.All.Select(check => check.Code)];
        Assert.Equal(codes.Distinct().OrderBy(code => "BWI".IndexOf(code[0], StringComparison.Ordinal)).ThenBy(code => code, StringComparer.Ordinal), codes);
        Assert.All(codes, code => Assert.Matches("^[BWI][0-9]{2}$", code));
        Assert.Equal(23, codes.Length);
    }

    [Fact]
    public void Every_check_is_registered() =>
        Assert.Equal(
            typeof(Check).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Check)) && !type.IsAbstract).Select(type => type.Name).Order(StringComparer.Ordinal),
            CheckCatalog.All.Select(check => check.GetType().Name).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Texts_keep_the_rules(string code)
    {
        var check = CheckCatalog.Find(code)!;
        Assert.InRange(check.Title.Length, 1, 80);
        Assert.True(check.Source is { IsAbsoluteUri: true, Scheme: "https" });
        Assert.DoesNotContain("...", check.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("HeadBucket permission", check.Fix.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("s3:HeadBucket", check.Fix.ToString(), StringComparison.Ordinal);
        Assert.EndsWith(".", check.Cause, StringComparison.Ordinal);
        Assert.All(check.Fix.Steps, step => Assert.False(string.IsNullOrWhiteSpace(step.Text)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Files_are_named_by_code_and_class(string code) => Assert.True(
        File.Exists(Path.Combine(Root, "src", "MskPrecheckAction.Core", "Checks", $"{code}.{CheckCatalog.Find(code)!.GetType().Name}.cs")));

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_check_has_its_tests(string code)
    {
        var name = CheckCatalog.Find(code)!.GetType().Name + "Tests";
        var tests = Assert.Single(typeof(CatalogConformanceTests).Assembly.GetTypes(), type => type.Name == name);
        Assert.True(File.Exists(Path.Combine(Root, "tests", "MskPrecheckAction.Core.Tests", "Checks", $"{code}.{name}.cs")));
        string[] methods = [.. tests.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly).Select(method => method.Name)];
        string[] needed = ReadPlanOnly.Contains(code) ? ["Fails_", "Passes_"] : ["Fails_", "Passes_", "Is_undetermined_"];
        Assert.All(needed, prefix => Assert.Contains(methods, method => method.StartsWith(prefix, StringComparison.Ordinal)));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_place_is_filled(string code)
    {
        var check = CheckCatalog.Find(code)!;
        var finding = Failing().Select(given => check.Evaluate(new Evidence(given.Plan, given.Snapshot))).OfType<Outcome.Failed>().First().Findings[0];
        Assert.DoesNotMatch(@"\{[a-z_]+\}", finding.Message);
        Assert.Empty(Place().Matches(finding.Fix.ToString()).Select(place => place.Value).Except(LeftToTheReader));
        Assert.DoesNotContain("\n", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Permissions_that_gaps_name_are_the_least_there_are()
    {
        var named = Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Permission().Matches(File.ReadAllText(file)).Select(match => match.Groups["permission"].Value.Trim()));
        Assert.Contains("kafka:DescribeClusterV2", named);
        Assert.Empty(named.Distinct().Except(LeastPrivilege));
    }

    private static IEnumerable<Given> Failing()
    {
        yield return Given.AllGreen.Arn(Side.Target, "arn:aws:kafka:eu-west-1:111122223333:cluster/x/9a8b7c6d-5e4f-4321-8765-0fedcba98765-12")
            .Auth(Side.Target, AuthMode.Iam)
            .With((MigrationPlan plan) => plan with
            {
                Cutover = new CutoverPlan { ReverseReplicationEnabled = true },
                Backup = plan.Backup with { KmsKeyArn = "arn:aws:kms:eu-central-1:111122223333:key/1" },
            })
            .Nodes(Side.Source, new MskNode(MskNodeKind.Controller))
            .Msk(Side.Target, cluster => cluster with { KafkaVersion = "3.6.0", ZookeeperConnectString = "z-1:2181", NumberOfBrokerNodes = 2 })
            .Topics(Given.Topic("a", ("max.message.bytes", "2000000"), ("cleanup.policy", "compact,delete"), ("retention.ms", "1")))
            .Groups(Given.Group("g", "i")).Transactions(new TransactionalId("t", TransactionState.Ongoing)).Acls(Given.Acl("User:ANONYMOUS"))
            .With((Snapshot seen) => seen with { BackupBucket = Fact.Known(new Reachability("404")), EvidenceBucket = Fact.Known(new Reachability("404")) });
        yield return Given.AllGreen.Arn(Side.Target, Given.SourceArn).Auth(Side.Target, AuthMode.ScramSha512).Serverless(Side.Target)
            .NoWayIn(Side.Source, "refused", "B09").NoWayIn(Side.Target, "refused", "B10");
        yield return Given.AllGreen.NoBrokerConfig(Side.Target);
    }

    private static string Root
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "MskPrecheckAction.sln")))
            {
                folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run within the repository.");
            }

            return folder.FullName;
        }
    }

    [GeneratedRegex("<[a-z_]+>")]
    private static partial Regex Place();

    [GeneratedRegex("\"(?<permission>(kafka|kafka-cluster|s3|secretsmanager|kms):[A-Za-z0-9]+|[A-Z_]+ on (Cluster|Topic|Group|TransactionalId)[^\"{]*)\"")]
    private static partial Regex Permission();
}
