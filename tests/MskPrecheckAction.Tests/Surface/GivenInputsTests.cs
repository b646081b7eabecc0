using MskPrecheckAction.Inputs;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class GivenInputsTests
{
    [Theory]
    [InlineData("INPUT_FAILON")]
    [InlineData("INPUT_FAIL-ON")]
    [InlineData("INPUT_FAIL_ON")]
    [InlineData("INPUT_FAIL.ON")]
    [InlineData("INPUT_FAIL ON")]
    [InlineData("input_failOn")]
    public void An_input_is_found_by_every_spelling(string variable)
    {
        var given = From((variable, " never "));

        Assert.Equal("never", given.Text(InputCatalog.FailOn));
        Assert.Empty(given.Problems);
    }

    [Fact]
    public void Two_spellings_with_different_values_are_an_error() => Assert.Equal(
        ["Input 'failOn' is given more than once with different values: INPUT_FAILON is 'never', INPUT_FAIL_ON is 'warning'. Give it once."],
        From(("INPUT_FAIL_ON", "warning"), ("INPUT_FAILON", "never")).Problems);

    [Fact]
    public void Two_spellings_with_one_value_are_none() => Assert.Empty(From(("INPUT_FAIL_ON", "never "), ("INPUT_FAILON", "never"), ("INPUT_FAIL-ON", "")).Problems);

    [Fact]
    public void Empty_is_not_given() => Assert.Equal("migration.yaml", From(("INPUT_CONFIG", "  ")).Text(InputCatalog.Config));

    [Fact]
    public void The_command_line_beats_the_input_beats_the_default()
    {
        Dictionary<string, string> variables = new() { ["INPUT_CONFIG"] = "input.yaml" };

        Assert.Equal("option.yaml", new GivenInputs("run", new Dictionary<string, string> { ["config"] = "option.yaml" }, variables).Text(InputCatalog.Config));
        Assert.Equal("input.yaml", new GivenInputs("run", new Dictionary<string, string> { ["config"] = "" }, variables).Text(InputCatalog.Config));
        Assert.Equal("migration.yaml", From().Text(InputCatalog.Config));
    }

    [Fact]
    public void An_input_that_the_verb_does_not_take_is_somebody_elses() =>
        Assert.Empty(new GivenInputs("collect", new Dictionary<string, string>(), new Dictionary<string, string> { ["INPUT_FAILON"] = "a", ["INPUT_FAIL_ON"] = "b" }).Problems);

    [Theory]
    [InlineData("true", true)]
    [InlineData(" TRUE ", true)]
    [InlineData("False", false)]
    public void Booleans_are_true_or_false_in_any_case(string text, bool value) => Assert.Equal(value, From(("INPUT_SARIF", text)).Boolean(InputCatalog.Sarif));

    [Theory]
    [InlineData("yes")]
    [InlineData("1")]
    [InlineData("truе")]
    public void Anything_else_is_no_boolean(string text)
    {
        var given = From(("INPUT_ALLOWINCOMPLETE", text));

        Assert.False(given.Boolean(InputCatalog.AllowIncomplete));
        Assert.Equal([$"Input 'allowIncomplete' is '{text}': write true or false."], given.Problems);
    }

    [Fact]
    public void An_undefined_variable_of_Azure_is_named()
    {
        var given = From(("INPUT_CONFIG", "envs/$(stage.name)/migration.yaml"));

        Assert.Null(given.Text(InputCatalog.Config));
        Assert.Equal(
            ["Input 'config' is 'envs/$(stage.name)/migration.yaml': the pipeline variable 'stage.name' is not defined. Define it, or write the value itself."], given.Problems);
    }

    [Theory]
    [InlineData("1", 1)]
    [InlineData("3600", 3600)]
    public void The_limit_is_a_number_of_seconds(string text, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), RunLimit.Read(From(("INPUT_TIMEOUTSECONDS", text))));

    [Theory]
    [InlineData("0")]
    [InlineData("3601")]
    [InlineData("-5")]
    [InlineData("5m")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999")]
    public void Other_limits_are_refused(string text)
    {
        var given = From(("INPUT_TIMEOUTSECONDS", text));

        Assert.Equal(TimeSpan.FromSeconds(300), RunLimit.Read(given));
        Assert.Equal([$"Input 'timeoutSeconds' is '{text}': write a whole number of seconds from 1 to 3600."], given.Problems);
    }

    internal static GivenInputs From(params (string Name, string Value)[] variables) =>
        new("run", new Dictionary<string, string>(), variables.ToDictionary(one => one.Name, one => one.Value));
}
