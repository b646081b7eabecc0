using System.Runtime.Versioning;
using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class MigrationFileLoaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    [Fact]
    public void A_file_is_read_under_the_name_it_is_shown_by()
    {
        var path = folder.With("migration.yaml", "a: 1");
        Assert.Equal(
            new ConfigProblem(
                "enterprise.msk_kraft_migration is missing. Write it (templates/migration.yaml shows how it looks).",
                new Location("infra/migration.yaml", 1, 1, 1, 1)),
            Assert.Single(Load("infra/migration.yaml", path)));
    }

    [Theory]
    [InlineData("migration.yml", "; its folder has 'migration.yml'.")]
    [InlineData("b.YAML a.yml notes.txt", "; its folder has 'a.yml', 'b.YAML'.")]
    [InlineData("1.yml 2.yml 3.yml 4.yml 5.yml 6.yml", "; its folder has '1.yml', '2.yml', '3.yml', '4.yml', '5.yml' and more.")]
    [InlineData("notes.txt", "; its folder has no .yaml and no .yml file.")]
    [InlineData("", "; its folder is empty, so a step that checks out the repository may be missing.")]
    public void A_file_that_is_not_there_is_told_what_is(string names, string hint)
    {
        foreach (var name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            folder.With(name, "");
        }

        Assert.Equal(
            new ConfigProblem("'migration.yaml' does not exist. Write the path of the migration file" + hint, null),
            Assert.Single(Load("migration.yaml", Path.Combine(folder.Path, "migration.yaml"))));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Assert.Equal(
            "'x/migration.yaml' does not exist, nor does its folder. Write the path of the migration file.",
            Assert.Single(Load("x/migration.yaml", Path.Combine(folder.Path, "x/migration.yaml"))).Message);

    [Fact]
    public void A_folder_in_the_place_of_the_file_is_refused()
    {
        folder.With("migration.yaml", "");
        Assert.Equal(
            "'infra' is a folder. Write the path of the migration file; its folder has 'migration.yaml'.",
            Assert.Single(Load("infra", folder.Path)).Message);
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_file_that_may_not_be_read_is_refused()
    {
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Root may read everything.");
        var path = folder.With("migration.yaml", "a: 1");
        File.SetUnixFileMode(path, UnixFileMode.None);
        Assert.Equal("'migration.yaml' may not be read by this user. Give it read permission.", Assert.Single(Load("migration.yaml", path)).Message);
    }

    [Fact]
    public void A_device_without_an_end_is_read_up_to_the_limit() =>
        Assert.Equal(
            "The file has more than 1024 KiB, which a migration file never has. Check that it is the right file.",
            Assert.Single(Load("zero", "/dev/zero")).Message);

    [Fact]
    public void A_file_that_fails_while_it_is_read_is_refused() =>
        Assert.StartsWith("'mem' cannot be read (", Assert.Single(Load("mem", "/proc/self/mem")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_link_to_itself_is_refused()
    {
        var path = Path.Combine(folder.Path, "migration.yaml");
        File.CreateSymbolicLink(path, path);
        Assert.StartsWith("'migration.yaml' ", Assert.Single(Load("migration.yaml", path)).Message, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private static List<ConfigProblem> Load(string shown, string absolute)
    {
        List<ConfigProblem> problems = [];
        Assert.Null(MigrationFileLoader.Load(shown, absolute, _ => null, problems));
        return problems;
    }
}
