using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using Amazon.Runtime.Internal.Util;

namespace Amazon.Json;

/// <summary>Makes the service's own exception from what an error answer said.</summary>
internal delegate AmazonServiceException JsonErrors(ErrorResponse error, Exception? innerException, HttpStatusCode status);

/// <summary>Turns a request object into the HTTP request that <paramref name="fill"/> describes.</summary>
internal sealed class JsonRequestMarshaller<TRequest>(string serviceName, Action<TRequest, IRequest> fill) : IMarshaller<IRequest, AmazonWebServiceRequest>
    where TRequest : AmazonWebServiceRequest
{
    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = new DefaultRequest(input, serviceName);
        fill((TRequest)input, request);
        return request;
    }
}

/// <summary>Reads a JSON answer by a source generated shape; an answer that is no JSON, or not of that shape, is an error and never an empty object.</summary>
internal sealed class JsonAnswerUnmarshaller<TResponse>(JsonTypeInfo<TResponse> shape, JsonErrors errors) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse
{
    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext input) =>
        JsonSerializer.Deserialize(new BoundedStream(input.Stream), shape) ?? throw new JsonException("The answer is null.");

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext input, Exception innerException, HttpStatusCode statusCode)
    {
        var reader = new StreamingUtf8JsonReader(new BoundedStream(input.Stream));
        return errors(JsonErrorResponseUnmarshaller.GetInstance().Unmarshall(input, ref reader), innerException, statusCode);
    }
}

/// <summary>A service exception that the SDK's retry policy takes for throttling at every 429, whatever code the body names.</summary>
public abstract class JsonServiceException(ErrorResponse error, Exception? innerException, HttpStatusCode statusCode)
    : AmazonServiceException(error.Message, innerException, error.Type, error.Code, error.RequestId, statusCode)
{
    /// <inheritdoc/>
    public override RetryableDetails Retryable => StatusCode == HttpStatusCode.TooManyRequests ? new RetryableDetails(true) : null!;
}
