using System.Globalization;
using System.Text.Json.Nodes;

namespace MskPrecheckAction.Aws;

/// <summary>Answers shaped like AWS's own documents (source: the API references of MSK, STS and Secrets Manager).</summary>
public static class AwsDocuments
{
    /// <summary>A cluster's ARN that no other test has.</summary>
    public static string UniqueClusterArn(string name = "orders", string region = "eu-central-1") =>
        $"arn:aws:kafka:{region}:111122223333:cluster/{name}/{Guid.NewGuid()}-5";

    /// <summary>DescribeClusterV2 of a provisioned cluster with every way in enabled; ZooKeeper addresses only where the version has no .kraft suffix.</summary>
    public static JsonObject Provisioned(string arn, string kafkaVersion, int brokers)
    {
        var zooKeeper = !kafkaVersion.EndsWith(".kraft", StringComparison.OrdinalIgnoreCase);
        return new JsonObject
        {
            ["clusterInfo"] = new JsonObject
            {
                ["clusterType"] = "PROVISIONED",
                ["clusterArn"] = arn,
                ["clusterName"] = arn.Split('/')[1],
                ["creationTime"] = "2026-01-08T10:12:34.567Z",
                ["currentVersion"] = "K3P5ROKL5A1OLE",
                ["state"] = "ACTIVE",
                ["tags"] = new JsonObject(),
                ["provisioned"] = new JsonObject
                {
                    ["brokerNodeGroupInfo"] = new JsonObject
                    {
                        ["instanceType"] = "kafka.m7g.large",
                        ["clientSubnets"] = new JsonArray("subnet-1", "subnet-2"),
                        ["storageInfo"] = new JsonObject { ["ebsStorageInfo"] = new JsonObject { ["volumeSize"] = 100 } },
                    },
                    ["currentBrokerSoftwareInfo"] = new JsonObject { ["kafkaVersion"] = kafkaVersion },
                    ["clientAuthentication"] = JsonNode.Parse(
                        """{"sasl":{"scram":{"enabled":true},"iam":{"enabled":true}},"tls":{"certificateAuthorityArnList":[],"enabled":true},"unauthenticated":{"enabled":true}}"""),
                    ["encryptionInfo"] = new JsonObject { ["encryptionInTransit"] = new JsonObject { ["clientBroker"] = "TLS_PLAINTEXT", ["inCluster"] = true } },
                    ["enhancedMonitoring"] = "DEFAULT",
                    ["numberOfBrokerNodes"] = brokers,
                    ["storageMode"] = "LOCAL",
                    ["zookeeperConnectString"] = zooKeeper ? "z-1.orders.abcdef.c5.kafka.eu-central-1.amazonaws.com:2181" : null,
                    ["zookeeperConnectStringTls"] = zooKeeper ? "z-1.orders.abcdef.c5.kafka.eu-central-1.amazonaws.com:2182" : null,
                },
            },
        };
    }

    /// <summary>DescribeClusterV2 of a serverless cluster.</summary>
    public static JsonObject Serverless(string arn) => new()
    {
        ["clusterInfo"] = new JsonObject
        {
            ["clusterType"] = "SERVERLESS",
            ["clusterArn"] = arn,
            ["clusterName"] = arn.Split('/')[1],
            ["state"] = "ACTIVE",
            ["serverless"] = JsonNode.Parse("""{"vpcConfigs":[{"subnetIds":["subnet-1"]}],"clientAuthentication":{"sasl":{"iam":{"enabled":true}}}}"""),
        },
    };

    /// <summary>One ListNodes entry of a broker; its number goes out as a double, as MSK's does.</summary>
    public static JsonObject BrokerNode(int id, string kafkaVersion) => new()
    {
        ["nodeType"] = "BROKER",
        ["nodeARN"] = $"arn:aws:kafka:eu-central-1:111122223333:broker/orders/1/{id}",
        ["instanceType"] = "m7g.large",
        ["brokerNodeInfo"] = new JsonObject
        {
            ["brokerId"] = JsonNode.Parse(id.ToString(CultureInfo.InvariantCulture) + ".0"),
            ["currentBrokerSoftwareInfo"] = new JsonObject { ["kafkaVersion"] = kafkaVersion },
            ["endpoints"] = new JsonArray($"b-{id}.orders.abcdef.c5.kafka.eu-central-1.amazonaws.com"),
        },
    };

    public static JsonObject ControllerNode() => new()
    {
        ["controllerNodeInfo"] = new JsonObject { ["endpoints"] = new JsonArray("c-10001.orders.abcdef.c5.kafka.eu-central-1.amazonaws.com") },
    };

    public static JsonObject ZooKeeperNode(int id) => new()
    {
        ["zookeeperNodeInfo"] = new JsonObject { ["zookeeperId"] = JsonNode.Parse($"{id}.0"), ["zookeeperVersion"] = "3.5.8", ["endpoints"] = new JsonArray("z-1.orders.kafka.amazonaws.com") },
    };

    /// <summary>ListNodes in pages, told apart by the token that the page before gave.</summary>
    public static Func<AwsRequest, Answer> NodePages(params JsonObject[][] pages) => request =>
    {
        var page = request.Query("nextToken") is { } token ? int.Parse(token.Replace("page/", "", StringComparison.Ordinal), CultureInfo.InvariantCulture) : 0;
        var body = new JsonObject { ["nodeInfoList"] = new JsonArray([.. pages[page].Select(n => n.DeepClone())]) };
        // A slash in the token: it must come back escaped, and once only.
        if (page + 1 < pages.Length) body["nextToken"] = $"page/{page + 1}";
        return Answer.Json(body.ToJsonString());
    };

    /// <summary>GetBootstrapBrokers with the given members, for instance ("bootstrapBrokerStringTls", "127.0.0.1:9094").</summary>
    public static Answer Bootstrap(params (string Member, string Addresses)[] members) => Answer.Json(members.ToDictionary(m => m.Member, m => m.Addresses));

    public static Answer Secret(string arn, string value) =>
        Answer.Json(new Dictionary<string, object> { ["ARN"] = arn, ["Name"] = arn.Split(':')[^1], ["VersionId"] = Guid.NewGuid().ToString(), ["SecretString"] = value, ["CreatedDate"] = 1.7e9 });

    /// <summary>AssumeRole's answer; the stand-in takes its key from then on when <see cref="AwsStandIn.Accept"/> is told so.</summary>
    public static Answer AssumedRole(string roleArn, string accessKey, string secret, string token, string action = "AssumeRole", double seconds = 3600) => Answer.Xml(
        $"""
        <{action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><{action}Result>
        <AssumedRoleUser><AssumedRoleId>AROA:precheck</AssumedRoleId><Arn>{roleArn}</Arn></AssumedRoleUser>
        <Credentials><AccessKeyId>{accessKey}</AccessKeyId><SecretAccessKey>{secret}</SecretAccessKey><SessionToken>{token}</SessionToken><Expiration>{DateTimeOffset.UtcNow.AddSeconds(seconds):yyyy-MM-ddTHH:mm:ssZ}</Expiration></Credentials>
        </{action}Result><ResponseMetadata><RequestId>1</RequestId></ResponseMetadata></{action}Response>
        """);

    /// <summary>HeadBucket by region, as S3 answers: 301 with the true region where the request was signed for another.</summary>
    public static Func<AwsRequest, Answer> BucketIn(string region) => request =>
        Answer.Bare(request.Region == region ? 200 : 301, ("x-amz-bucket-region", region));
}
