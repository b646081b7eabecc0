using MskPrecheckAction.Configuration.Shapes;
using MskPrecheckAction.Configuration.Yaml;

namespace MskPrecheckAction.Configuration.Reading;

/// <summary>One key of the block, read by its shape.</summary>
internal sealed class KeyValue<T>(BlockReading reading, string path, YamlEntry entry, Shape<T> shape, bool isRequired)
{
    private const int LongestShown = 120;

    private readonly Location at = reading.Source.Of(entry);

    /// <summary>The value; the other one where nothing is written, or where a problem was added.</summary>
    public T Read(T otherwise)
    {
        reading.Marks[path] = at;
        if (Written(entry.Value) is not { } written)
        {
            return otherwise;
        }

        var replaced = Interpolation.Of(written.Text, reading.Environment);
        foreach (var fault in replaced.Faults)
        {
            Problem($"{path}: {fault}");
        }

        if (replaced.Faults.Count > 0)
        {
            return otherwise;
        }

        var isNothing = !replaced.IsReplaced && written.Type is ScalarType.Null;
        if (isNothing || string.IsNullOrWhiteSpace(replaced.Text))
        {
            if (!shape.MayBeBlank)
            {
                var why = replaced.Empty is [var name, ..] ? $" (the environment variable {name} is set to nothing)" : "";
                Problem($"{path} has no value{why}. {shape.Write}{(isRequired ? "" : ", or remove the key")}.");
            }

            return otherwise;
        }

        // Quotes around ${NAME} do not make it text: inside braces YAML cannot do without them.
        return replaced.IsReplaced || HasRightType(written) ? Parse(written, replaced, otherwise) : otherwise;
    }

    private T Parse(YamlScalar written, Interpolation replaced, T otherwise)
    {
        var text = shape.KeepsBlanks ? replaced.Text : replaced.Text.Trim();
        if (shape.Parse(text, out var value) is not { } fault)
        {
            return value;
        }

        // What came out of the environment is not shown: the wrong variable may be a secret one.
        var shown = replaced.IsReplaced ? Shown(written.Text) + ", with its variables replaced," : Shown(text);
        Problem($"{path}: {shown} {fault}. {shape.Write}.");
        return otherwise;
    }

    private YamlScalar? Written(YamlNode node)
    {
        switch (node)
        {
            // Both were refused for what they are.
            case YamlAlias or { IsTagged: true }:
                return null;
            case YamlScalar scalar:
                return scalar;
            case YamlSequence list when path.EndsWith("bootstrap_servers", StringComparison.Ordinal) && list.Items.TrueForAll(item => item is YamlScalar):
                // Kafka's own clients take a list here, so people write one.
                return new YamlScalar(list.Start, list.End, string.Join(',', list.Items.Select(item => ((YamlScalar)item).Text)), IsPlain: false);
            default:
                Problem($"{path} is {node.Kind}, not a single value. {shape.Write}; text that begins with {{ or [ or holds ': ' needs quotes.");
                return null;
        }
    }

    private bool HasRightType(YamlScalar written)
    {
        if (shape.Type is null || shape.Type == written.Type)
        {
            return true;
        }

        if (shape.Type is ScalarType.Text)
        {
            Problem($"{path} is {(written.Type is ScalarType.Number ? "a number" : "true or false")} to YAML, not text. Put it in quotes.");
            return false;
        }

        // In quotes it is text; without them the value speaks for itself.
        if (!written.IsPlain && shape.Parse(written.Text.Trim(), out _) is null)
        {
            Problem($"{path}: '{written.Text.Trim()}' is in quotes, which make it text. Write {written.Text.Trim()} without quotes.");
            return false;
        }

        return true;
    }

    private string Shown(string text)
    {
        // What holds an @ may be an address with a login in it.
        if (shape.IsPrivate || text.Contains('@'))
        {
            return "the value";
        }

        var line = string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
        return line.Length <= LongestShown ? $"'{line}'" : $"'{line[..(char.IsHighSurrogate(line[LongestShown - 1]) ? LongestShown - 1 : LongestShown)]}...'";
    }

    private void Problem(string message) => reading.Problem(at, message);
}
