using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Kafka;

/// <summary>The rights that questions need, in the words of whoever grants them: <c>kafka-cluster</c> actions with IAM, ACLs with all else.</summary>
internal sealed class Rights(AuthMode mode)
{
    /// <summary>To see all groups and ACLs, and what one may do.</summary>
    public string DescribeCluster => Words("DescribeCluster", "DESCRIBE on Cluster");

    /// <summary>To read a broker's configs.</summary>
    public string DescribeBrokerConfigs => Words("DescribeClusterDynamicConfiguration", "DESCRIBE_CONFIGS on Cluster");

    /// <summary>To read a transactional producer's state.</summary>
    public string ReadTransactions => Words("ReadData", "READ on Topic __transaction_state");

    /// <summary>To see a topic.</summary>
    public string DescribeTopic(string name = "*") => Words("DescribeTopic", "DESCRIBE on Topic " + name);

    /// <summary>To read a topic's configs.</summary>
    public string DescribeTopicConfigs(string name = "*") => Words("DescribeTopicDynamicConfiguration", "DESCRIBE_CONFIGS on Topic " + name);

    /// <summary>To see a group's members.</summary>
    public string DescribeGroup(string name = "*") => Words("DescribeGroup", "DESCRIBE on Group " + name);

    private string Words(string action, string acl) => mode is AuthMode.Iam ? "kafka-cluster:" + action : acl;
}
