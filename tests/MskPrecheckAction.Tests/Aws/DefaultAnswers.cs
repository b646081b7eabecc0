namespace MskPrecheckAction.Aws;

/// <summary>What AWS answers about things it does not know and callers it does not trust.</summary>
internal static class DefaultAnswers
{
    public static Answer To(AwsRequest request) => request.Action switch
    {
        AwsAction.HeadBucket => Answer.Bare(404),
        AwsAction.GetSecretValue => Answer.Error(400, "ResourceNotFoundException", "Secrets Manager can't find the specified secret."),
        AwsAction.AssumeRole or AwsAction.AssumeRoleWithWebIdentity => Answer.XmlError(403, "AccessDenied", $"Not authorized to perform {request.Action} on resource: {request.Resource}"),
        AwsAction.Unknown => Answer.Error(400, "UnknownOperationException", "The stand-in knows no such call."),
        _ => Answer.Error(404, "NotFoundException", $"Cluster not found: {request.Resource}"),
    };

    public static Answer Denied(AwsRequest request, string code, string message) => request.Action switch
    {
        AwsAction.HeadBucket => Answer.Bare(code == "ExpiredTokenException" ? 400 : 403),
        AwsAction.AssumeRole => Answer.XmlError(403, code, message),
        AwsAction.GetSecretValue => Answer.Error(400, code, message),
        _ => Answer.Error(403, code, message),
    };
}
