using MskPrecheckAction.Aws;

namespace MskPrecheckAction.Tests.Whole.Faults;

/// <summary>Buckets that cannot be reached: B07 stands for the backup's, B08 tells the same of the evidence's.</summary>
internal static class BucketFaults
{
    public static readonly Fault[] Rows =
    [
        Bucket("There is no such bucket", "no such bucket", Answer.Bare(404)),
        Bucket("The bucket may not be listed, or is somebody else's", "s3:ListBucket", Answer.Bare(403)),
        Bucket("The bucket is refused (400)", "HTTP 400", Answer.Bare(400)),
        Bucket("The bucket is in another region, which S3 does not name", "another region", Answer.Bare(301)),
        new("The bucket is in another region", "", side => side.Aws.On(AwsAction.HeadBucket, side.Bucket, AwsDocuments.BucketIn("us-west-2"))) { Code = "", Exit = 0 },
        Bucket("S3 throttles, or is down (503)", "HTTP 503", Answer.Bare(503)),
        new("S3 throttles once", "", side => side.Aws.On(AwsAction.HeadBucket, side.Bucket, Answer.Bare(503), Answer.Bare(200, ("x-amz-bucket-region", "eu-central-1")))) { Code = "", Exit = 0 },
        Bucket("S3 is silent", "did not answer within 30 s", Answer.Bare(200) with { Delivery = Delivery.Silence }),
        Bucket("A login page in S3's place", "login page", Answer.Html(200)),
        Bucket("A web server's page in S3's place (404)", "is not AWS's", Answer.Html(404)),
        Bucket("S3 sends to somewhere that is not S3 (307)", "is not AWS's", Answer.Bare(307, ("Location", "http://127.0.0.1:1/login"))),
    ];

    private static Fault Bucket(string name, string words, Answer answer) => new(name, words, side => side.Aws.On(AwsAction.HeadBucket, side.Bucket, answer)) { Code = "B07" };
}
