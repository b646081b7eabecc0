using System.Text;

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
}
