using System.Collections;
using System.Security.Cryptography;
using System.Text;
using MskPrecheckAction.Collection;
using MskPrecheckAction.Collection.Kafka.Apart;

namespace MskPrecheckAction.World;

/// <summary>All that the program takes from the world outside of its arguments. Tests bring their own and so run the whole program in their process.</summary>
internal sealed record ProgramEnvironment
{
    /// <summary>The environment's variables.</summary>
    public required IReadOnlyDictionary<string, string> Variables { get; init; }

    /// <summary>What relative paths are relative to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Standard output.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Why something that was written to standard output is lost; null where nothing is.</summary>
    public Func<string?> OutLoss { get; init; } = () => null;

    /// <summary>Standard error.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether standard output is a terminal that shows colours.</summary>
    public bool HasColours { get; init; }

    /// <summary>The columns of the terminal that standard output goes to; null where it goes elsewhere.</summary>
    public int? OutColumns { get; init; }

    /// <summary>The columns of the terminal that standard error goes to; null where it goes elsewhere.</summary>
    public int? ErrorColumns { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Time { get; init; }

    /// <summary>A fresh 128-bit random word, which no value can have foreseen.</summary>
    public required Func<string> NewDelimiter { get; init; }

    /// <summary>What asks the clusters; made only where they are to be asked.</summary>
    public required Func<ProgramEnvironment, ICollector> NewCollector { get; init; }

    /// <summary>Signals from outside.</summary>
    public required StopRequest Stop { get; init; }

    /// <summary>The world as this process sees it.</summary>
    /// <exception cref="FileNotFoundException">Somebody removed the working directory.</exception>
    public static ProgramEnvironment OfThisProcess()
    {
        var variables = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
            .ToDictionary(one => (string)one.Key, one => (string?)one.Value ?? "", StringComparer.Ordinal);
        var output = new StandardStream(Console.OpenStandardOutput);
        var dumb = variables.GetValueOrDefault("TERM") is null or "" or "dumb";
        return new ProgramEnvironment
        {
            Variables = variables,
            WorkingDirectory = Environment.CurrentDirectory,
            Out = Utf8(output),
            OutLoss = () => output.Loss,
            Error = Utf8(new StandardStream(Console.OpenStandardError)),
            HasColours = !dumb && !Console.IsOutputRedirected && variables.GetValueOrDefault("NO_COLOR") is null or "",
            OutColumns = dumb || Console.IsOutputRedirected ? null : Columns(),
            ErrorColumns = dumb || Console.IsErrorRedirected ? null : Columns(),
            Time = TimeProvider.System,
            NewDelimiter = () => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)),
            NewCollector = environment => new SnapshotCollector(new ApartKafkaCollector(Environment.ProcessPath!), environment.Time),
            Stop = StopRequest.BySignals(),
        };
    }

    // Some pseudo terminals say 0; nothing can be laid out in so few.
    private static int? Columns() => Console.WindowWidth is >= 40 and var columns ? columns : null;

    // Whatever LANG says: CI logs are UTF-8, and a name from a cluster must not become question marks.
    private static StreamWriter Utf8(Stream stream) => new(stream, new UTF8Encoding(false), bufferSize: 4096);
}
