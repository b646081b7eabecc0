using MskPrecheckAction.Hosts;
using Xunit;

namespace MskPrecheckAction.Tests.Surface;

public sealed class HostDetectionTests
{
    [Theory]
    [InlineData("", "Console")]
    [InlineData("CI=true", "Console")]
    [InlineData("GITHUB_ACTIONS=true", "GitHub")]
    [InlineData("GITHUB_ACTIONS=false", "Console")]
    [InlineData("TF_BUILD=True", "Azure")]
    [InlineData("GITHUB_ACTIONS=true TF_BUILD=True", "GitHub")]
    [InlineData("MSK_PRECHECK_CI=none GITHUB_ACTIONS=true", "Console")]
    [InlineData("MSK_PRECHECK_CI=Azure GITHUB_ACTIONS=true", "Azure")]
    [InlineData("MSK_PRECHECK_CI=github", "GitHub")]
    [InlineData("MSK_PRECHECK_CI= TF_BUILD=true", "Azure")]
    public void The_place_is_known(string variables, string kind)
    {
        var (found, problem) = Detect(variables);

        Assert.Equal(kind, found.ToString());
        Assert.Null(problem);
    }

    [Fact]
    public void A_word_that_names_no_place_is_a_problem()
    {
        var (found, problem) = Detect("MSK_PRECHECK_CI=gihtub TF_BUILD=True");

        Assert.Equal(HostKind.Azure, found);
        Assert.Equal("The variable MSK_PRECHECK_CI is 'gihtub': write github, azure, none or leave it out (did you mean github?).", problem);
    }

    private static (HostKind Kind, string? Problem) Detect(string variables) =>
        HostDetection.Detect(variables.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(one => one.Split('=')).ToDictionary(one => one[0], one => one[1]));
}
