namespace MskPrecheckAction.Configuration;

/// <summary>A place in a file; lines and columns count from 1, the end column is the one behind the last character.</summary>
/// <param name="File">The path as it was given, with forward slashes.</param>
/// <param name="Line">The first line.</param>
/// <param name="Column">The first column.</param>
/// <param name="EndLine">The last line.</param>
/// <param name="EndColumn">The column behind the last character.</param>
public sealed record Location(string File, int Line, int Column, int EndLine, int EndColumn)
{
    /// <summary>The start of a file, for what concerns it as a whole.</summary>
    public static Location StartOf(string file) => new(file, 1, 1, 1, 1);
}

/// <summary>One thing that is wrong with what the user wrote: what it is and what to write instead.</summary>
/// <param name="Message">A full sentence; never the value of a secret.</param>
/// <param name="Location">Where, or null for what stands in no file (an input, a command line option).</param>
public sealed record ConfigProblem(string Message, Location? Location);
