using MskPrecheckAction.Inputs;
using Xunit;
using static MskPrecheckAction.Tests.Surface.GivenInputsTests;

namespace MskPrecheckAction.Tests.Surface;

public sealed class OutputDirectoryTests : IDisposable
{
    private readonly string root = Directory.CreateTempSubdirectory("precheck-").FullName;

    [Theory]
    [InlineData("reports")]
    [InlineData("a/b/../c")]
    [InlineData(".")]
    public void Inside_the_workspace_it_is_made(string path)
    {
        var (folder, problems) = Prepare(path);

        Assert.Empty(problems);
        Assert.Equal(Path.GetFullPath(path, RealPath.Of(root)), folder!);
        Assert.True(Directory.Exists(folder));
        Assert.Empty(Directory.EnumerateFiles(folder));
        if (path == "reports" && OperatingSystem.IsLinux()) Assert.Equal(Convert.ToInt32("755", 8), (int)File.GetUnixFileMode(folder));
    }

    [Fact]
    public void An_absolute_path_inside_is_inside() => Assert.Empty(Prepare(Path.Combine(root, "x")).Problems);

    [Theory]
    [InlineData("..")]
    [InlineData("a/../../b")]
    [InlineData("/tmp")]
    [InlineData("link")]
    [InlineData("link/deeper")]
    [InlineData("hop/deeper")]
    public void No_way_leads_out(string path)
    {
        var outside = Directory.CreateTempSubdirectory("outside-").FullName;
        File.CreateSymbolicLink(Path.Combine(root, "link"), outside);
        File.CreateSymbolicLink(Path.Combine(root, "hop"), "link");

        var (folder, problems) = Prepare(path);

        Assert.Null(folder);
        Assert.Contains("which is outside the workspace", Assert.Single(problems), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(outside));
        Directory.Delete(outside);
    }

    [Fact]
    public void At_a_console_reports_go_where_people_like()
    {
        var elsewhere = Path.Combine(root, "elsewhere");
        var given = From(("INPUT_OUTPUTDIRECTORY", elsewhere));

        Assert.Equal(
            RealPath.Of(elsewhere),
            OutputDirectory.Prepare(given, Workspace.Of(new Dictionary<string, string>(), Directory.CreateDirectory(Path.Combine(root, "here")).FullName)));
        Assert.Empty(given.Problems);
    }

    [Fact]
    public void A_neighbour_with_the_same_beginning_is_outside() => Assert.Null(Prepare("../" + Path.GetFileName(root) + "-2").Folder);

    [Fact]
    public void A_link_that_stays_inside_is_followed()
    {
        Directory.CreateDirectory(Path.Combine(root, "real"));
        File.CreateSymbolicLink(Path.Combine(root, "link"), "real");

        Assert.Equal(Path.Combine(RealPath.Of(root), "real"), Prepare("link").Folder);
    }

    [Fact]
    public void Links_in_a_circle_are_a_problem()
    {
        File.CreateSymbolicLink(Path.Combine(root, "a"), "b");
        File.CreateSymbolicLink(Path.Combine(root, "b"), "a");

        Assert.Contains("leads in a circle", Assert.Single(Prepare("a").Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("file", "it is a file")]
    [InlineData("file/below", "it cannot be written to")]
    public void A_file_in_the_way_is_a_problem(string path, string problem)
    {
        File.WriteAllText(Path.Combine(root, "file"), "");

        Assert.Contains(problem, Assert.Single(Prepare(path).Problems), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GITHUB_WORKSPACE")]
    [InlineData("BUILD_SOURCESDIRECTORY")]
    public void The_host_says_what_the_workspace_is(string variable)
    {
        var below = Directory.CreateDirectory(Path.Combine(root, "below")).FullName;
        var workspace = Workspace.Of(new Dictionary<string, string> { [variable] = root }, below);

        Assert.Equal(RealPath.Of(root), workspace.Root);
        Assert.Equal("below/x.yaml", workspace.Shown("x.yaml"));
        Assert.Equal("x.yaml", workspace.Shown("../x.yaml"));
        Assert.Equal("/elsewhere/x.yaml", workspace.Shown("/elsewhere/x.yaml"));
    }

    [Fact]
    public void A_workspace_that_is_not_here_is_not_believed() =>
        Assert.Equal(RealPath.Of(root), Workspace.Of(new Dictionary<string, string> { ["GITHUB_WORKSPACE"] = "/nowhere/at/all" }, root).Root);

    public void Dispose() => Directory.Delete(root, recursive: true);

    private (string? Folder, IReadOnlyList<string> Problems) Prepare(string path)
    {
        var given = From(("INPUT_OUTPUTDIRECTORY", path));
        var folder = OutputDirectory.Prepare(given, Workspace.Of(new Dictionary<string, string> { ["GITHUB_WORKSPACE"] = root }, root));
        return (folder, given.Problems);
    }
}
