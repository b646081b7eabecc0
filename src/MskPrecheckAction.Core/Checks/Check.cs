using System.Globalization;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Checks;

/// <summary>One check: its contract, and one pure method. The derived class is named by the statement that is true when it passes.</summary>
/// <param name="code">Such as <c>B04</c>; the letter is the level. Codes are never used twice.</param>
/// <param name="title">The contract's title.</param>
/// <param name="message">The contract's message; places stand in braces.</param>
/// <param name="cause">Why it matters.</param>
/// <param name="fix">What to do, in the form of <see cref="Checks.Fix.Of"/>; places stand in angle brackets.</param>
/// <param name="source">The vendor's page that bears the check out.</param>
public abstract class Check(string code, string title, string message, string cause, string fix, string source)
{
    /// <summary>Such as <c>B04</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What a failure of this check means.</summary>
    public Level Level { get; } = code[0] switch
    {
        'B' => Level.Blocker,
        'W' => Level.Warning,
        'I' => Level.Info,
        _ => throw new ArgumentException($"'{code}' does not begin with B, W or I.", nameof(code)),
    };

    /// <summary>The contract's title.</summary>
    public string Title { get; } = title;

    /// <summary>The contract's message with its places.</summary>
    public string Message { get; } = message;

    /// <summary>Why it matters.</summary>
    public string Cause { get; } = cause;

    /// <summary>What to do, with its places.</summary>
    public Fix Fix { get; } = Fix.Of(fix);

    /// <summary>The vendor's page that bears the check out.</summary>
    public Uri Source { get; } = new(source);

    /// <summary>Judges the facts. Never asks anybody anything.</summary>
    public abstract Outcome Evaluate(Evidence evidence);

    /// <summary>Looked at, and in order.</summary>
    protected static Outcome Passed(string? remark = null) => new Outcome.Passed(remark);

    /// <summary>The question does not arise.</summary>
    protected static Outcome NotApplicable(string because) => new Outcome.NotApplicable(because);

    /// <summary>Not known.</summary>
    protected static Outcome Undetermined(params IReadOnlyList<Gap> gaps) => new Outcome.Undetermined(gaps);

    /// <summary>Not in order; <paramref name="gaps"/> say what could not be seen besides.</summary>
    protected static Outcome Failed(Finding finding, params IReadOnlyList<Gap> gaps) => new Outcome.Failed([finding], gaps);

    /// <summary>Partial facts may convict, only complete ones acquit: failed with a finding, not known with a gap, else passed.</summary>
    protected static Outcome Judged(Finding? finding, IReadOnlyList<Gap> gaps, string? remark = null) =>
        finding is not null ? Failed(finding, gaps) : gaps.Count > 0 ? Undetermined(gaps) : Passed(remark);

    /// <summary>Passed where it was reached; a definite no is a finding, not knowing is not.</summary>
    protected static Outcome Reached(Fact<Reachability> fact, Func<string, Finding> finding) =>
        !fact.TryGet(out var reachability, out var gap) ? Undetermined(gap)
        : reachability.Error is { } error ? Failed(finding(error))
        : Passed(reachability.Remark);

    /// <summary>This check's message and fix with their places filled.</summary>
    /// <param name="path">The key of the migration file that it is about.</param>
    /// <param name="values">A value for every place of the message; those that the fix names are filled there too.</param>
    /// <exception cref="InvalidOperationException">A place of the message has no value: a defect of the check.</exception>
    protected Finding Finding(string path, params IReadOnlyList<(string Name, object Value)> values)
    {
        (string Name, string Value)[] texts = [.. values.Select(one => (one.Name, Convert.ToString(one.Value, CultureInfo.InvariantCulture) ?? ""))];
        foreach (var place in PlacesOf(Message).Except(texts.Select(one => one.Name)))
        {
            throw new InvalidOperationException($"{Code}: no value for '{place}' of its message.");
        }

        return new Finding(Placeholders.Fill(Message, '{', '}', texts, value => value), path, Fix.Fill(texts));
    }

    private static IEnumerable<string> PlacesOf(string template) =>
        template.Split('{').Skip(1).Where(part => part.Contains('}')).Select(part => part[..part.IndexOf('}')]);
}
