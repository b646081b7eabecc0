using System.Text.RegularExpressions;

namespace MskPrecheckAction.Configuration.Reading;

/// <summary>Replaces <c>${NAME}</c> in a value by the environment variable of that name; <c>$${</c> stands for <c>${</c> itself.</summary>
/// <param name="Text">The value with everything replaced that could be.</param>
/// <param name="Faults">What is wrong, each a sentence to put behind the key; never a text from the value but the names of variables.</param>
/// <param name="Empty">The variables that are set to nothing.</param>
/// <param name="IsReplaced">Whether a variable was named at all.</param>
internal sealed partial record Interpolation(string Text, IReadOnlyList<string> Faults, IReadOnlyList<string> Empty, bool IsReplaced)
{
    private const string Escape = "write $${ for a ${ that is meant as it stands";

    /// <summary>Replaces once and never looks into what a variable brought.</summary>
    public static Interpolation Of(string written, Func<string, string?> environment)
    {
        if (!written.Contains("${", StringComparison.Ordinal))
        {
            return new Interpolation(written, [], [], IsReplaced: false);
        }

        var (faults, empty, replaced) = (new List<string>(), new List<string>(), false);
        var text = Reference().Replace(written, match =>
        {
            if (match.Value == "$${")
            {
                return "${";
            }

            replaced = true;
            var name = match.Groups["name"].Value;
            if (!match.Value.EndsWith('}') || !Name().IsMatch(name))
            {
                faults.Add(Malformed(match.Value, name));
                return "";
            }

            var value = environment(name);
            if (value is null)
            {
                faults.Add($"the environment variable {name} is not set. Set it where this runs, or {Escape}.");
            }
            else if (value.Length == 0)
            {
                empty.Add(name);
            }

            return value ?? "";
        });
        return new Interpolation(text, [.. faults.Distinct()], empty, replaced);
    }

    // The name is not shown: in a password it may be part of it.
    private static string Malformed(string match, string name) => match switch
    {
        _ when name.StartsWith('{') =>
            "an expression ${{ }} is not replaced in this file. Pass the value as an environment variable NAME and write ${NAME}.",
        _ when !match.EndsWith('}') =>
            $"a ${{ is not closed by a }}. Write ${{NAME}}, or {Escape}.",
        _ when name.Contains(':') || name.Contains('-') =>
            "a default such as ${NAME:-value} is not known here. Write ${NAME} and set the variable where this runs.",
        _ => $"what stands between ${{ and }} is no variable's name. Write ${{NAME}} with letters, digits and _, or {Escape}.",
    };

    [GeneratedRegex(@"\$\$\{|\$\{(?<name>[^}]*)\}?", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Reference();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
