using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using MskPrecheckAction.Checks;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Reporting;

namespace MskPrecheckAction.Rendering;

/// <summary>The report for programs: <c>msk-precheck.json</c>.</summary>
public static class JsonReport
{
    // Names keep their own letters; the file is no part of a page.
    internal static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The file's text.</summary>
    public static string Render(Report report) => Text(writer =>
    {
        writer.WriteStartObject();
        writer.WriteNumber("schemaVersion", 1);
        writer.WriteStartObject("tool");
        writer.WriteString("name", "msk-precheck");
        writer.WriteString("version", report.ToolVersion);
        writer.WriteEndObject();
        writer.WriteString("config", report.ConfigPath);
        writer.WriteString("verdict", report.Verdict.Word());
        writer.WriteNumber("exitCode", report.ExitCode);
        Counts(writer, report);
        if (report.Checks.Count > 0)
        {
            List(writer, "checks", report.Checks, Check);
        }
        else
        {
            List(writer, "problems", report.Problems, Problem);
        }

        writer.WriteEndObject();
    });

    internal static string Text(Action<Utf8JsonWriter> write)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Layout))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Counts(Utf8JsonWriter writer, Report report)
    {
        writer.WriteStartObject("counts");
        writer.WriteNumber("blocker", report.Failed(Level.Blocker));
        writer.WriteNumber("warning", report.Failed(Level.Warning));
        writer.WriteNumber("info", report.Failed(Level.Info));
        writer.WriteNumber("undetermined", report.Count(ReportedOutcome.Undetermined));
        writer.WriteNumber("passed", report.Count(ReportedOutcome.Passed));
        writer.WriteNumber("notApplicable", report.Count(ReportedOutcome.NotApplicable));
        writer.WriteNumber("skipped", report.Count(ReportedOutcome.Skipped));
        writer.WriteEndObject();
    }

    private static void Check(Utf8JsonWriter writer, ReportedCheck check)
    {
        writer.WriteString("code", check.Code);
        writer.WriteString("level", CheckReference.Word(check.Level));
        writer.WriteString("title", check.Check.Title);
        writer.WriteString("outcome", JsonNamingPolicy.CamelCase.ConvertName(check.Outcome.ToString()));
        Optional(writer, "remark", check.Remark);
        Optional(writer, "because", check.Because);
        if (check.Gaps.Count > 0)
        {
            List(writer, "gaps", check.Gaps, Gap);
        }

        List(writer, "findings", check.Findings, Finding);
    }

    private static void Gap(Utf8JsonWriter writer, Gap gap)
    {
        writer.WriteString("asked", gap.Asked);
        writer.WriteString("reason", gap.Reason);
        Optional(writer, "permission", gap.Permission);
    }

    private static void Finding(Utf8JsonWriter writer, ReportedFinding found)
    {
        writer.WriteString("message", found.Finding.Message);
        if (found.Finding.Details.Count > 0)
        {
            writer.WriteStartArray("details");
            foreach (var detail in found.Finding.Details)
            {
                writer.WriteStringValue(detail);
            }

            writer.WriteEndArray();
        }

        writer.WriteString("fix", found.Finding.Fix.ToString());
        Location(writer, found.Location, found.Finding.Path);
    }

    private static void Problem(Utf8JsonWriter writer, ConfigProblem problem)
    {
        writer.WriteString("message", problem.Message);
        if (problem.Location is { } location)
        {
            Location(writer, location, path: null);
        }
    }

    private static void Location(Utf8JsonWriter writer, Location location, string? path)
    {
        writer.WriteStartObject("location");
        writer.WriteString("file", location.File);
        Optional(writer, "path", path);
        writer.WriteNumber("line", location.Line);
        writer.WriteNumber("column", location.Column);
        writer.WriteEndObject();
    }

    private static void Optional(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void List<T>(Utf8JsonWriter writer, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
        {
            writer.WriteStartObject();
            write(writer, item);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
