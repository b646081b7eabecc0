namespace MskPrecheckAction.Inputs;

/// <summary>What kind of text an input takes; help shows it as the option's place.</summary>
internal enum InputKind
{
    /// <summary>true or false.</summary>
    Boolean,

    /// <summary>A file that is read or written.</summary>
    File,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A whole number of seconds.</summary>
    Seconds,

    /// <summary>Codes of checks by comma or line, or words that stand for them.</summary>
    List,

    /// <summary>Any other text.</summary>
    Text,
}

/// <summary>One input: an option of the command line and, unless it is for the console only, an input of the action and the task.</summary>
/// <param name="Name">In camelCase, as action.yml and task.json spell it.</param>
/// <param name="Kind">What it takes.</param>
/// <param name="Default">In force where nothing is given; empty for none.</param>
/// <param name="Description">One sentence; the same words in action.yml, task.json, README and help.</param>
/// <param name="Verbs">The verbs that take it; none where only the Azure launcher does.</param>
internal sealed record InputDefinition(string Name, InputKind Kind, string Default, string Description, params IReadOnlyList<string> Verbs)
{
    /// <summary>A second, shorter option.</summary>
    public string? ShortOption { get; init; }

    /// <summary>Such as <c>--fail-on</c>.</summary>
    public string Option { get; } = "--" + string.Concat(Name.Select(c => char.IsAsciiLetterUpper(c) ? "-" + char.ToLowerInvariant(c) : c.ToString()));

    /// <summary>Description and default in one text, for action.yml, task.json and help, where a default has no place of its own.</summary>
    public string DescriptionWithDefault => Default.Length == 0 ? Description : $"{Description} Default: {Default}.";

    /// <summary>What stands behind the option in help, such as <c>FILE</c>; null for a switch.</summary>
    public string? Place => Kind switch
    {
        InputKind.Boolean => null,
        InputKind.File => "FILE",
        InputKind.Folder => "DIR",
        InputKind.Seconds => "SECONDS",
        InputKind.List => "LIST",
        _ => Name.ToUpperInvariant(),
    };
}
