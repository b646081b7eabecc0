using System.Runtime.CompilerServices;
using Xunit;

namespace MskPrecheckAction.Tests;

/// <summary>Compares a text with a file of the repository; <c>MSK_PRECHECK_ACCEPT=1</c> writes the file instead.</summary>
internal static class Golden
{
    /// <summary>The repository's folder.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>The lines of a file as it stands.</summary>
    public static IReadOnlyList<string> Lines(string path) => File.ReadAllLines(Path.Combine(Root, path));

    /// <summary>Fails at the first line that differs.</summary>
    /// <param name="path">Below the repository's folder.</param>
    /// <param name="actual">What the program says.</param>
    public static void Matches(string path, string actual)
    {
        var file = Path.Combine(Root, path);
        Assert.DoesNotContain('\r', actual);
        if (Environment.GetEnvironmentVariable("MSK_PRECHECK_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
            return;
        }

        var expected = File.Exists(file) ? File.ReadAllText(file) : "";
        if (expected == actual)
        {
            return;
        }

        string[] was = expected.Split('\n'), now = actual.Split('\n');
        var at = was.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        Assert.Fail(
            $"{path} is out of date (MSK_PRECHECK_ACCEPT=1 rewrites it). Line {at + 1}:\n  file:    {was.ElementAtOrDefault(at)}\n  program: {now.ElementAtOrDefault(at)}");
    }

    private static string FindRoot([CallerFilePath] string here = "")
    {
        var folder = Path.GetDirectoryName(here)!;
        while (!File.Exists(Path.Combine(folder, "MskPrecheckAction.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("The repository is not where it was built.");
        }

        return folder;
    }
}
