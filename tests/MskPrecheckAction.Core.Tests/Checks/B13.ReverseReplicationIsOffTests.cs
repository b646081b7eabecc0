using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class ReverseReplicationIsOffTests
{
    [Fact]
    public void Fails_when_it_is_on()
    {
        var finding = Given.AllGreen.With((MigrationPlan plan) => plan with { Cutover = new CutoverPlan { ReverseReplicationEnabled = true } })
            .Judge<ReverseReplicationIsOff>().Fails();
        Assert.Equal("cutover.reverse_replication_enabled=true, but reverse replication is not implemented", finding.Message);
        Assert.Equal("cutover.reverse_replication_enabled", finding.Path);
    }

    [Fact]
    public void Passes_when_it_is_off() => Assert.Null(Given.AllGreen.Judge<ReverseReplicationIsOff>().Passes());
}
