using System.Text.Json.Serialization;
using MskPrecheckAction.Configuration;

namespace MskPrecheckAction.Collection.Kafka.Apart;

/// <summary>What the program and the reader of a cluster tell each other; each kind has a payload of its own.</summary>
internal enum MessageKind : byte
{
    /// <summary>To the reader, first of all: <see cref="AccessMessage"/>.</summary>
    Access = 1,

    /// <summary>From the reader: it needs a signed IAM token. No payload.</summary>
    Sign = 2,

    /// <summary>To the reader, for each Sign: <see cref="TokenMessage"/>.</summary>
    Token = 3,

    /// <summary>From the reader: <see cref="ProgressMessage"/>.</summary>
    Progress = 4,

    /// <summary>From the reader, for whoever debugs: a line of text.</summary>
    Debug = 5,

    /// <summary>From the reader, last of all: the facts as they stand in a snapshot.</summary>
    Facts = 6,
}

/// <summary>A way into a cluster.</summary>
internal sealed record AccessMessage(
    Side Side, string BootstrapServers, AuthMode Mode, string? CertificatePath, string? KeyPath, string? CaPath, string? Username, string? Password, bool Signs)
{
    /// <summary>For a reader.</summary>
    public static AccessMessage Of(KafkaAccess access) => new(
        access.Side, access.BootstrapServers, access.Auth.Mode, access.Auth.CertificatePath, access.Auth.KeyPath, access.Auth.CaPath,
        access.Username, access.Password?.Reveal(), access.SignToken is not null);

    /// <summary>What the reader connects with.</summary>
    /// <param name="sign">Asks for a token.</param>
    public KafkaAccess Access(Func<CancellationToken, Task<IamToken>> sign) => new(Side, BootstrapServers, new AuthPlan(Mode) { CertificatePath = CertificatePath, KeyPath = KeyPath, CaPath = CaPath })
    {
        Username = Username,
        Password = Password is null ? null : new Secret(Password),
        SignToken = Signs ? sign : null,
    };

    // A record would print its members.
    /// <inheritdoc/>
    public override string ToString() => nameof(AccessMessage);
}

/// <summary>A token, or why there is none in one plain sentence.</summary>
internal sealed record TokenMessage(string? Value, DateTimeOffset ExpiresAt, string? Principal, string? NoToken)
{
    /// <inheritdoc/>
    public override string ToString() => nameof(TokenMessage);
}

/// <summary>What is being asked, and how far it is.</summary>
internal sealed record ProgressMessage(string What, int? Done, int? Total);

/// <summary>The payloads' JSON, generated at build time.</summary>
[JsonSerializable(typeof(AccessMessage))]
[JsonSerializable(typeof(TokenMessage))]
[JsonSerializable(typeof(ProgressMessage))]
internal sealed partial class MessageJson : JsonSerializerContext;
