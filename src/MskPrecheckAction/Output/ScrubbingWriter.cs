namespace MskPrecheckAction.Output;

/// <summary>Writes whole texts that no secret gets past; one at a time, whatever the thread.</summary>
/// <param name="writer">Where it goes.</param>
/// <param name="scrubber">Knows the secrets.</param>
internal sealed class ScrubbingWriter(TextWriter writer, SecretScrubber scrubber)
{
    private readonly Lock gate = new();

    /// <summary>Writes a text as it is, secrets taken out.</summary>
    public void Write(string text) => WriteUnscrubbed(scrubber.CleanOutput(text));

    /// <summary>Writes a line.</summary>
    public void WriteLine(string line) => Write(line + "\n");

    /// <summary>For the CI's own mask command, the one text that has to hold a secret.</summary>
    public void WriteUnscrubbed(string text)
    {
        lock (gate)
        {
            writer.Write(text);
            writer.Flush();
        }
    }
}
