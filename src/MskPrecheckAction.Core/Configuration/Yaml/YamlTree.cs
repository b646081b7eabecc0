using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace MskPrecheckAction.Configuration.Yaml;

/// <summary>Builds the documents of a file from the parser's events: without recursion, without following an alias, bounded in depth.</summary>
internal sealed class YamlTree
{
    /// <summary>How many lists and blocks may stand in one another.</summary>
    public const int MaxDepth = 64;

    private readonly Stack<Open> open = new();
    private readonly List<YamlDocument> documents = [];
    private int documentStart;

    /// <summary>Every document of the file, or what keeps YAML from being read.</summary>
    public static (IReadOnlyList<YamlDocument> Documents, ConfigProblem? Problem) Parse(YamlSource source)
    {
        var tree = new YamlTree();
        var scanner = new Scanner(new StringReader(source.Text));
        try
        {
            var parser = new Parser(scanner);
            while (parser.MoveNext())
            {
                if (!tree.Take(parser.Current!))
                {
                    var at = (int)parser.Current!.Start.Index;
                    var message = $"Lists and blocks stand more than {MaxDepth} deep in one another here. A migration file needs five levels.";
                    return ([], new ConfigProblem(message, source.Between(at, at + 1)));
                }
            }

            return (tree.documents, null);
        }
        catch (YamlException fault)
        {
            return ([], YamlFault.Explain(source, fault, (int)scanner.CurrentPosition.Index, tree.OpenBracket));
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException)
        {
            // YamlDotNet 18 answers some texts with these, an unclosed bracket for one.
            return ([], YamlFault.Explain(source, null, (int)scanner.CurrentPosition.Index, tree.OpenBracket));
        }
    }

    private int? OpenBracket => open.TryPeek(out var inner) && inner.IsFlow ? inner.Node.Start : null;

    private bool Take(ParsingEvent now)
    {
        var (start, end) = ((int)now.Start.Index, (int)now.End.Index);
        switch (now)
        {
            case DocumentStart:
                documentStart = start;
                break;
            case AnchorAlias:
                Add(new YamlAlias(start, end));
                break;
            case Scalar scalar:
                Add(new YamlScalar(start, end, scalar.Value, scalar.Style is ScalarStyle.Plain)
                {
                    IsAnchored = !scalar.Anchor.IsEmpty,
                    IsTagged = !scalar.Tag.IsEmpty,
                });
                break;
            case SequenceStart list:
                open.Push(new Open(
                    new YamlSequence(start, end) { IsAnchored = !list.Anchor.IsEmpty, IsTagged = !list.Tag.IsEmpty },
                    list.Style is SequenceStyle.Flow));
                break;
            case MappingStart block:
                open.Push(new Open(
                    new YamlMapping(start, end) { IsAnchored = !block.Anchor.IsEmpty, IsTagged = !block.Tag.IsEmpty },
                    block.Style is MappingStyle.Flow));
                break;
            case SequenceEnd or MappingEnd:
                Add(open.Pop().Node);
                break;
        }

        return open.Count <= MaxDepth;
    }

    private void Add(YamlNode node)
    {
        if (!open.TryPeek(out var parent))
        {
            documents.Add(new YamlDocument(documentStart, node));
        }
        else if (parent.Node is YamlSequence list)
        {
            list.Items.Add(node);
        }
        else if (parent.Key is null)
        {
            parent.Key = node;
        }
        else
        {
            ((YamlMapping)parent.Node).Entries.Add(new YamlEntry(parent.Key, node));
            parent.Key = null;
        }
    }

    private sealed class Open(YamlNode node, bool isFlow)
    {
        public YamlNode Node { get; } = node;

        public bool IsFlow { get; } = isFlow;

        public YamlNode? Key { get; set; }
    }
}

/// <summary>One document of a file; most files are one.</summary>
internal sealed record YamlDocument(int Start, YamlNode Root);
