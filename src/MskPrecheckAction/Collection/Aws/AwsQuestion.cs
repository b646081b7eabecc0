using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>One question to AWS, in the words in which its failure is told.</summary>
/// <param name="Step">What is asked, such as <c>DescribeClusterV2</c>.</param>
/// <param name="Service">Whom, such as <c>the MSK API</c>.</param>
/// <param name="Region">Where; empty for what is on this machine.</param>
/// <param name="Action">The IAM action that allows it.</param>
/// <param name="Thing">About what, such as <c>cluster arn:aws:kafka:...</c>.</param>
/// <param name="Side">For which of the two clusters, where it is for one.</param>
internal sealed record AwsQuestion(string Step, string Service, string Region, string Action, string Thing, Side? Side = null)
{
    /// <summary>The question as gaps name it.</summary>
    public string Asked => Side is { } side ? $"{Step} of the {side.Word()} cluster" : Step;

    /// <summary>Whom and where, for sentences.</summary>
    public string Place => Region.Length == 0 ? Service : $"{Service} in {Region}";

    /// <summary>The gap that a failure leaves.</summary>
    public Gap Gap(AwsFailure failure) => new(Asked, failure.Cause, failure.Reason, failure.Permission);

    /// <summary>The gap of an answer that came and does not hold what was asked for.</summary>
    public Gap Unparsable(string reason) => new(Asked, GapCause.Unparsable, reason);
}
