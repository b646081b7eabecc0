using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace MskPrecheckAction.Output;

/// <summary>Knows every secret of the run and takes it out of what is written. The types of the facts hold none; a library's error text might.</summary>
internal sealed class SecretScrubber
{
    // Shorter ones would be found in ordinary words; they are masked by the CI alone.
    private const int ShortestInFreeText = 4;

    // What the program itself says must stay word for word, even where a password is a word of it such as "password".
    private const int ShortestInOutput = 12;

    private ImmutableArray<string> freeText = [];
    private ImmutableArray<string> output = [];

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => freeText.IsEmpty;

    /// <summary>Adds a secret, each line of it and the forms it takes in JSON and in addresses.</summary>
    public void Add(string secret)
    {
        foreach (var line in secret.Split('\n', StringSplitOptions.TrimEntries).Append(secret).Where(line => line.Length >= ShortestInFreeText))
        {
            var forms = new[] { line, JsonEncodedText.Encode(line).ToString(), JsonEncodedText.Encode(line, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).ToString(), Uri.EscapeDataString(line) };
            ImmutableInterlocked.Update(ref freeText, known => WithAll(known, forms));
            if (line.Length >= ShortestInOutput) ImmutableInterlocked.Update(ref output, known => WithAll(known, forms));
        }
    }

    /// <summary>For a text that somebody else wrote, such as an exception's or a library's own line.</summary>
    public string CleanFreeText(string text) => Clean(text, freeText);

    /// <summary>For everything else on its way out: a last net.</summary>
    public string CleanOutput(string text) => Clean(text, output);

    private static string Clean(string text, ImmutableArray<string> secrets)
    {
        foreach (var secret in secrets)
        {
            text = text.Replace(secret, "***", StringComparison.Ordinal);
        }

        return text;
    }

    // The longest first: a secret that holds another must not leave its rest behind.
    private static ImmutableArray<string> WithAll(ImmutableArray<string> known, string[] forms) =>
        [.. known.Union(forms).OrderByDescending(form => form.Length).ThenBy(form => form, StringComparer.Ordinal)];
}
