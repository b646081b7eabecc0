using System.Text.RegularExpressions;

namespace MskPrecheckAction.Inputs;

/// <summary>What was given for one verb: the command line beats the environment. Typed values are asked for one by one; problems gather on the way.</summary>
internal sealed partial class GivenInputs
{
    private readonly IReadOnlyDictionary<string, string> options;
    private readonly IReadOnlyDictionary<string, string> variables;

    /// <summary>Brings both sources together.</summary>
    /// <param name="verb">The verb; what it does not take is not looked for.</param>
    /// <param name="options">From the command line.</param>
    /// <param name="environment">The environment's variables.</param>
    public GivenInputs(string verb, IReadOnlyDictionary<string, string> options, IReadOnlyDictionary<string, string> environment)
    {
        this.options = options;
        variables = InputVariables.Read(environment, InputCatalog.Of(verb), Problems);
    }

    /// <summary>Everything that is wrong so far, each naming the input, the value and what is allowed.</summary>
    public List<string> Problems { get; } = [];

    /// <summary>The text of an input: option, else variable, else default; null where all are empty or what was given is no value.</summary>
    public string? Text(InputDefinition input)
    {
        var given = options.GetValueOrDefault(input.Name)?.Trim() is { Length: > 0 } option ? option : variables.GetValueOrDefault(input.Name);
        if (given is null)
        {
            return input.Default.Length == 0 ? null : input.Default;
        }

        // Azure leaves $(name) as it is where no variable has that name; taken literally it would be a puzzling path or level.
        if (UndefinedVariable().Match(given) is { Success: true } undefined)
        {
            Wrong(input, given, $"the pipeline variable '{undefined.Groups["name"].Value}' is not defined. Define it, or write the value itself");
            return null;
        }

        return given;
    }

    /// <summary>true or false, in any case; the default where it is neither.</summary>
    public bool Boolean(InputDefinition input)
    {
        var text = Text(input) ?? input.Default;
        if (bool.TryParse(text, out var value))
        {
            return value;
        }

        Wrong(input, text, "write true or false");
        return bool.Parse(input.Default);
    }

    /// <summary>Notes that an input's value cannot be taken.</summary>
    /// <param name="input">Which.</param>
    /// <param name="value">What was given.</param>
    /// <param name="what">What is wrong or what to write instead; a sentence without its stop.</param>
    public void Wrong(InputDefinition input, string value, string what) => Problems.Add($"Input '{input.Name}' is '{Excerpt.Of(value)}': {what}.");

    [GeneratedRegex(@"\$\((?<name>[A-Za-z_][A-Za-z0-9_.\- ]*)\)", RegexOptions.CultureInvariant)]
    private static partial Regex UndefinedVariable();
}
