using System.Buffers.Text;
using System.Text;
using MskPrecheckAction.Collection.Kafka;

namespace MskPrecheckAction.Collection.Aws;

/// <summary>Looks into a token, as a broker does.</summary>
internal static class IamTokenText
{
    /// <summary>The signed address that the token is.</summary>
    public static string Url(this IamToken token) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(token.Value.Reveal()));
}
