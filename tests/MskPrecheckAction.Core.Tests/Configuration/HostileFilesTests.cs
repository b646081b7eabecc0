using System.Text;
using FsCheck;
using FsCheck.Fluent;
using MskPrecheckAction.Configuration;
using Xunit;

namespace MskPrecheckAction.Tests.Configuration;

/// <summary>Random and damaged files: 2,000 cases, or 200,000 with <c>MSK_PRECHECK_LONG=1</c>.</summary>
public sealed class HostileFilesTests
{
    private const string Canary = "canary-3f9a";

    private static readonly int CasesEach = Environment.GetEnvironmentVariable("MSK_PRECHECK_LONG") == "1" ? 50_000 : 500;

    private static readonly string[] Tokens =
    [
        "\n", "\r\n", "\r", " ", "  ", "    ", "\t", ": ", ":", "- ", "? ", "{", "}", "[", "]", ", ", "\"", "'", "|", ">", "|2-\n", "#", " #", "&a ", "*a", "<<: ",
        "!", "!!str ", "!<x> ", "%YAML 1.2\n", "%TAG ! x\n", "---\n", "...\n", "${X}", "$${", "${", "}", "\0", "\u0085", "\u2028", "\uFEFF", "\ud83d\ude00", "ü", "~", "null", "true",
        "yes", "0", "-1", "99999999999999999999", "1e5", "30m", "enterprise:", "msk_kraft_migration:", "source:", "auth:", "mode: iam", "password: ", "secret_arn: ", "bootstrap_servers: ",
        "\\", "\"\\x4\"", "\"\\uD800\"", "=", "@", "`", new string(' ', 40), new string('x', 2000),
    ];

    private static readonly string Base = Migration.WithAuth("mode: scram-sha-512\nusername: ${U}\npassword: \"${P}\"\nca_path: ca.pem") + """
            cutover: {drain_timeout: 30m, drain_max_partition_lag: 5, reverse_replication_enabled: false}
            seed:
              segment_max_bytes: ${S}
        """;

    [Fact]
    public void Random_bytes_are_refused_with_a_place() =>
        Check(Gen.Choose(0, 255).ListOf().Select(bytes => bytes.Select(one => (byte)one).ToArray()));

    [Fact]
    public void Random_pieces_of_yaml_are_read_or_refused_with_a_place() =>
        Check(Gen.Elements(Tokens).ListOf().Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces))));

    [Fact]
    public void A_damaged_file_is_read_or_refused_with_a_place()
    {
        var edit = Gen.Choose(0, Base.Length).Zip(Gen.Choose(0, 5)).Zip(Gen.Elements(Tokens));
        Check(edit.NonEmptyListOf().Select(edits => Encoding.UTF8.GetBytes(edits.Take(8).Aggregate(Base, (text, one) => Damage(text, one.Item1.Item1, one.Item1.Item2, one.Item2)))));
    }

    [Fact]
    public void What_is_nested_however_deep_is_read_or_refused_with_a_place()
    {
        var opener = Gen.Elements("[", "{", "{a: ", "- ", "? ", "a: ", "[a, ", "\n ", "{? ", "[? ", "&a ", "!x ", "[[[[", "- - ");
        Check(opener.NonEmptyListOf().Zip(Gen.Choose(1, 3000)).Zip(Gen.Choose(0, Base.Length)).Select(
            one => Encoding.UTF8.GetBytes(Base.Insert(one.Item2, Repeated(one.Item1.Item1, one.Item1.Item2)))));
    }

    private static string Repeated(List<string> pieces, int times) =>
        string.Concat(Enumerable.Repeat(string.Concat(pieces), Math.Max(1, times / pieces.Count)));

    private static string Damage(string text, int place, int kind, string piece)
    {
        var at = Math.Min(place, text.Length);
        var line = text.LastIndexOf('\n', Math.Max(0, at - 1)) + 1;
        return kind switch
        {
            0 => text[..at] + piece + text[at..],
            1 => text[..at] + text[Math.Min(text.Length, at + piece.Length)..],
            2 => text[..at] + piece + text[Math.Min(text.Length, at + piece.Length)..],
            3 => text[..line] + piece + text[line..],
            4 => text[..line] + text[Math.Min(text.Length, at + 1)..],
            _ => text[..at] + text[line..],
        };
    }

    private static void Check(Gen<byte[]> files) => Prop.ForAll(files.ToArbitrary(), Survives).Check(Config.QuickThrowOnFailure.WithMaxTest(CasesEach));

    private static void Survives(byte[] bytes)
    {
        // Some variables are set, and what they hold may never be repeated.
        var isRead = MigrationFileReader.TryRead("m.yaml", bytes, name => name.Length % 2 == 1 ? Canary : null, out var file, out var problems);
        Assert.Equal(isRead, file is not null);
        Assert.Equal(isRead, problems.Count == 0);
        var lines = Encoding.UTF8.GetString(bytes).ReplaceLineEndings("\n").Split('\n', '\r').Length;
        foreach (var said in (ConfigProblem[])[.. problems, .. file?.Notes ?? []])
        {
            Assert.True(said.Location is { File: "m.yaml", Line: > 0, Column: > 0, EndColumn: > 0 } at && at.Line <= lines && at.EndLine >= at.Line, said.ToString());
            Assert.True(said.Message[^1] is '.' or '?', said.Message);
            Assert.DoesNotContain(said.Message, letter => char.IsControl(letter));
            Assert.DoesNotContain(Canary, said.Message, StringComparison.Ordinal);
        }
    }
}
