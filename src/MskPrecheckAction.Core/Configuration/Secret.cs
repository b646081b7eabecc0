namespace MskPrecheckAction.Configuration;

/// <summary>A text that must never be written anywhere; only <see cref="Reveal"/> gives it out, so its uses can be found.</summary>
public sealed class Secret(string value)
{
    /// <summary>The text itself, for the client that logs in with it and for the CI's mask command.</summary>
    public string Reveal() => value;

    /// <summary>Stars, whatever the value.</summary>
    public override string ToString() => "***";
}
