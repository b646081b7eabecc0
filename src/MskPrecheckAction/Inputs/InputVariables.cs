namespace MskPrecheckAction.Inputs;

/// <summary>Reads <c>INPUT_</c> variables. GitHub turns the blanks of a name into _, Azure blanks and dots; both upper-case it: so names are compared without any of these.</summary>
internal static class InputVariables
{
    private const string Prefix = "INPUT_";

    /// <summary>What was given, by the input's name; empty is the same as not given.</summary>
    /// <param name="variables">The environment.</param>
    /// <param name="inputs">The inputs that are looked for; others are somebody else's.</param>
    /// <param name="problems">Takes two spellings of one input with different values.</param>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyDictionary<string, string> variables, IReadOnlyList<InputDefinition> inputs, List<string> problems)
    {
        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var input in inputs)
        {
            var spellings = variables
                .Where(one => one.Key.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase) && Bare(one.Key[Prefix.Length..]) == Bare(input.Name) && one.Value.Trim().Length > 0)
                .Select(one => (one.Key, Value: one.Value.Trim()))
                .OrderBy(one => one.Key, StringComparer.Ordinal)
                .ToList();
            if (spellings.Count > 0)
            {
                given[input.Name] = spellings[0].Value;
            }

            if (spellings.Select(one => one.Value).Distinct().Count() > 1)
            {
                problems.Add($"Input '{input.Name}' is given more than once with different values: {string.Join(", ", spellings.Select(one => $"{Excerpt.Of(one.Key)} is '{Excerpt.Of(one.Value)}'"))}. Give it once.");
            }
        }

        return given;
    }

    private static string Bare(string name) => string.Concat(name.Where(c => c is not ('-' or '_' or '.' or ' '))).ToUpperInvariant();
}
