using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Facts.Json;
using Xunit;

namespace MskPrecheckAction.Tests.Facts;

public sealed class SnapshotJsonTests
{
    private static readonly string Sample = Text(SampleSnapshots.Varied());

    [Fact]
    public void What_is_read_is_what_was_written() => Assert.Equal(Sample, Text(Read(Sample)));

    [Fact]
    public void The_form_is_this_one() => Golden.Matches("tests/MskPrecheckAction.Core.Tests/Facts/Golden/snapshot.json", Sample);

    [Fact]
    public void The_schema_in_docs_is_current() => Golden.Matches("docs/snapshot.schema.json", SnapshotSchema.Text());

    [Fact]
    public void No_member_of_any_fact_is_forgotten()
    {
        var definitions = JsonNode.Parse(SnapshotSchema.Text())!["$defs"]!.AsObject();
        foreach (var (name, schema) in definitions)
        {
            var type = name.EndsWith("Listing", StringComparison.Ordinal) ? typeof(Listing<string>) : typeof(Snapshot).Assembly.GetType("MskPrecheckAction.Facts." + name)!;
            var members = type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => JsonNamingPolicy.CamelCase.ConvertName(property.Name));
            Assert.Equal(members.Order(StringComparer.Ordinal), schema!["properties"]!.AsObject().Select(one => one.Key).Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Every_topic_group_and_acl_has_a_line_of_its_own()
    {
        var lines = Text(SampleSnapshots.Large(topics: 7, acls: 5, groups: 3, transactions: 2)).Split('\n');
        Assert.Equal(7, lines.Count(line => line.Contains("\"name\":\"customer.topic-", StringComparison.Ordinal)));
        Assert.Equal(5, lines.Count(line => line.Contains("\"resourceName\":\"customer.topic-", StringComparison.Ordinal)));
        Assert.Equal(3, lines.Count(line => line.Contains("customer-group-", StringComparison.Ordinal)));
        Assert.Equal(2, lines.Count(line => line.Contains("\"id\":\"tx-", StringComparison.Ordinal)));
    }

    [Fact]
    public void Members_that_a_reader_does_not_know_are_ignored()
    {
        var json = JsonNode.Parse(Sample)!;
        json["later"] = new JsonObject { ["a"] = 1 };
        json["backupBucket"]!["later"] = new JsonArray(1, 2);
        json["source"]!["kafka"]!["topics"]!["value"]!["later"] = "x";
        Assert.Equal(Sample, Text(Read(json.ToJsonString())));
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_do_not_matter() =>
        Assert.Equal(Sample, Text(Read("\uFEFF" + Sample.Replace("\n", "\r\n", StringComparison.Ordinal))));

    [Theory]
    [InlineData("", "The snapshot is empty.", 1, 1)]
    [InlineData(" \n", "The snapshot is empty.", 1, 1)]
    [InlineData("[]", "an object", 1, 1)]
    [InlineData("hello: yaml", "is an invalid start", 1, 1)]
    [InlineData("{}", "schemaVersion is missing", 1, 1)]
    [InlineData("{\"schemaVersion\": \"1\"}", "schemaVersion has to be a whole number", 1, 19)]
    [InlineData("{\n  \"schemaVersion\": 0}", "schemaVersion has to be a whole number", 2, 20)]
    [InlineData("{\"schemaVersion\": 1}", "Snapshot lacks", 1, 20)]
    [InlineData("{\"ü\": 1, \"schemaVersion\": 7, \"toolVersion\": \"9.1.0\", \"source\": 3}", "schema version 7, written by msk-precheck 9.1.0; this program reads up to version 1", 1, 27)]
    [InlineData("{\"schemaVersion\": 1, \"\\ud800\": 2}", "The text here is not valid Unicode", 1, 22)]
    [InlineData("{\"toolVersion\": \"\\ud800\", \"schemaVersion\": 7}", "schema version 7; this program reads", 1, 44)]
    public void A_file_that_is_no_snapshot_is_refused_with_its_place(string text, string reason, int line, int column)
    {
        var problem = Refuse(text);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        Assert.Equal(new Location("s.json", line, column, line, column), problem.Location);
    }

    [Theory]
    [InlineData("\"partitionCount\":12", "\"partitionCount\":\"12\"", "a whole number")]
    [InlineData("\"partitionCount\":12", "\"partitionCount\":null", "a whole number")]
    [InlineData("\"partitionCount\":12,", "", "Topic lacks partitionCount")]
    [InlineData("\"name\":\"orders\"", "\"name\":null", "null is not allowed here")]
    [InlineData("\"name\":\"orders\"", "\"name\":{}", "a text")]
    [InlineData("{\"name\":\"orders\"", "null,{\"name\":\"orders\"", "null is not allowed here")]
    [InlineData("\"coverage\": \"partial\"", "\"coverage\": \"Partial\"", "one of complete, partial, unknown")]
    [InlineData("\"coverage\": \"partial\"", "\"coverage\": 1", "one of complete, partial, unknown")]
    [InlineData("\"coverage\": \"partial\",", "", "TopicListing lacks coverage")]
    [InlineData("\"source\":\"dynamicTopic\"", "\"source\":\"topic\"", "one of dynamicTopic, ")]
    [InlineData("\"authMode\": \"scram-sha-512\"", "\"authMode\": \"scramSha512\"", "one of iam, scram-sha-512, ")]
    [InlineData("2026-11-22T19:30:00Z", "2026-11-22T19:30:00", "a time in UTC")]
    [InlineData("\"toolVersion\": \"0.1.0\"", "\"toolVersion\": null", "null is not allowed here")]
    [InlineData("\"error\": null,", "", "Reachability lacks error")]
    [InlineData("\"error\": null,", "\"error\": null, \"error\": \"x\",", "error of Reachability stands here twice")]
    public void What_does_not_fit_is_refused_on_its_line(string part, string instead, string reason)
    {
        var at = Sample.IndexOf(part, StringComparison.Ordinal);
        Assert.True(at > 0, part);
        var problem = Refuse(Sample[..at] + instead + Sample[(at + part.Length)..]);
        Assert.Contains(reason, problem.Message, StringComparison.Ordinal);
        var line = Sample[..at].Count(c => c == '\n') + 1;
        Assert.InRange(problem.Location!.Line, line, line + 45);
    }

    [Fact]
    public void Saved_as_UTF_16_it_is_told_so() => Assert.All([Encoding.Unicode, Encoding.BigEndianUnicode], encoding =>
    {
        byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Sample)];
        Assert.False(SnapshotJson.TryRead(new MemoryStream(bytes), "s.json", out _, out var problem));
        Assert.Equal(new ConfigProblem("The snapshot is saved as UTF-16. Save it as UTF-8.", Location.StartOf("s.json")), problem);
    });

    [Fact]
    public void A_fact_has_a_value_or_a_gap_and_never_both()
    {
        JsonNode json = JsonNode.Parse(Sample)!;
        json["backupBucket"] = new JsonObject();
        Assert.Contains("value or a gap", Refuse(json.ToJsonString()).Message, StringComparison.Ordinal);
        json["backupBucket"] = new JsonObject { ["value"] = null };
        Assert.Contains("null is not allowed", Refuse(json.ToJsonString()).Message, StringComparison.Ordinal);
        json["backupBucket"] = null;
        Refuse(json.ToJsonString());
        json["backupBucket"] = json["evidenceBucket"]!.DeepClone();
        json["backupBucket"]!["value"] = new JsonObject { ["error"] = null };
        Assert.Contains("not two of them", Refuse(json.ToJsonString()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Cut_off_anywhere_it_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes(Sample.TrimEnd());
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(SnapshotJson.TryRead(new MemoryStream(bytes, 0, length), "s.json", out _, out var problem));
            Assert.DoesNotContain("MskPrecheckAction", problem.Message, StringComparison.Ordinal);
            Assert.DoesNotContain("System.", problem.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void What_it_quotes_is_short_and_can_be_shown()
    {
        var problem = Refuse("{\"schemaVersion\": 1, \"x\": n\u001b" + new string('x', 1_000_000));
        Assert.True(problem.Message.Length < 300, problem.Message);
        Assert.DoesNotContain('\u001b', problem.Message);
    }

    [Fact]
    public void Nested_without_end_it_is_refused() => Refuse("{\"schemaVersion\": 1, \"x\": " + new string('[', 1_000_000));

    private static string Text(Snapshot snapshot)
    {
        using var stream = new MemoryStream();
        SnapshotJson.Write(snapshot, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static Snapshot Read(string text)
    {
        var read = SnapshotJson.TryRead(new MemoryStream(Encoding.UTF8.GetBytes(text)), "s.json", out var snapshot, out var problem);
        Assert.True(read, problem?.ToString());
        return snapshot!;
    }

    private static ConfigProblem Refuse(string text)
    {
        Assert.False(SnapshotJson.TryRead(new MemoryStream(Encoding.UTF8.GetBytes(text)), "s.json", out _, out var problem));
        return problem;
    }
}
