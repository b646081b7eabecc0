using Confluent.Kafka.Admin;
using MskPrecheckAction.Facts;
using AclBinding = MskPrecheckAction.Facts.AclBinding;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>All ACLs; an empty answer needs a proof that it is true.</summary>
internal sealed class AclProbe(KafkaConnection connection, EmptyAclsProof proof, Questions questions)
{
    private const int MostAgain = 2;

    private static readonly AclBindingFilter All = new()
    {
        PatternFilter = new ResourcePatternFilter { Type = ResourceType.Any, ResourcePatternType = ResourcePatternType.Any },
        EntryFilter = new AccessControlEntryFilter { Operation = AclOperation.Any, PermissionType = AclPermissionType.Any },
    };

    /// <summary>Reads them.</summary>
    /// <param name="mayDescribeCluster">Whether the caller has DESCRIBE on the cluster.</param>
    /// <param name="brokers">The brokers, whose configs tell whether there is an authorizer.</param>
    /// <param name="live">The addresses of those that are there to be asked.</param>
    public async Task<Fact<AclFacts>> ReadAsync(Task<Fact<bool>> mayDescribeCluster, Task<IReadOnlyList<Broker>> brokers, IEnumerable<BrokerAddress> live)
    {
        var asked = questions.Of("ACLs");
        questions.Progress("ACLs");
        for (var attempt = 0; ; attempt++)
        {
            var answer = await questions.AskAsync(asked, questions.Rights.DescribeCluster, DescribeAsync, refresh: connection.RefreshAsync).ConfigureAwait(false);
            if (!answer.TryGet(out var bindings, out var gap)) return Fact<AclFacts>.Missing(gap);
            questions.Progress("ACLs", bindings.Count, bindings.Count);
            if (bindings.Count > 0) return Fact.Known(new AclFacts(true, bindings));
            if (HasNoAuthorizer(await brokers.ConfigureAwait(false))) return Fact.Known(new AclFacts(false, []));
            if ((await mayDescribeCluster.ConfigureAwait(false)).TryGet(out var may, out _) && !may)
            {
                return Fact<AclFacts>.Missing(new Gap(
                    asked, GapCause.AccessDenied, "the answer is empty, and that proves nothing for a principal that may not read ACLs",
                    questions.Rights.DescribeCluster));
            }

            var proven = await proof.AskAsync(asked, live).ConfigureAwait(false);
            if (!proven.TryGet(out var empty, out gap)) return Fact<AclFacts>.Missing(gap);
            if (empty is not EmptyAcls.Some) return Fact.Known(new AclFacts(empty is EmptyAcls.None, []));
            // The controller failed for a moment, or they were made just now.
            if (attempt == MostAgain) return Fact<AclFacts>.Missing(new Gap(asked, GapCause.ServiceError, "the controller tells of none, and another broker has some"));
            if (!await questions.PauseAsync(attempt).ConfigureAwait(false)) return Fact<AclFacts>.Missing(KafkaGap.Cancelled(asked));
        }
    }

    /// <summary>Whether every broker says that it has no authorizer.</summary>
    public static bool HasNoAuthorizer(IReadOnlyList<Broker> brokers) => brokers.Count > 0 && brokers.All(broker =>
        broker.Config.TryGet(out var config, out _)
        && config.Entries.TryGetValue("authorizer.class.name", out var name) && string.IsNullOrEmpty(name.Value));

    private async Task<List<AclBinding>> DescribeAsync()
    {
        var options = new DescribeAclsOptions { RequestTimeout = ClientSettings.ControllerLimit };
        var answer = await connection.Admin.DescribeAclsAsync(All, options).ConfigureAwait(false);
        return [.. answer.AclBindings.Select(Binding)
            .OrderBy(one => one.ResourceType, StringComparer.Ordinal).ThenBy(one => one.ResourceName, StringComparer.Ordinal)
            .ThenBy(one => one.PatternType, StringComparer.Ordinal).ThenBy(one => one.Principal, StringComparer.Ordinal)
            .ThenBy(one => one.Host, StringComparer.Ordinal).ThenBy(one => one.Operation, StringComparer.Ordinal)
            .ThenBy(one => one.Permission, StringComparer.Ordinal)];
    }

    private static AclBinding Binding(Confluent.Kafka.Admin.AclBinding binding) => new(
        TypeWord(binding.Pattern.Type),
        binding.Pattern.Name,
        KafkaWord.Of(binding.Pattern.ResourcePatternType.ToString()),
        binding.Entry.Principal,
        binding.Entry.Host,
        KafkaWord.Of(binding.Entry.Operation.ToString()),
        KafkaWord.Of(binding.Entry.PermissionType.ToString()));

    private static string TypeWord(ResourceType type) => type switch
    {
        ResourceType.Topic => "TOPIC",
        ResourceType.Group => "GROUP",
        // The same number on the wire, which the managed enumeration knows by the name that DescribeConfigs gives it.
        ResourceType.Broker => "CLUSTER",
        // librdkafka knows it, the managed enumeration does not.
        (ResourceType)5 => "TRANSACTIONAL_ID",
        _ => "UNKNOWN",
    };
}
