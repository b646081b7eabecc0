using Xunit;

namespace MskPrecheckAction.Facts;

public sealed class InternalNamesTests
{
    [Theory]
    [InlineData("__consumer_offsets")]
    [InlineData("__transaction_state")]
    [InlineData("__share_group_state")]
    [InlineData("__cluster_metadata")]
    [InlineData("__amazon_msk_canary")]
    [InlineData("__amazon_msk_connect_offsets_sink_1")]
    [InlineData("__msk_connect_configs_sink_1")]
    public void Topics_of_Kafka_and_MSK(string name) => Assert.True(InternalNames.IsTopic(name));

    [Theory]
    [InlineData("_schemas")]
    [InlineData("connect-offsets")]
    [InlineData("app-store-changelog")]
    [InlineData("__x")]
    [InlineData("__Consumer_Offsets")]
    [InlineData("__consumer_offsets_copy")]
    [InlineData("amazon.msk.canary")]
    [InlineData("")]
    public void Topics_of_customers(string name) => Assert.False(InternalNames.IsTopic(name));

    [Theory]
    [InlineData("amazon.msk.canary.group.broker-1", true)]
    [InlineData("__amazon_msk_connect_sink", true)]
    [InlineData("__msk_connect_sink", true)]
    [InlineData("connect-sink", false)]
    [InlineData("__consumer", false)]
    public void Groups(string name, bool isInternal) => Assert.Equal(isInternal, InternalNames.IsGroup(name));
}
