using System.Text;

namespace MskPrecheckAction.Checks;

/// <summary>Fills the places of a template in one pass, so that a value which looks like a place stays as it is.</summary>
internal static class Placeholders
{
    /// <summary>Replaces every place that is named in <paramref name="values"/>; other text, places without a value included, stays.</summary>
    public static string Fill(string template, char open, char close, IReadOnlyList<(string Name, string Value)> values, Func<string, string> quote)
    {
        var filled = new StringBuilder(template.Length + 64);
        for (var at = 0; at < template.Length;)
        {
            var end = template[at] == open ? template.IndexOf(close, at) : -1;
            var name = end > at ? template[(at + 1)..end] : null;
            var value = name is null ? null : values.Where(one => one.Name == name).Select(one => one.Value).FirstOrDefault();
            filled.Append(value is null ? template[at] : quote(value));
            at = value is null ? at + 1 : end + 1;
        }

        return filled.ToString();
    }
}
