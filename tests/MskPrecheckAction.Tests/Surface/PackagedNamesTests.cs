using System.Text.Json;
using MskPrecheckAction.Inputs;
using Xunit;
using YamlDotNet.RepresentationModel;

namespace MskPrecheckAction.Tests.Surface;

/// <summary>action.yml and task.json name what the program reads and sets, in its words and its order, and nothing else.</summary>
public sealed class PackagedNamesTests
{
    [Fact]
    public void The_actions_inputs_are_the_programs() => Assert.Equal(
        InputCatalog.All.Select(input => (input.Name, input.DescriptionWithDefault)), Described(Action("inputs")));

    [Fact]
    public void The_actions_inputs_have_no_defaults_of_their_own() =>
        Assert.All(Action("inputs").Children.Values, input => Assert.DoesNotContain("default", ((YamlMappingNode)input).Children.Keys.Select(key => key.ToString())));

    [Fact]
    public void The_actions_outputs_are_the_programs() => Assert.Equal(
        OutputCatalog.All.Select(output => (output.Name, output.Description)), Described(Action("outputs")));

    [Fact]
    public void The_tasks_inputs_are_the_programs_and_the_launchers() => Assert.Equal(
        InputCatalog.All.Concat(InputCatalog.LauncherOnly).Select(input => (input.Name, input.DescriptionWithDefault)),
        TaskJson("inputs").EnumerateArray().Select(input => (input.GetProperty("name").GetString()!, input.GetProperty("helpMarkDown").GetString()!)));

    [Fact]
    public void The_tasks_outputs_are_the_programs() => Assert.Equal(
        OutputCatalog.All.Select(output => (output.Name, output.Description)),
        TaskJson("outputVariables").EnumerateArray().Select(output => (output.GetProperty("name").GetString()!, output.GetProperty("description").GetString()!)));

    [Fact]
    public async Task Every_output_is_set_in_the_order_of_the_table()
    {
        using var rig = new ProgramRig().OnGitHub();
        await rig.RunAsync();

        Assert.Equal(OutputCatalog.All.Select(output => output.Name), rig.Outputs().Keys);
    }

    private static YamlMappingNode Action(string key)
    {
        var yaml = new YamlStream();
        using var reader = new StreamReader(Path.Combine(Golden.Root, "action.yml"));
        yaml.Load(reader);
        return (YamlMappingNode)((YamlMappingNode)yaml.Documents[0].RootNode).Children[new YamlScalarNode(key)];
    }

    private static IEnumerable<(string, string)> Described(YamlMappingNode entries) =>
        entries.Children.Select(one => (one.Key.ToString(), ((YamlMappingNode)one.Value).Children[new YamlScalarNode("description")].ToString()));

    private static JsonElement TaskJson(string key) => JsonDocument.Parse(File.ReadAllText(Path.Combine(Golden.Root, "task.json"))).RootElement.GetProperty(key);
}
