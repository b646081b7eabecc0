using System.Globalization;
using System.Text;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>The protocol of a GitHub runner: commands on standard output, and the text of its output file.</summary>
public static class GitHubWorkflowCommands
{
    // The runner cuts a message at 4,096 characters, in the middle of a word or of a surrogate pair.
    private const int LongestMessage = 4000;

    /// <summary>Closes the group.</summary>
    public const string EndGroup = "::endgroup::";

    /// <summary>Opens a group; groups do not nest.</summary>
    public static string Group(string title) => "::group::" + Data(HarmlessText.Line(title));

    /// <summary>A line that shows only in a debug run.</summary>
    public static string Debug(string line) => "::debug::" + Data(HarmlessText.Lines(line));

    /// <summary>Hides a value, and each line of it, from here on.</summary>
    public static string Mask(string secret) => "::add-mask::" + Data(secret);

    /// <summary>One output as the file of GITHUB_OUTPUT wants it.</summary>
    /// <param name="name">The output's name.</param>
    /// <param name="value">Its value.</param>
    /// <param name="delimiter">Fresh and random, so that no value can end itself.</param>
    /// <exception cref="ArgumentException">The value has the delimiter in it.</exception>
    public static string Output(string name, string value, string delimiter) =>
        value.Contains(delimiter, StringComparison.Ordinal)
            ? throw new ArgumentException($"The value of '{name}' has the delimiter in it.", nameof(value))
            : $"{name}<<{delimiter}\n{value}\n{delimiter}\n";

    /// <summary>The annotations of a report: at most ten of a kind, the tenth a roll-up.</summary>
    public static IReadOnlyList<string> Annotations(Report report) => [.. Issue.Of(report).Select(Annotation)];

    private static string Annotation(Issue issue)
    {
        var command = issue.Kind switch { IssueKind.Error => "error", IssueKind.Warning => "warning", _ => "notice" };
        var place = issue.Location is { } at ? Place(at) + "," : "";
        return $"::{command} {place}title={Property(HarmlessText.Line(issue.Title))}::{Data(Cut(HarmlessText.Lines(issue.Message)))}";
    }

    // The runner drops a column without a line and both columns where the lines differ.
    private static string Place(Location at)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"file={Property(HarmlessText.Line(at.File))},line={at.Line}");
        return at.EndLine == at.Line
            ? string.Create(CultureInfo.InvariantCulture, $"{place},col={at.Column},endLine={at.EndLine},endColumn={Math.Max(at.Column, at.EndColumn)}")
            : string.Create(CultureInfo.InvariantCulture, $"{place},endLine={Math.Max(at.Line, at.EndLine)}");
    }

    private static string Cut(string message)
    {
        if (message.Length <= LongestMessage)
        {
            return message;
        }

        var end = char.IsHighSurrogate(message[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage;
        return message[..end] + " …";
    }

    private static string Data(string text) => Escaped(text, "%\r\n");

    private static string Property(string text) => Escaped(text, "%\r\n:,");

    private static string Escaped(string text, string signs)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var c in text)
        {
            _ = signs.Contains(c) ? escaped.Append(CultureInfo.InvariantCulture, $"%{(int)c:X2}") : escaped.Append(c);
        }

        return escaped.ToString();
    }
}
