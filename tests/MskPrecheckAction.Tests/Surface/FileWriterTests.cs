using MskPrecheckAction.Output;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class FileWriterTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("precheck-").FullName;

    [Fact]
    public void A_file_is_there_whole_and_anybody_may_read_it()
    {
        new FileWriter(folder).Write(Path("a.json"), "ü");

        Assert.Equal([0xC3, 0xBC], File.ReadAllBytes(Path("a.json")));
        Assert.Equal(["a.json"], Names());
        if (!OperatingSystem.IsWindows()) Assert.Equal(Convert.ToInt32("644", 8), (int)File.GetUnixFileMode(Path("a.json")));
    }

    [Fact]
    public void What_was_there_before_stays_until_the_new_file_is_whole()
    {
        var writer = new FileWriter(folder);
        writer.Write(Path("a.json"), "old");

        Assert.Throws<IOException>(() => writer.Write(Path("a.json"), stream =>
        {
            stream.Write("half"u8);
            throw new IOException("No space left on device");
        }));
        Assert.Equal("old", File.ReadAllText(Path("a.json")));
        Assert.Equal(["a.json"], Names());
    }

    [Fact]
    public void A_link_in_the_place_of_the_file_is_replaced_not_followed()
    {
        File.WriteAllText(Path("elsewhere"), "mine");
        File.CreateSymbolicLink(Path("a.json"), "elsewhere");
        new FileWriter(folder).Write(Path("a.json"), "report");

        Assert.Equal("mine", File.ReadAllText(Path("elsewhere")));
        Assert.Null(new FileInfo(Path("a.json")).LinkTarget);
    }

    [Fact]
    public void What_root_writes_belongs_to_whom_the_workspace_belongs()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) Assert.Skip("needs root on Linux");
        Run("chown", "1234:2345", folder);

        var writer = new FileWriter(folder);
        writer.CreateFolder(Path("reports"));
        writer.Write(Path("reports/a.json"), "{}");

        Assert.Equal("1234:2345", Run("stat", "-c", "%u:%g", Path("reports")));
        Assert.Equal("1234:2345", Run("stat", "-c", "%u:%g", Path("reports/a.json")));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Run(string program, params string[] arguments)
    {
        using var process = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo(program, arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.Trim();
    }

    private string Path(string name) => System.IO.Path.Combine(folder, name);

    private IEnumerable<string?> Names() => Directory.EnumerateFileSystemEntries(folder).Select(System.IO.Path.GetFileName);
}
