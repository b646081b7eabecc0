using System.Globalization;
using System.Text;
using Confluent.Kafka;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>Turns a client library's names into Kafka's own: upper case, parted by underscores.</summary>
internal static class KafkaWord
{
    /// <summary><c>ClusterAction</c> becomes <c>CLUSTER_ACTION</c>.</summary>
    public static string Of(string name)
    {
        var word = new StringBuilder(name.Length + 4);
        for (var i = 0; i < name.Length; i++)
        {
            if (i > 0 && char.IsUpper(name[i]) && !char.IsUpper(name[i - 1])) word.Append('_');
            word.Append(char.ToUpperInvariant(name[i]));
        }

        return word.ToString();
    }

    /// <summary>An error by the name that Kafka's own protocol documents give it; a number where this client has no name for it.</summary>
    public static string Of(ErrorCode code) => code switch
    {
        ErrorCode.Unknown => "UNKNOWN_SERVER_ERROR",
        ErrorCode.InvalidMsg => "CORRUPT_MESSAGE",
        ErrorCode.UnknownTopicOrPart => "UNKNOWN_TOPIC_OR_PARTITION",
        ErrorCode.NotLeaderForPartition => "NOT_LEADER_OR_FOLLOWER",
        ErrorCode.GroupLoadInProgress => "COORDINATOR_LOAD_IN_PROGRESS",
        ErrorCode.GroupCoordinatorNotAvailable => "COORDINATOR_NOT_AVAILABLE",
        ErrorCode.NotCoordinatorForGroup => "NOT_COORDINATOR",
        ErrorCode.TopicException => "INVALID_TOPIC_EXCEPTION",
        _ when Enum.IsDefined(code) => Of(code.ToString().Replace("Local_", "", StringComparison.Ordinal)),
        _ => "error " + ((int)code).ToString(CultureInfo.InvariantCulture),
    };
}
