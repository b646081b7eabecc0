using System.Net;
using Amazon.Json;
using Amazon.Runtime.Internal;

namespace Amazon.Kafka;

/// <summary>A refusal by Amazon MSK: StatusCode always, ErrorCode (for instance NotFoundException) where the answer named one.</summary>
public class AmazonKafkaException : JsonServiceException
{
    /// <summary>A refusal before anything was sent.</summary>
    public AmazonKafkaException(string message) : base(new ErrorResponse { Message = message }, null, 0)
    {
    }

    internal AmazonKafkaException(ErrorResponse error, Exception? innerException, HttpStatusCode statusCode) : base(error, innerException, statusCode)
    {
    }
}
