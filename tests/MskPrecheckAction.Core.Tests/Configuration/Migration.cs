using System.Text;
using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

/// <summary>Migration files for the tests: the shortest valid one, and changes to it.</summary>
internal static class Migration
{
    /// <summary>Only what is required.</summary>
    public const string Valid = """
        # comment
        enterprise:
          msk_kraft_migration:
            source:
              cluster_arn: arn:aws:kafka:eu-central-1:111122223333:cluster/orders/1f2e3d4c-0000-4000-8000-000000000001-7
              auth:
                mode: iam
            target:
              cluster_arn: arn:aws:kafka:eu-central-1:111122223333:cluster/orders-kraft/9a8b7c6d-0000-4000-8000-000000000002-7
              auth:
                mode: iam
            backup:
              s3_bucket: orders-backup
            evidence:
              s3_bucket: orders-evidence

        """;

    /// <summary>The variables that tests find set.</summary>
    public static readonly Dictionary<string, string> Environment = new()
    {
        ["MODE"] = " iam\n",
        ["EMPTY"] = "",
        ["NUMBER"] = "5",
        ["TRUE"] = "true",
        ["ARN"] = "ARN:aws:kafka:EU-central-1:111122223333:cluster/orders/1F2e3d4c-0000-4000-8000-000000000001-7",
        ["YAML"] = "{a: [b, *c]}",
        ["CANARY"] = "canary-3f9a",
    };

    /// <summary>The valid file with one of its texts, at its first place, in another form.</summary>
    public static string With(string was, string now)
    {
        var at = Valid.IndexOf(was, StringComparison.Ordinal);
        Assert.True(at >= 0, $"The valid file has no '{was}'.");
        return Valid[..at] + now + Valid[(at + was.Length)..];
    }

    /// <summary>The valid file with other keys in the source's <c>auth</c>, from line 7 on, column 9.</summary>
    public static string WithAuth(string keys) => With("mode: iam", keys.Replace("\n", "\n        ", StringComparison.Ordinal));

    /// <summary>The valid file with one more line in a section behind it: the section in line 16, the key in line 17, column 7.</summary>
    public static string Adding(string section, string key) => $"{Valid}    {section}:\n      {key}\n";

    /// <summary>The file; fails where something is wrong with it.</summary>
    public static MigrationFile Read(string yaml)
    {
        var isRead = MigrationFileReader.TryRead("migration.yaml", Encoding.UTF8.GetBytes(yaml), Environment.GetValueOrDefault, out var file, out var problems);
        Assert.True(isRead, string.Join('\n', Lines(problems)));
        Assert.Empty(problems);
        return file!;
    }

    /// <summary>What is wrong with a file, each as <c>line:column message</c>.</summary>
    public static string[] Problems(string yaml) => Problems(Encoding.UTF8.GetBytes(yaml));

    /// <summary>What is wrong with a file, each as <c>line:column message</c>.</summary>
    public static string[] Problems(byte[] bytes)
    {
        var isRead = MigrationFileReader.TryRead("migration.yaml", bytes, Environment.GetValueOrDefault, out var file, out var problems);
        Assert.False(isRead, "Nothing was wrong.");
        Assert.Null(file);
        Assert.All(problems, problem => Assert.Equal("migration.yaml", problem.Location!.File));
        return Lines(problems);
    }

    /// <summary>What is worth knowing of a file, each as <c>line:column message</c>.</summary>
    public static string[] Notes(string yaml) => Lines(Read(yaml).Notes);

    private static string[] Lines(IEnumerable<ConfigProblem> all) => [.. all.Select(one => $"{one.Location!.Line}:{one.Location.Column} {one.Message}")];
}
