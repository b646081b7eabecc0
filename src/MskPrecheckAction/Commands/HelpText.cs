using MskPrecheckAction.Inputs;

namespace MskPrecheckAction.Commands;

/// <summary>What <c>--help</c> prints.</summary>
internal static class HelpText
{
    private const int Width = 92;

    /// <summary>The overview.</summary>
    public static string Overview() => $"""
        msk-precheck {ToolVersion.Current}: checks, strictly read-only, whether an Amazon MSK cluster in ZooKeeper
        mode can be moved to a separate cluster in KRaft mode.

        Usage:
        {Lines(Verb.All.Select(verb => ($"  msk-precheck {(verb.Name == Verb.Run ? "[run]" : verb.Name)} {verb.Usage}", "")))}
          msk-precheck --version
          msk-precheck --help, or COMMAND --help

        Commands:
        {Lines(Verb.All.Select(verb => ($"  {verb.Name}", verb.Summary)))}

        Begin with:
          msk-precheck demo                              no AWS, no Kafka, no files needed
          msk-precheck run --config migration.yaml       asks your clusters
          msk-precheck explain B11                       what a code means

        """;

    /// <summary>The help of one verb.</summary>
    public static string Of(Verb verb)
    {
        var options = InputCatalog.Of(verb.Name);
        var table = options.Count == 0 ? "" : $"""

            Options:
            {Lines(options.Select(input => ("  " + Spelling(input), input.DescriptionWithDefault)))}

            """;
        var variables = verb.Name is Verb.Run or Verb.Collect or Verb.Demo ? """

            Every option but --output can also be given as an environment variable, such as
            INPUT_CONFIG or INPUT_FAIL_ON; the command line wins. AWS credentials and region come
            from the SDK's standard chain.

            """ : "";
        return $"""
            Usage: msk-precheck {(verb.Name == Verb.Run ? "[run]" : verb.Name)} {verb.Usage}

            {verb.About}
            {table}{variables}
            """;
    }

    private static string Spelling(InputDefinition input) =>
        $"{(input.ShortOption is { } shorter ? shorter + ", " : "")}{input.Option}{(input.Place is { } place ? " " + place : "[=false]")}";

    private static string Lines(IEnumerable<(string Left, string Right)> rows)
    {
        var all = rows.ToList();
        var left = all.Where(row => row.Right.Length > 0).Select(row => row.Left.Length).DefaultIfEmpty().Max() + 2;
        return string.Join('\n', all.SelectMany(row => row.Right.Length == 0
            ? [row.Left]
            : Wrap(row.Right, Width - left).Select((line, index) => (index == 0 ? row.Left : "").PadRight(left) + line)));
    }

    private static IEnumerable<string> Wrap(string text, int width)
    {
        var line = "";
        foreach (var word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > width)
            {
                yield return line;
                line = "";
            }

            line = line.Length == 0 ? word : $"{line} {word}";
        }

        yield return line;
    }
}
