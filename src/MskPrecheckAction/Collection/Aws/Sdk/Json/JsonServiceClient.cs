using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Credentials.Internal;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Auth;

namespace Amazon.Json;

/// <summary>A client of a JSON service on AWSSDK.Core's own pipeline, so that signing, credential chain, retries, endpoints and typed errors are the SDK's.</summary>
public abstract class JsonServiceClient : AmazonServiceClient
{
    /// <summary>Uses the given credentials; null asks the SDK's default chain at the first call.</summary>
    protected JsonServiceClient(AWSCredentials? credentials, JsonServiceConfig config) : base(credentials, config)
    {
    }

    /// <inheritdoc/>
    // The pipeline has no signer of its own choosing: without this handler every call ends in a NullReferenceException.
    protected override void CustomizeRuntimePipeline(RuntimePipeline pipeline) => pipeline.AddHandlerAfter<Marshaller>(new SigV4Only());

    internal Task<TResponse> CallAsync<TRequest, TResponse>(
        TRequest request, Action<TRequest, IRequest> fill, JsonTypeInfo<TResponse> shape, JsonErrors errors, CancellationToken cancellationToken)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        InvokeAsync<TResponse>(
            request,
            new InvokeOptions
            {
                RequestMarshaller = new JsonRequestMarshaller<TRequest>(ServiceName, fill),
                ResponseUnmarshaller = new JsonAnswerUnmarshaller<TResponse>(shape, errors),
            },
            cancellationToken);

    /// <summary>The service's full name, as official request objects carry it.</summary>
    protected abstract string ServiceName { get; }

    private sealed class SigV4Only : BaseAuthResolverHandler
    {
        protected override List<IAuthSchemeOption> ResolveAuthOptions(IExecutionContext executionContext) => AuthSchemeOption.DEFAULT_SIGV4;
    }
}
