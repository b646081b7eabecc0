using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

public sealed class ClusterArnTests
{
    private const string Uuid = "1f2e3d4c-0000-4000-8000-000000000001";

    [Theory]
    [InlineData("arn:aws:kafka:eu-central-1:111122223333:cluster/Orders/" + Uuid + "-7", "arn:aws:kafka:eu-central-1:111122223333:cluster/Orders/" + Uuid + "-7")]
    [InlineData("  'ARN:AWS:Kafka:EU-Central-1:111122223333:Cluster/Orders/" + Uuid + "-S3'\t", "arn:aws:kafka:eu-central-1:111122223333:cluster/Orders/" + Uuid + "-s3")]
    [InlineData("\"arn:aws-cn:kafka:cn-north-1:111122223333:cluster/a/" + Uuid + "\"", "arn:aws-cn:kafka:cn-north-1:111122223333:cluster/a/" + Uuid)]
    [InlineData("arn:aws-us-gov:kafka:us-gov-west-1:111122223333:cluster/a-b/" + Uuid + "-12\r\n", "arn:aws-us-gov:kafka:us-gov-west-1:111122223333:cluster/a-b/" + Uuid + "-12")]
    [InlineData("arn:aws-eusc:kafka:eusc-de-east-1:111122223333:cluster/a/" + Uuid + "-1", "arn:aws-eusc:kafka:eusc-de-east-1:111122223333:cluster/a/" + Uuid + "-1")]
    [InlineData("arn:aws-iso-b:kafka:us-isob-east-1:111122223333:cluster/a/" + Uuid + "-1", "arn:aws-iso-b:kafka:us-isob-east-1:111122223333:cluster/a/" + Uuid + "-1")]
    public void An_arn_is_normalised(string written, string normal)
    {
        Assert.True(ClusterArn.TryParse(written, out var arn));
        Assert.Equal(normal, arn.ToString());
    }

    [Theory]
    [InlineData("orders", "ORDERS", false)]
    [InlineData("orders", "orders", true)]
    public void Only_the_name_tells_case_apart(string name, string other, bool same)
    {
        Assert.True(ClusterArn.TryParse($"arn:aws:kafka:eu-central-1:111122223333:cluster/{name}/{Uuid}-7", out var one));
        Assert.True(ClusterArn.TryParse($"ARN:aws:kafka:EU-CENTRAL-1:111122223333:cluster/{other}/{Uuid.ToUpperInvariant()}-7", out var two));
        Assert.Equal(same, one == two);
    }

    [Theory]
    [InlineData("x", "is no ARN")]
    [InlineData("arn:aws:kafka", "is an ARN that breaks off")]
    [InlineData("arn:aws:s3:::bucket", "is an ARN of another service than kafka")]
    [InlineData("arn:aws:kafka::111122223333:cluster/a/1f-7", "is an ARN without a region")]
    [InlineData("arn:aws:kafka:eu-central-1:1111222233334:cluster/a/1f-7", "is an ARN without the twelve digits of an account")]
    [InlineData("arn:aws:kafka:eu-central-1::cluster/a/1f-7", "is an ARN without the twelve digits of an account")]
    [InlineData("arn:aws:kafka:eu-central-1:111122223333:topic/a/1f-7/t", "is an ARN of something else than a cluster")]
    [InlineData("arn:aws:kafka:eu-central-1:111122223333:cluster/a", "is an ARN without the uuid behind the cluster's name")]
    [InlineData("arn:aws:kafka:eu-central-1:111122223333:cluster/a/xyz", "is no ARN of an MSK cluster")]
    [InlineData("arn:aws:kafka:eu-central-1:111122223333:cluster/a_b/1f-7", "is no ARN of an MSK cluster")]
    [InlineData("arn:aws-mars:kafka:eu-central-1:111122223333:cluster/a/1f-7", "is no ARN of an MSK cluster")]
    [InlineData("arn:aws:kafka:euro:111122223333:cluster/a/1f-7", "is no ARN of an MSK cluster")]
    public void A_malformed_arn_is_told_what_is_wrong_with_it(string written, string fault) =>
        Assert.Equal(
            [$"5:7 source.cluster_arn: '{written}' {fault}. Write arn:aws:kafka:<region>:<account>:cluster/<name>/<uuid>."],
            Migration.Problems(Migration.With("arn:aws:kafka:eu-central-1:111122223333:cluster/orders/1f2e3d4c-0000-4000-8000-000000000001-7", written)));
}
