using System.Text.Json.Nodes;
using MskPrecheckAction.Aws;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>What the MSK API refuses, or answers wrongly.</summary>
internal static class AwsFaults
{
    public static readonly Fault[] Rows =
    [
        new("There is no such cluster", "there is no", side => side.OfMsk(Answer.Error(404, "NotFoundException", "The requested resource doesn't exist."))),
        new("GetBootstrapBrokers is not allowed", "kafka:GetBootstrapBrokers is not allowed", side => side.Addresses(Answer.Forbidden(AwsAction.GetBootstrapBrokers))),
        new("A VPC endpoint's policy does not allow the calls", "the VPC endpoint policy does not allow it", side => side.OfMsk(Answer.Error(403, "AccessDeniedException", "User: x is not authorized to perform: kafka:GetBootstrapBrokers because no VPC endpoint policy allows the kafka:GetBootstrapBrokers action"))),
        new("The account is not signed up, or the region not enabled", "is not enabled for it", side => side.OfMsk(Answer.Error(403, "OptInRequired", "The AWS Access Key Id needs a subscription for the service"))),
        new("A proxy takes the signature away", "saw no signature", side => side.OfMsk(Answer.Error(403, "MissingAuthenticationTokenException", "Missing Authentication Token"))),
        new("The endpoint is another service's", "does not know this call", side => side.OfMsk(Answer.Error(404, "UnknownOperationException", ""))),
        new("A web server's page (404)", "is not AWS's", side => side.OfMsk(Answer.Html(404))),
        new("AWS throttles the calls", "throttled", side => side.OfMsk(Answer.Throttled())),
        new("AWS throttles each call once", "", side => side.Each(answer => [Answer.Throttled(), answer])) { Code = "", Exit = 0 },
        new("AWS fails once at each call", "", side => side.Each(answer => [Answer.Error(500, "InternalServerErrorException", "Sorry."), answer])) { Code = "", Exit = 0 },
        new("AWS fails (500)", "failed on its side (HTTP 500)", side => side.OfMsk(Answer.Error(500, "InternalServerErrorException", "Sorry."))),
        new("AWS is down (503)", "failed on its side (HTTP 503)", side => side.OfMsk(Answer.Error(503, "ServiceUnavailableException", "Sorry."))),
        new("This machine's clock is slow", "clock is wrong", side => side.OfMsk(Answer.Error(403, "InvalidSignatureException", "Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z (20260101T001500Z - 5 min.)"))),
        new("This machine's clock is fast", "clock is wrong", side => side.OfMsk(Answer.Error(403, "InvalidSignatureException", "Signature not yet current: 20260101T003000Z is still later than 20260101T002000Z"))),
        new("A proxy answers with a login page", "a proxy or a login page may stand in between", side => side.OfMsk(Answer.Html(200))),
        new("A proxy sends elsewhere (302)", "a proxy or a login page may stand in between", side => side.OfMsk(Answer.Html(302) with { Headers = new Dictionary<string, string> { ["Location"] = "https://login.invalid/" } })),
        new("A proxy forbids it (403, HTML)", "or a proxy refuses the call", side => side.OfMsk(Answer.Html(403))),
        new("The answer is no JSON", "is not AWS's", side => side.OfMsk(Answer.Garbage())),
        new("The answer is empty", "is not AWS's", side => side.OfMsk(Answer.Json(""))),
        new("The answer is {}", "the answer holds no address at all", side => side.OfMsk(Answer.Empty())),
        new("The answer has no end", "is not AWS's", side => side.OfMsk(Answer.Json("{}") with { Delivery = Delivery.Endless })),
        new("No answer", "did not answer within 30 s", side => side.OfMsk(Answer.Empty() with { Delivery = Delivery.Silence })),
        new("The answer comes a byte a second", "did not answer within 30 s", side => side.OfMsk(Answer.Empty() with { Delivery = Delivery.Drip })),
        new("The answer stops after its head", "did not answer within 30 s", side => side.OfMsk(Answer.Empty() with { Delivery = Delivery.StalledBody })),
        new("The connection is cut instead of an answer", "broke off before the answer was complete", side => side.OfMsk(Answer.Empty() with { Delivery = Delivery.Cut })),
        new("The answer is cut in the middle", "broke off before the answer was complete", side => side.OfMsk(Answer.Empty() with { Delivery = Delivery.CutBody })),
        new("The list of nodes begins again and again", "", side => side.Aws.On(AwsAction.ListNodes, side.Arn, Answer.Json("""{"nodeInfoList":[],"nextToken":"again"}"""))) { Code = "", Exit = 0 },
        new("The answers have members and values that are not known yet", "", side => Described(side, cluster =>
        {
            cluster["state"] = "REBALANCING_SLOWLY";
            cluster["clusterMood"] = JsonNode.Parse("""{"deep":[1,{"er":null}]}""");
            cluster["provisioned"]!["storageMode"] = "HOLOGRAPHIC";
            cluster["provisioned"]!["encryptionInfo"]!["encryptionInTransit"]!["clientBroker"] = "QUANTUM";
            cluster["provisioned"]!["clientAuthentication"]!["sasl"]!["passkey"] = JsonNode.Parse("""{"enabled":true}""");
        })) { Code = "", Exit = 0 },
        new("A cluster type that is not known yet", "PROVISIONED or SERVERLESS", side => Described(side, cluster => cluster["clusterType"] = "LIQUID")) { Code = "B02", Exit = 3 },
        new("The cluster is serverless", "MSK Serverless", side => side.Aws.On(AwsAction.DescribeClusterV2, side.Arn, Answer.Json(AwsDocuments.Serverless(side.Arn).ToJsonString()))) { Code = "B02" },
        new("The cluster is being rebooted", "", side => Described(side, cluster => cluster["state"] = "REBOOTING_BROKER")) { Code = "", Exit = 0 },
        new("The cluster is being created and has no addresses yet", "the cluster's state is CREATING", side =>
        {
            Described(side, cluster => cluster["state"] = "CREATING");
            side.Addresses(Answer.Empty());
        }),
        new("The cluster is being deleted", "the cluster's state is DELETING", side =>
        {
            Described(side, cluster => cluster["state"] = "DELETING");
            side.Addresses(Answer.Error(400, "BadRequestException", "The cluster is in DELETING state."));
        }),
        new("The cluster has failed", "the cluster's state is FAILED", side =>
        {
            Described(side, cluster => cluster["state"] = "FAILED");
            side.Addresses(AwsDocuments.Bootstrap(("bootstrapBrokerString", "")));
        }),
    ];

    private static void Described(BrokenSide side, Action<JsonNode> change)
    {
        var answer = AwsDocuments.Provisioned(side.Arn, side.Version, 2);
        change(answer["clusterInfo"]!);
        side.Aws.On(AwsAction.DescribeClusterV2, side.Arn, Answer.Json(answer.ToJsonString()));
    }
}
