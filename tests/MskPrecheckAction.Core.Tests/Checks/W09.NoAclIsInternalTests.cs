using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Checks;

public sealed class NoAclIsInternalTests
{
    [Theory]
    [InlineData("User:ANONYMOUS")]
    [InlineData("User:CN=*.orders.0d8dws.c3.kafka.eu-west-1.amazonaws.com")]
    [InlineData("User:CN=b-12.orders.0d8dws.c3.kafka.eu-west-1.amazonaws.com")]
    [InlineData("User:CN=b-1.orders.c3.kafka.cn-north-1.amazonaws.com.cn,OU=x")]
    public void Fails_when_the_principal_is_internal(string principal)
    {
        var finding = Given.AllGreen.Acls(Given.Acl(principal), Given.Acl()).Judge<NoAclIsInternal>().Fails();
        Assert.Equal(
            "1 source ACL binding(s) reference MSK/Kafka internal principals or resources and will be filtered during ACL copy", finding.Message);
        Assert.Equal([$"{principal}: 1"], finding.Details);
        Assert.Equal("source.cluster_arn", finding.Path);
    }

    [Theory]
    [InlineData("TOPIC", "__consumer_offsets", "LITERAL", "READ")]
    [InlineData("TOPIC", "__amazon_msk_canary", "LITERAL", "READ")]
    [InlineData("TOPIC", "__amazon_msk", "PREFIXED", "READ")]
    [InlineData("TOPIC", "__msk_connect_", "PREFIXED", "READ")]
    [InlineData("GROUP", "amazon.msk.canary.group", "LITERAL", "READ")]
    [InlineData("GROUP", "__amazon_msk", "PREFIXED", "DESCRIBE")]
    [InlineData("CLUSTER", "kafka-cluster", "LITERAL", "CLUSTER_ACTION")]
    public void Fails_when_the_resource_is_internal(string type, string name, string pattern, string operation) =>
        Given.AllGreen.Acls(Given.Acl(type: type, name: name, pattern: pattern, operation: operation)).Judge<NoAclIsInternal>().Fails();

    [Fact]
    public void Fails_and_counts_each_binding_once() =>
        Assert.Equal(
            ["User:ANONYMOUS: 2", "User:alice: 1"],
            Given.AllGreen.Acls(
                Given.Acl("User:alice", name: "__transaction_state"), Given.Acl("User:ANONYMOUS", name: "__consumer_offsets"), Given.Acl("User:ANONYMOUS"))
                .Judge<NoAclIsInternal>().Fails().Details);

    [Theory]
    [InlineData("User:anonymous", "TOPIC", "orders", "LITERAL", "READ")]
    [InlineData("User:*", "TOPIC", "*", "LITERAL", "READ")]
    [InlineData("User:CN=client.orders.c3.kafka.eu-west-1.amazonaws.com", "TOPIC", "orders", "LITERAL", "READ")]
    [InlineData("User:CN=b-1.orders.kafka.eu-west-1.example.com", "TOPIC", "orders", "LITERAL", "READ")]
    [InlineData("User:CN=b-1.kafka.eu-west-1.amazonaws.com.evil.example", "TOPIC", "orders", "LITERAL", "READ")]
    [InlineData("User:alice", "TOPIC", "__x", "LITERAL", "READ")]
    [InlineData("User:alice", "TOPIC", "__", "PREFIXED", "READ")]
    [InlineData("User:alice", "TOPIC", "__consumer_offsets_copy", "LITERAL", "READ")]
    [InlineData("User:alice", "GROUP", "*", "LITERAL", "READ")]
    [InlineData("User:alice", "CLUSTER", "kafka-cluster", "LITERAL", "CREATE")]
    [InlineData("User:alice", "CLUSTER", "kafka-cluster", "LITERAL", "ALL")]
    [InlineData("User:alice", "TRANSACTIONAL_ID", "__amazon_msk", "LITERAL", "WRITE")]
    [InlineData("User:alice", "UNKNOWN", "__amazon_msk", "LITERAL", "READ")]
    public void Passes_when_it_is_the_customers(string principal, string type, string name, string pattern, string operation) =>
        Given.AllGreen.Acls(Given.Acl(principal, type, name, pattern, operation)).Judge<NoAclIsInternal>().Passes();

    [Fact]
    public void Passes_without_ACLs() => Given.AllGreen.Acls().Judge<NoAclIsInternal>().Passes();

    [Fact]
    public void Does_not_apply_without_an_authorizer() =>
        Assert.Equal(
            "the source has no authorizer",
            Given.AllGreen.Kafka(Side.Source, kafka => kafka with { Acls = Fact.Known(new AclFacts(false, [])) }).Judge<NoAclIsInternal>().DoesNotApply());

    [Fact]
    public void Is_undetermined_when_an_empty_list_could_not_be_trusted()
    {
        var gap = new Gap("DescribeAcls of the source cluster", GapCause.AccessDenied, "the list is empty and DESCRIBE on the cluster is not granted", "DESCRIBE on Cluster");
        Assert.Equal(
            [gap], Given.AllGreen.Kafka(Side.Source, kafka => kafka with { Acls = Fact<AclFacts>.Missing(gap) }).Judge<NoAclIsInternal>().IsUndetermined());
    }
}
