namespace MskPrecheckAction.Facts;

/// <summary>The ACLs of a cluster.</summary>
/// <param name="HasAuthorizer">False where the brokers' <c>authorizer.class.name</c> is empty: then there is nothing to read.</param>
/// <param name="Bindings">The bindings; DescribeAcls gives all or nothing.</param>
public sealed record AclFacts(bool HasAuthorizer, IReadOnlyList<AclBinding> Bindings);

/// <summary>One ACL, in Kafka's own words.</summary>
/// <param name="ResourceType">TOPIC, GROUP, CLUSTER, TRANSACTIONAL_ID, or UNKNOWN for newer ones.</param>
/// <param name="ResourceName">The name, the prefix or <c>*</c>.</param>
/// <param name="PatternType">LITERAL or PREFIXED.</param>
/// <param name="Principal">Such as <c>User:alice</c>.</param>
/// <param name="Host">The host, or <c>*</c>.</param>
/// <param name="Operation">Such as READ or CLUSTER_ACTION.</param>
/// <param name="Permission">ALLOW or DENY.</param>
public sealed record AclBinding(
    string ResourceType, string ResourceName, string PatternType, string Principal, string Host, string Operation, string Permission);
