using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.CodeAnalysis.Sarif;
using MskPrecheckAction.Checks;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Reporting;
using Newtonsoft.Json;
using Newtonsoft.Json.Serialization;
using Location = Microsoft.CodeAnalysis.Sarif.Location;

namespace MskPrecheckAction.Rendering;

/// <summary>The report for code scanning: failed checks are results, what could not be determined are notifications of the tool.</summary>
public static class SarifReport
{
    private const string Fingerprint = "mskPrecheck/v1";

    /// <summary>The file's text.</summary>
    public static string Render(Report report)
    {
        var run = new Run
        {
            Tool = new Tool { Driver = SarifRules.Driver(report) },
            AutomationDetails = new RunAutomationDetails { Id = Category(report) },
            Invocations = [Invocation(report)],
            Results = [.. report.Checks.Index().SelectMany(one => one.Item.Findings.Index().Select(found => Result(report, one.Item, one.Index, found)))],
            ColumnKind = ColumnKind.Utf16CodeUnits,
        };
        var log = new SarifLog { SchemaUri = new Uri("https://json.schemastore.org/sarif-2.1.0.json"), Version = SarifVersion.Current, Runs = [run] };
        using var text = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        using (var writer = new JsonTextWriter(text) { Formatting = Formatting.Indented, CloseOutput = false })
        {
            // As SarifLog.Save does, with line breaks and a cheaper start.
            new JsonSerializer { ContractResolver = new PlainReflection() }.Serialize(writer, log);
        }

        return text.ToString() + "\n";
    }

    // Uploads of one category replace each other: two pairs of clusters in one repository must not. It ends with a slash,
    // for GitHub takes what stands before the last one.
    private static string Category(Report report) => report.Clusters is { } pair
        ? $"msk-precheck/{pair.Source.Name}/{pair.Target.Name}/{Hash(pair.Source.Arn, pair.Target.Arn)}/"
        : $"msk-precheck/{Hash(report.ConfigPath)}/";

    private static Invocation Invocation(Report report) => new()
    {
        ExecutionSuccessful = report.Verdict is not (Verdict.Invalid or Verdict.Error) && report.CutShort is null,
        ExitCode = report.ExitCode,
        ToolConfigurationNotifications = [.. report.Problems.Select(problem => new Notification
        {
            Level = FailureLevel.Error, Message = Text(problem.Message), Locations = problem.Location is { } at ? [Place(at)] : null,
        })],
        ToolExecutionNotifications = [.. report.Checks.Index().SelectMany(one => one.Item.Gaps.Distinct().Select(gap => Notification(one.Item, one.Index, gap)))],
    };

    private static Notification Notification(ReportedCheck check, int index, Gap gap) => new()
    {
        Level = check.Level is Level.Info ? FailureLevel.Note : FailureLevel.Warning,
        AssociatedRule = new ReportingDescriptorReference { Id = check.Code, Index = index },
        Message = Text(
            $"{check.Code} {(check.Outcome is ReportedOutcome.Undetermined ? "could not be determined" : "may be worse than seen")}: {gap.Asked}: {gap.Reason}"
            + (gap.Permission is { } permission ? $" (needs {permission})" : "")),
    };

    private static Result Result(Report report, ReportedCheck check, int index, (int Index, ReportedFinding Item) found) => new()
    {
        RuleId = check.Code,
        RuleIndex = index,
        Level = SarifRules.Level(check.Level),
        Message = Text(found.Item.Finding.Message),
        Locations = [Place(found.Item.Location)],
        PartialFingerprints = new Dictionary<string, string>
        {
            [Fingerprint] = Hash(
                check.Code, found.Item.Finding.Path, found.Index.ToString(CultureInfo.InvariantCulture), report.Clusters?.Source.Arn ?? "", report.Clusters?.Target.Arn ?? ""),
        },
    };

    private static Location Place(Configuration.Location at) => new()
    {
        PhysicalLocation = new PhysicalLocation
        {
            ArtifactLocation = new ArtifactLocation { Uri = FileUri(at.File) },
            Region = at.EndLine > at.Line || at.EndColumn > at.Column
                ? new Region { StartLine = at.Line, StartColumn = at.Column, EndLine = at.EndLine, EndColumn = at.EndColumn }
                : new Region { StartLine = at.Line, StartColumn = at.Column },
        },
    };

    private static Uri FileUri(string path)
    {
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        return path.StartsWith('/') ? new Uri("file://" + escaped) : new Uri(escaped.StartsWith("./", StringComparison.Ordinal) ? escaped[2..] : escaped, UriKind.Relative);
    }

    // Brackets would be a link into the log; a message ends like a sentence.
    private static Message Text(string text)
    {
        var line = HarmlessText.Visible(text).Replace("\\", "\\\\").Replace("[", "\\[").Replace("]", "\\]").TrimEnd();
        return new Message { Text = line.EndsWith('.') || line.EndsWith('?') || line.EndsWith('!') ? line : line + "." };
    }

    private static string Hash(params IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))))[..16];

    // The serializer would compile a method for every property before it reads it once: a log this size never earns that back.
    private sealed class PlainReflection : DefaultContractResolver
    {
        protected override IValueProvider CreateMemberValueProvider(MemberInfo member) => new ReflectionValueProvider(member);
    }
}
