using MskPrecheckAction.Aws;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using Xunit;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Whose credentials are used for what, and what is said where there are none that work.</summary>
public sealed class IdentityTests : CollectorTests
{
    [Fact]
    public async Task A_role_is_assumed_once_for_its_sides_calls_secret_and_token_but_not_for_buckets()
    {
        Aws.On(AwsAction.AssumeRole, RoleArn, AwsDocuments.AssumedRole(RoleArn, "ASIAROLE", "role-secret", "role-token")).Accept("ASIAROLE", "role-secret", "role-token");
        Aws.On(AwsAction.GetSecretValue, SecretArn, AwsDocuments.Secret(SecretArn, """{"username":"alice","password":"p"}"""));
        WithSource(new AuthPlan(AuthMode.ScramSha512) { RoleArn = RoleArn, SecretArn = SecretArn });
        Plan = Plan with { Target = Plan.Target with { Auth = Plan.Target.Auth with { RoleArn = RoleArn } } };
        Aws.On(AwsAction.GetBootstrapBrokers, TargetArn, AwsDocuments.Bootstrap(("bootstrapBrokerStringSaslIam", "target:9098")));

        var snapshot = await CollectAsync();
        Assert.Null(Known(snapshot.Source.Kafka.WayIn).Error);
        Assert.Null(Known(snapshot.BackupBucket).Error);
        Assert.All([.. Aws.RequestsFor(SourceArn), .. Aws.RequestsFor(TargetArn), .. Aws.RequestsFor(SecretArn)], request => Assert.Equal("ASIAROLE", request.AccessKey));
        Assert.All([.. Aws.RequestsFor("backup-bucket"), .. Aws.RequestsFor(RoleArn)], request => Assert.Equal(AwsStandIn.AccessKey, request.AccessKey));

        // Once a side, by STS in the side's region and under a name that CloudTrail shows.
        Assert.Equal(["eu-central-1", "eu-north-1"], Aws.RequestsFor(RoleArn).Select(request => request.Region).Order());
        Assert.All(Aws.RequestsFor(RoleArn), request => Assert.Contains("RoleSessionName=msk-precheck", request.Body, StringComparison.Ordinal));
        Assert.Contains("role-secret", Log.Masked);
        Assert.Contains("role-token", Log.Masked);
        Assert.Contains("ASIAROLE", (await Brokers.Access(Side.Target).SignToken!(Stop)).Url(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AccessDenied", "access denied: sts:AssumeRole is not allowed on role " + RoleArn, "sts:AssumeRole")]
    [InlineData("ExpiredToken", "the AWS credentials have expired", null)]
    [InlineData("ValidationError", "STS in eu-central-1 refused the request as ValidationError (HTTP 400)", null)]
    public async Task A_role_that_cannot_be_had_is_told_once_and_everything_of_that_side_knows_why(string code, string reason, string? permission)
    {
        Aws.On(AwsAction.AssumeRole, RoleArn, Answer.XmlError(code is "AccessDenied" ? 403 : 400, code, "no"));
        WithSource(Plan.Source.Auth with { RoleArn = RoleArn });
        var snapshot = await CollectAsync();

        var gap = Missing(snapshot.Source.Msk.Cluster);
        Assert.StartsWith(reason, gap.Reason, StringComparison.Ordinal);
        Assert.Equal(("DescribeClusterV2 of the source cluster", permission), (gap.Asked, gap.Permission));
        Assert.Contains(reason, Known(snapshot.Source.Kafka.WayIn).Error, StringComparison.Ordinal);
        Assert.Single(Aws.RequestsFor(RoleArn));
        Assert.Empty(Aws.RequestsFor(SourceArn));
        Assert.Null(Known(snapshot.BackupBucket).Error);
        Assert.Equal(3, Known(snapshot.Target.Msk.Nodes).Count);
    }

    [Fact]
    public async Task A_role_that_is_lost_in_the_middle_is_a_plain_sentence_for_the_next_token()
    {
        Aws.On(
            AwsAction.AssumeRole, RoleArn,
            AwsDocuments.AssumedRole(RoleArn, "ASIAROLE", "s", "t", seconds: 2), Answer.XmlError(403, "AccessDenied", "no longer"));
        WithSource(Plan.Source.Auth with { RoleArn = RoleArn }, "tunnel:9098");
        await CollectAsync();
        await Task.Delay(TimeSpan.FromSeconds(2.5), Stop);
        var lost = await Assert.ThrowsAsync<NoIamTokenException>(() => Brokers.Access(Side.Source).SignToken!(Stop));
        Assert.Equal($"access denied: sts:AssumeRole is not allowed on role {RoleArn}", lost.Message);
    }

    [Fact]
    public async Task STS_that_answers_without_credentials_is_a_gap()
    {
        Aws.On(AwsAction.AssumeRole, RoleArn, Answer.Xml("<AssumeRoleResponse><AssumeRoleResult/></AssumeRoleResponse>"));
        WithSource(Plan.Source.Auth with { RoleArn = RoleArn });
        Assert.Equal(GapCause.Unparsable, Missing((await CollectAsync()).Source.Msk.Cluster).Cause);
    }

    [Fact]
    public async Task Without_credentials_nobody_is_asked_and_everything_says_what_to_configure()
    {
        foreach (var name in new[] { "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_CONFIG_FILE", "AWS_SHARED_CREDENTIALS_FILE" }) Environment.Set(name, null);
        Environment.Set("HOME", "/nowhere");
        WithSource(new AuthPlan(AuthMode.Plaintext), "127.0.0.1:9092");
        var snapshot = await CollectAsync();
        var gap = Missing(snapshot.Source.Msk.Cluster);
        Assert.Equal(GapCause.Dependency, gap.Cause);
        Assert.StartsWith("no AWS credentials were found; in CI, ", gap.Reason, StringComparison.Ordinal);
        Assert.Contains("no AWS credentials were found", Known(snapshot.BackupBucket).Error, StringComparison.Ordinal);
        Assert.Contains("no AWS credentials were found", Known(snapshot.Target.Kafka.WayIn).Error, StringComparison.Ordinal);
        Assert.Empty(Aws.Requests);
        // A side that needs none is asked.
        Assert.Null(Known(snapshot.Source.Kafka.WayIn).Error);
    }

    [Fact]
    public async Task Iam_without_credentials_is_a_finding_even_where_the_addresses_are_known()
    {
        Environment.Set("AWS_ACCESS_KEY_ID", null);
        WithSource(Plan.Source.Auth, "127.0.0.1:9098");
        Assert.StartsWith("AWS credentials: no AWS credentials were found", Known((await CollectAsync()).Source.Kafka.WayIn).Error, StringComparison.Ordinal);
        Assert.False(Brokers.WasAsked(Side.Source));
    }

    [Theory]
    [InlineData("AWS_SECRET_ACCESS_KEY is set without AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "canary")]
    [InlineData("AWS_ACCESS_KEY_ID is set without AWS_SECRET_ACCESS_KEY", "AWS_ACCESS_KEY_ID", "AKIAHALF")]
    [InlineData("AWS_ROLE_ARN is set without AWS_WEB_IDENTITY_TOKEN_FILE", "AWS_ROLE_ARN", RoleArn)]
    [InlineData("AWS_WEB_IDENTITY_TOKEN_FILE is set without AWS_ROLE_ARN", "AWS_WEB_IDENTITY_TOKEN_FILE", "/nowhere/token")]
    [InlineData("AWS_CONTAINER_CREDENTIALS_FULL_URI is no address", "AWS_CONTAINER_CREDENTIALS_FULL_URI", "http://credentials.invalid/")]
    [InlineData("there is no file where AWS_SHARED_CREDENTIALS_FILE points to", "AWS_SHARED_CREDENTIALS_FILE", "/nowhere/else")]
    public async Task The_setting_that_gave_hope_of_credentials_is_named(string reason, string variable, string value)
    {
        Environment.Set("AWS_ACCESS_KEY_ID", null);
        Environment.Set("AWS_SECRET_ACCESS_KEY", null);
        Environment.Set(variable, value);
        var said = Missing((await CollectAsync()).Source.Msk.Cluster).Reason;
        Assert.StartsWith($"no AWS credentials were found: {reason}", said, StringComparison.Ordinal);
        Assert.DoesNotContain(value, said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "access key id", "AKIA-canary\n")]
    [InlineData("AWS_ACCESS_KEY_ID", "access key id", "AKIA-c\u00e4n\u00e4ry")]
    [InlineData("AWS_ACCESS_KEY_ID", "access key id", "\"AKIA-canary\"")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "secret access key", "canary key")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "secret access key", "canary-key ")]
    [InlineData("AWS_SESSION_TOKEN", "session token", "canary\ntoken")]
    public async Task A_key_that_no_request_can_be_signed_with_is_named_before_anybody_is_asked(string variable, string what, string value)
    {
        Environment.Set(variable, value);
        var snapshot = await CollectAsync();
        var said = Missing(snapshot.Source.Msk.Cluster).Reason;
        Assert.StartsWith($"the AWS {what} ({variable}) holds a character that none has", said, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", said, StringComparison.Ordinal);
        Assert.NotNull(Known(snapshot.BackupBucket).Error);
        Assert.Empty(Aws.Requests);
    }

    [Fact]
    public async Task A_role_whose_credentials_have_ended_already_leads_to_the_clock()
    {
        Aws.On(AwsAction.AssumeRole, RoleArn, AwsDocuments.AssumedRole(RoleArn, "ASIAROLE", "canary", "canary", seconds: -600));
        WithSource(Plan.Source.Auth with { RoleArn = RoleArn });
        Assert.Contains("is this machine's clock right?", Missing((await CollectAsync()).Source.Msk.Cluster).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_expired_token_is_said_to_be_expired()
    {
        Environment.Set("AWS_ACCESS_KEY_ID", "ASIAOLD");
        Environment.Set("AWS_SESSION_TOKEN", "old-token");
        Aws.Accept("ASIAOLD", AwsStandIn.SecretKey, "new-token");
        var snapshot = await CollectAsync();
        Assert.StartsWith("the AWS credentials have expired", Missing(snapshot.Source.Msk.Cluster).Reason, StringComparison.Ordinal);
        Assert.Contains("the AWS credentials have expired", Known(snapshot.Source.Kafka.WayIn).Error, StringComparison.Ordinal);
        Assert.Contains("expired", Known(snapshot.BackupBucket).Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("AWS_ACCESS_KEY_ID", "does not know these credentials")]
    [InlineData("AWS_SECRET_ACCESS_KEY", "the secret access key does not belong to the access key id")]
    public async Task A_wrong_key_is_named(string variable, string reason)
    {
        Environment.Set(variable, "canary");
        Assert.Contains(reason, Missing((await CollectAsync()).Source.Msk.Cluster).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_profile_that_is_not_there_is_named_as_the_cause()
    {
        Environment.Set("AWS_ACCESS_KEY_ID", null);
        Environment.Set("AWS_PROFILE", "nobody");
        Assert.Contains("AWS_PROFILE", Missing((await CollectAsync()).Source.Msk.Cluster).Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("granted", null)]
    [InlineData("denied", "access denied: sts:AssumeRoleWithWebIdentity")]
    [InlineData("no file", "AWS_WEB_IDENTITY_TOKEN_FILE")]
    public async Task The_web_identity_of_a_CI_job_is_used(string what, string? reason)
    {
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "canary.oidc.token", Stop);
        if (what is "no file") File.Delete(file);
        foreach (var (name, value) in new[] { ("AWS_ACCESS_KEY_ID", null), ("AWS_ROLE_ARN", RoleArn), ("AWS_WEB_IDENTITY_TOKEN_FILE", file) }) Environment.Set(name, value);
        Aws.Accept("ASIAWEB", "web-secret", "web-token");
        if (what is "granted") Aws.On(AwsAction.AssumeRoleWithWebIdentity, RoleArn, AwsDocuments.AssumedRole(RoleArn, "ASIAWEB", "web-secret", "web-token", "AssumeRoleWithWebIdentity"));

        var snapshot = await CollectAsync();
        if (reason is null)
        {
            Assert.Equal(3, Known(snapshot.Source.Msk.Nodes).Count);
            Assert.All(Aws.RequestsFor(SourceArn), request => Assert.Equal("ASIAWEB", request.AccessKey));
        }
        else
        {
            Assert.Contains(reason, Missing(snapshot.Source.Msk.Nodes).Reason, StringComparison.Ordinal);
            Assert.DoesNotContain("canary", string.Concat(Log.Lines) + snapshot, StringComparison.Ordinal);
        }

        File.Delete(file);
    }
}
