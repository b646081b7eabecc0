using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Inputs;

/// <summary>The command line, read as far as it can be: every problem at once.</summary>
/// <param name="Verb">What to do.</param>
/// <param name="Given">What was given, by the input's name.</param>
/// <param name="Operand">The word that is no option, such as the code of <c>explain</c>.</param>
/// <param name="WantsHelp">Whether to print help instead.</param>
/// <param name="Problems">What is wrong.</param>
/// <param name="HasVerb">False where the first word is no verb: then there is nothing to do but to say so.</param>
internal sealed record CommandLine(
    Verb Verb, IReadOnlyDictionary<string, string> Given, string? Operand, bool WantsHelp, IReadOnlyList<string> Problems, bool HasVerb = true)
{
    /// <summary>Whether only the version is wanted. Asked first: it must not wait for anything.</summary>
    public static bool WantsVersion(IReadOnlyList<string> words) => words.Count > 0 && words[0] is "--version" or "version";

    /// <summary>Whether the overview is wanted, not the help of one verb.</summary>
    public static bool WantsOverview(IReadOnlyList<string> words) => words is ["--help" or "-h" or "help"];

    /// <summary>Reads the words behind the program's name.</summary>
    public static CommandLine Parse(IReadOnlyList<string> words)
    {
        var rest = new Queue<string>(words);
        var problems = new List<string>();
        var help = rest.Count > 0 && rest.Peek() == "help" && rest.Dequeue() == "help";
        var verb = Verb.All[0];
        if (rest.TryPeek(out var first) && !first.StartsWith('-'))
        {
            rest.Dequeue();
            var found = Verb.Find(first);
            verb = found ?? verb;
            if (found is null)
            {
                problems.Add($"'{Excerpt.Of(first)}' is no command. Write one of {string.Join(", ", Verb.All.Select(one => one.Name))}{Hint(NearestName.Of(first, Verb.All.Select(one => one.Name)))}.");
                return new CommandLine(verb, new Dictionary<string, string>(), null, help, problems, HasVerb: false);
            }
        }

        var given = new Dictionary<string, string>(StringComparer.Ordinal);
        string? operand = null;
        while (rest.TryDequeue(out var word))
        {
            if (word is "--help" or "-h")
            {
                help = true;
            }
            else if (word.StartsWith('-'))
            {
                ReadOption(verb, word, rest, given, problems);
            }
            else if (verb.Name == Verb.Explain && operand is null)
            {
                operand = word;
            }
            else
            {
                problems.Add($"'{Excerpt.Of(word)}' is one word too many: '{verb.Name}' takes {(verb.Name == Verb.Explain ? "one code" : "options only")}.");
            }
        }

        return new CommandLine(verb, given, operand, help, problems);
    }

    private static void ReadOption(Verb verb, string word, Queue<string> rest, Dictionary<string, string> given, List<string> problems)
    {
        var equals = word.IndexOf('=', StringComparison.Ordinal);
        var option = equals < 0 ? word : word[..equals];
        var value = equals < 0 ? null : word[(equals + 1)..];
        var own = InputCatalog.Of(verb.Name);
        var input = own.FirstOrDefault(one => one.Option == option || one.ShortOption == option);
        if (input is null)
        {
            problems.Add(Refusal(verb, option, own));
            // What follows would be the refused option's value: one mistake, one problem.
            if (value is null && rest.TryPeek(out var orphan) && !orphan.StartsWith('-')) rest.Dequeue();
            return;
        }

        var next = rest.TryPeek(out var following) && !following.StartsWith("--", StringComparison.Ordinal) ? following : null;
        if (value is null && next is not null)
        {
            value = rest.Dequeue();
        }
        else if (value is null && input.Kind is not InputKind.Boolean)
        {
            problems.Add($"Option {option} has no value: write '{option} {input.Place}'.");
            return;
        }

        if (!given.TryAdd(input.Name, value ?? "true") && given[input.Name] != value)
        {
            problems.Add($"Option {input.Option} is given twice, as '{Excerpt.Of(given[input.Name])}' and as '{Excerpt.Of(value ?? "true")}': give it once.");
        }
    }

    private static string Refusal(Verb verb, string option, IReadOnlyList<InputDefinition> own)
    {
        var elsewhere = Verb.All.Where(other => InputCatalog.Of(other.Name).Any(one => one.Option == option || one.ShortOption == option)).Select(other => $"'{other.Name}'").ToList();
        var options = own.Count == 0 ? "no options" : string.Join(", ", own.Select(one => one.Option));
        return elsewhere.Count > 0
            ? $"Option {Excerpt.Of(option)} belongs to {string.Join(" and ", elsewhere)}; '{verb.Name}' takes {options}."
            : $"Option {Excerpt.Of(option)} does not exist; '{verb.Name}' takes {options}{Hint(NearestName.Of(option, own.Select(one => one.Option)))}.";
    }

    private static string Hint(string? nearest) => nearest is null ? "" : $" (did you mean {nearest}?)";
}
