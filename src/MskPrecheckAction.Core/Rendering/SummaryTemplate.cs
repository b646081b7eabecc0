using System.Globalization;
using System.Text;
using MskPrecheckAction.Reporting;
using Scriban;
using Scriban.Functions;
using Scriban.Parsing;
using Scriban.Runtime;
using Scriban.Syntax;

namespace MskPrecheckAction.Rendering;

/// <summary>A Scriban template in a sandbox: no files, no clock, no randomness, bounded in loops, depth, output and time.</summary>
internal sealed class SummaryTemplate
{
    private const int MostIterations = 100_000;
    private const int MostCharacters = 4 * 1024 * 1024;

    // For what the bounds in numbers let through: a function that calls itself twice, or loops whose every step is dear. A summary is made in milliseconds.
    private static readonly TimeSpan LongestRendering = TimeSpan.FromSeconds(5);

    private readonly Template template;
    private readonly bool isOwn;

    private SummaryTemplate(Template template, bool isOwn) => (this.template, this.isOwn) = (template, isOwn);

    /// <summary>The program's own.</summary>
    public static SummaryTemplate Own()
    {
        using var stream = typeof(SummaryTemplate).Assembly.GetManifestResourceStream("summary.md")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return new SummaryTemplate(Template.Parse(reader.ReadToEnd(), "templates/summary.md"), isOwn: true);
    }

    /// <summary>Reads a template of the user's; gives what is wrong with it, or null.</summary>
    public static TemplateFailure? TryParse(string text, out SummaryTemplate? template)
    {
        template = null;
        var parsed = Template.Parse(text.Replace("\r\n", "\n", StringComparison.Ordinal));
        if (parsed.Messages.FirstOrDefault(message => message.Type is ParserMessageType.Error) is { } error)
        {
            // At the end of the text Scriban knows no place.
            return error.Span.Start.Line < 0
                ? new TemplateFailure(error.Message, text.TrimEnd().Count(letter => letter == '\n') + 1, 1)
                : new TemplateFailure(error.Message, error.Span.Start.Line + 1, error.Span.Start.Column + 1);
        }

        template = new SummaryTemplate(parsed, isOwn: false);
        return null;
    }

    /// <summary>The text by the program's own template, which does not fail.</summary>
    public string Render(Report report) => TryRender(report, out var text) is { } failure
        ? throw new InvalidOperationException($"templates/summary.md: {failure}")
        : text;

    /// <summary>Gives the text, or what went wrong.</summary>
    public TemplateFailure? TryRender(Report report, out string text)
    {
        text = "";
        using var patience = new CancellationTokenSource();
        // The program's own template needs none, and the same facts must give the same bytes on a slow machine too.
        if (!isOwn) patience.CancelAfter(LongestRendering);
        var context = new TemplateContext(Builtins())
        {
            StrictVariables = true,
            EnableRelaxedMemberAccess = false,
            LoopLimit = MostIterations,
            RecursiveLimit = 50,
            ObjectRecursionLimit = 20,
            LimitToString = MostCharacters,
            OutputLimit = MostCharacters,
            OnOutputLimit = ScriptLimitBehavior.Throw,
            OnStringLimit = ScriptLimitBehavior.Throw,
            RegexTimeOut = TimeSpan.FromSeconds(1),
            NewLine = "\n",
            CancellationToken = patience.Token,
        };
        context.PushCulture(CultureInfo.InvariantCulture);
        context.PushGlobal(SummaryModel.Of(report));
        try
        {
            text = template.Render(context);
            return null;
        }
        catch (Exception) when (patience.IsCancellationRequested)
        {
            return new TemplateFailure($"It takes longer than {LongestRendering.TotalSeconds:0} s.", 1, 1);
        }
        catch (ScriptRuntimeException wrong)
        {
            return new TemplateFailure(wrong.OriginalMessage, wrong.Span.Start.Line + 1, wrong.Span.Start.Column + 1);
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or ArgumentException or InvalidCastException or FormatException or ArithmeticException)
        {
            return new TemplateFailure(wrong.Message, 1, 1);
        }
    }

    // The program's own template needs none, and to import them costs a tenth of a second. Others get what is pure: dates
    // know the clock, math.random and math.uuid are in what is left out, object.eval and include are ways out.
    private ScriptObject Builtins()
    {
        var builtins = new ScriptObject();
        if (isOwn)
        {
            return builtins;
        }

        builtins.SetValue("array", new ArrayFunctions(), readOnly: true);
        builtins.SetValue("string", new StringFunctions(), readOnly: true);
        builtins.SetValue("html", new HtmlFunctions(), readOnly: true);
        var math = new MathFunctions();
        math.Remove("random");
        math.Remove("uuid");
        builtins.SetValue("math", math, readOnly: true);
        return builtins;
    }
}

/// <summary>What is wrong with a template, and where.</summary>
/// <param name="Message">In Scriban's words.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1.</param>
internal sealed record TemplateFailure(string Message, int Line, int Column)
{
    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"line {Line}, column {Column}: {Message}");
}
