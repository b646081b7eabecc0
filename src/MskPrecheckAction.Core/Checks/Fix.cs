namespace MskPrecheckAction.Checks;

/// <summary>What to do about a finding: sentences and commands, in order.</summary>
/// <param name="Steps">At least one.</param>
public sealed record Fix(IReadOnlyList<FixStep> Steps)
{
    private const string CommandMark = "$ ";

    /// <summary>Reads a text in which every line is a sentence, or a command where it begins with <c>$ </c>.</summary>
    public static Fix Of(string text) => new([.. text.Split('\n').Select(line =>
        line.StartsWith(CommandMark, StringComparison.Ordinal) ? new FixStep(line[CommandMark.Length..], IsCommand: true) : new FixStep(line, IsCommand: false))]);

    /// <summary>The same with each <c>&lt;name&gt;</c> replaced; in commands the value is quoted for a POSIX shell where it has to be.</summary>
    public Fix Fill(IReadOnlyList<(string Name, string Value)> values) => new([.. Steps.Select(step =>
        step with { Text = Placeholders.Fill(step.Text, '<', '>', values, step.IsCommand ? ShellQuote : value => value) })]);

    /// <summary>One text again, commands marked as in <see cref="Of"/>.</summary>
    public override string ToString() => string.Join('\n', Steps.Select(step => step.IsCommand ? CommandMark + step.Text : step.Text));

    private static string ShellQuote(string value) =>
        value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || "-_./:=@%+,".Contains(c)) ? value : "'" + value.Replace("'", "'\\''") + "'";
}

/// <summary>One step of a <see cref="Fix"/>.</summary>
/// <param name="Text">A sentence, or a command line without its mark.</param>
/// <param name="IsCommand">Whether it is to be typed.</param>
public sealed record FixStep(string Text, bool IsCommand);
