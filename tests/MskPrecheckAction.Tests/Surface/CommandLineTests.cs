using MskPrecheckAction.Inputs;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class CommandLineTests
{
    [Theory]
    [InlineData("", "run", "")]
    [InlineData("run", "run", "")]
    [InlineData("--config a.yaml", "run", "config=a.yaml")]
    [InlineData("run --config=a=b.yaml", "run", "config=a=b.yaml")]
    [InlineData("run --out reports --fail-on never", "run", "failOn=never outputDirectory=reports")]
    [InlineData("run --output-directory reports", "run", "outputDirectory=reports")]
    [InlineData("run --allow-incomplete", "run", "allowIncomplete=true")]
    [InlineData("run --allow-incomplete --sarif=false", "run", "allowIncomplete=true sarif=false")]
    [InlineData("run --sarif false --summary", "run", "sarif=false summary=true")]
    [InlineData("collect --config a --output b --timeout-seconds 10", "collect", "config=a output=b timeoutSeconds=10")]
    [InlineData("demo --out x", "demo", "outputDirectory=x")]
    [InlineData("codes --format json", "codes", "format=json")]
    [InlineData("run --config a --config a", "run", "config=a")]
    public void Reads(string words, string verb, string given)
    {
        var line = CommandLine.Parse(Split(words));

        Assert.Empty(line.Problems);
        Assert.Equal(verb, line.Verb.Name);
        Assert.Equal(given, string.Join(' ', line.Given.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => $"{one.Key}={one.Value}")));
    }

    [Theory]
    [InlineData("colect", "'colect' is no command. Write one of run, collect, demo, explain, codes (did you mean collect?).")]
    [InlineData("run --fial-on never", "Option --fial-on does not exist; 'run' takes --config, --snapshot, --fail-on, --allow-incomplete, --output-directory, --sarif, --summary, --annotations, --skip-checks, --template, --timeout-seconds (did you mean --fail-on?).")]
    [InlineData("collect --snapshot x", "Option --snapshot belongs to 'run'; 'collect' takes --config, --timeout-seconds, --output.")]
    [InlineData("demo --config x", "Option --config belongs to 'run' and 'collect'; 'demo' takes --fail-on, --allow-incomplete, --output-directory, --sarif, --summary, --annotations, --skip-checks, --template.")]
    [InlineData("explain B04 --format json", "Option --format belongs to 'codes'; 'explain' takes no options.")]
    [InlineData("run --config", "Option --config has no value: write '--config FILE'.")]
    [InlineData("run --config --sarif", "Option --config has no value: write '--config FILE'.")]
    [InlineData("run --config a --config b", "Option --config is given twice, as 'a' and as 'b': give it once.")]
    [InlineData("run migration.yaml", "'migration.yaml' is one word too many: 'run' takes options only.")]
    [InlineData("explain B04 B05", "'B05' is one word too many: 'explain' takes one code.")]
    public void Says_what_is_wrong(string words, string problem) => Assert.Equal([problem], CommandLine.Parse(Split(words)).Problems);

    [Fact]
    public void Says_everything_that_is_wrong_at_once() =>
        Assert.Equal(3, CommandLine.Parse(["run", "--what", "--config", "--sarif", "--out=a", "--out=b"]).Problems.Count);

    [Theory]
    [InlineData("run --help", "run")]
    [InlineData("help collect", "collect")]
    [InlineData("codes -h", "codes")]
    public void Knows_a_cry_for_help(string words, string verb)
    {
        var line = CommandLine.Parse(Split(words));

        Assert.True(line.WantsHelp);
        Assert.Equal(verb, line.Verb.Name);
    }

    private static string[] Split(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
