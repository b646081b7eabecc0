using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class LoginFilesTests : IDisposable
{
    private const string Yaml = """
        enterprise:
          msk_kraft_migration:
            source:
              cluster_arn: arn:aws:kafka:eu-central-1:111122223333:cluster/orders/1f2e3d4c-0000-4000-8000-000000000001-7
              auth: {mode: mtls, certificate_path: client.pem, key_path: sub, ca_path: absent.pem}
            target:
              cluster_arn: arn:aws:kafka:eu-central-1:111122223333:cluster/orders-kraft/9a8b7c6d-0000-4000-8000-000000000002-7
              auth:
                mode: tls
                ca_path: empty.pem
                key_path: nobody-asks-for-it.pem
            backup: {s3_bucket: orders-backup}
            evidence: {s3_bucket: orders-evidence}
        """;

    private readonly TemporaryFolder folder = new();

    [Fact]
    public void What_a_login_needs_and_is_not_there_is_told_at_its_key()
    {
        folder.With("client.pem", "x");
        folder.With("empty.pem", "");
        Directory.CreateDirectory(Path.Combine(folder.Path, "sub"));
        List<ConfigProblem> problems = [];
        var file = MigrationFileLoader.Load("migration.yaml", folder.With("migration.yaml", Yaml), _ => null, problems);
        Assert.Empty(problems);
        Assert.Equal(
            [
                new("source.auth.key_path: 'sub' is a folder. Write the path of a PEM file.", new Location("migration.yaml", 5, 56, 5, 69)),
                new($"source.auth.ca_path: 'absent.pem' does not exist. Write a path relative to the working directory, which is '{folder.Path}', or an absolute one.", new Location("migration.yaml", 5, 71, 5, 90)),
                new("target.auth.ca_path: 'empty.pem' is empty. Write the path of a PEM file.", new Location("migration.yaml", 10, 9, 10, 27)),
            ],
            LoginFiles.Problems(file!, folder.Path));
    }

    [Fact]
    public void Files_that_are_there_are_enough_with_relative_and_absolute_paths()
    {
        var path = folder.With("client.pem", "x");
        var yaml = Yaml.Replace("sub", "./client.pem", StringComparison.Ordinal).Replace("absent.pem", path, StringComparison.Ordinal).Replace("empty.pem", "client.pem", StringComparison.Ordinal);
        List<ConfigProblem> problems = [];
        var file = MigrationFileLoader.Load("migration.yaml", folder.With("migration.yaml", yaml), _ => null, problems);
        Assert.Empty(problems);
        Assert.Empty(LoginFiles.Problems(file!, folder.Path));
    }

    public void Dispose() => folder.Dispose();
}
