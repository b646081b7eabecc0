namespace MskPrecheckAction.Kafka;

/// <summary>What a proxy does to connections.</summary>
public enum ProxyBehaviour
{
    /// <summary>Passes everything on.</summary>
    Forward,

    /// <summary>Accepts and passes nothing on; what it holds goes on its way when it forwards again.</summary>
    Blackhole,

    /// <summary>Passes answers on at one byte a second.</summary>
    Drip,

    /// <summary>Does not listen.</summary>
    Refuse,

    /// <summary>Accepts and resets at once.</summary>
    Cut,
}
