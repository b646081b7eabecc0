using MskPrecheckAction.Collection;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.World;

namespace MskPrecheckAction.Tests.Surface;

/// <summary>The whole program in this process: a folder of its own, an environment with nothing in it, and facts that a test made up.</summary>
internal sealed class ProgramRig : IDisposable
{
    /// <summary>A migration file that fits <see cref="Given"/>, one key a line.</summary>
    public const string GreenFile = $"""
        enterprise:
          msk_kraft_migration:
            source:
              cluster_arn: {Given.SourceArn}
              auth:
                mode: tls
            target:
              cluster_arn: {Given.TargetArn}
              auth:
                mode: tls
            backup:
              s3_bucket: orders-backup
            evidence:
              s3_bucket: orders-evidence
            cutover:
              reverse_replication_enabled: false

        """;

    private readonly StringWriter output = new();
    private readonly StringWriter error = new();
    private int delimiters;

    public ProgramRig()
    {
        Write("migration.yaml", GreenFile);
    }

    /// <summary>The workspace, links resolved.</summary>
    public string Folder { get; } = RealPath.Of(Directory.CreateTempSubdirectory("precheck-").FullName);

    /// <summary>The environment's variables.</summary>
    public Dictionary<string, string> Variables { get; } = [];

    /// <summary>What answers.</summary>
    public ICollector Collector { get; set; } = FakeCollector.Of(Given.AllGreen.Snapshot);

    /// <summary>Signals.</summary>
    public StopRequest Stop { get; } = new();

    /// <summary>Columns of the terminal; null for none.</summary>
    public int? TerminalWidth { get; set; }

    /// <summary>Standard output, the folder's name taken out.</summary>
    public string Out => Bare(output.ToString());

    /// <summary>Standard error, the folder's name taken out.</summary>
    public string Error => Bare(error.ToString());

    /// <summary>As in a step of a GitHub workflow.</summary>
    public ProgramRig OnGitHub()
    {
        Write("../" + Path.GetFileName(Folder) + "-runner/output", "");
        (Variables["GITHUB_ACTIONS"], Variables["GITHUB_WORKSPACE"]) = ("true", Folder);
        (Variables["GITHUB_OUTPUT"], Variables["GITHUB_STEP_SUMMARY"]) = (Folder + "-runner/output", Folder + "-runner/summary");
        return this;
    }

    /// <summary>As in a step of an Azure pipeline.</summary>
    public ProgramRig OnAzure()
    {
        Directory.CreateDirectory(Folder + "-runner");
        (Variables["TF_BUILD"], Variables["BUILD_SOURCESDIRECTORY"], Variables["AGENT_TEMPDIRECTORY"]) = ("True", Folder, Folder + "-runner");
        (Variables["SYSTEM_JOBID"], Variables["SYSTEM_JOBATTEMPT"], Variables["SYSTEM_HOSTTYPE"]) = ("12f1170f", "2", "build");
        return this;
    }

    /// <summary>Runs it.</summary>
    public Task<int> RunAsync(params string[] words) => Application.RunAsync(words, new ProgramEnvironment
    {
        Variables = Variables,
        WorkingDirectory = Folder,
        Out = output,
        Error = error,
        ErrorColumns = TerminalWidth,
        Time = TimeProvider.System,
        NewDelimiter = () => $"delimiter-{++delimiters}",
        NewCollector = _ => Collector,
        Stop = Stop,
    });

    /// <summary>The text of a file.</summary>
    public string Read(string path) => Bare(File.ReadAllText(Path.Combine(Folder, path)));

    /// <summary>Whether a file is there.</summary>
    public bool Has(string path) => File.Exists(Path.Combine(Folder, path));

    /// <summary>What the runner was handed.</summary>
    public string Handed(string name) => Bare(File.ReadAllText(Folder + "-runner/" + name));

    /// <summary>The outputs in GITHUB_OUTPUT; of two runs the second's, as the runner reads them.</summary>
    public Dictionary<string, string> Outputs()
    {
        Dictionary<string, string> outputs = [];
        foreach (var part in Handed("output").Split('\n').Chunk(3).Where(part => part.Length == 3)) outputs[part[0].Split("<<")[0]] = part[1];
        return outputs;
    }

    /// <summary>Writes a file.</summary>
    public void Write(string path, string text)
    {
        var file = Path.GetFullPath(path, Folder);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    /// <summary>Everything in the files that were written, by name.</summary>
    public IReadOnlyDictionary<string, string> Written(string folder = "msk-precheck") =>
        Directory.Exists(Path.Combine(Folder, folder))
            ? Directory.EnumerateFiles(Path.Combine(Folder, folder), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToDictionary(path => Path.GetFileName(path), File.ReadAllText)
            : new Dictionary<string, string>();

    public void Dispose()
    {
        Stop.Dispose();
        Directory.Delete(Folder, recursive: true);
        if (Directory.Exists(Folder + "-runner")) Directory.Delete(Folder + "-runner", recursive: true);
    }

    private string Bare(string text) => text.Replace(Folder, "<workspace>", StringComparison.Ordinal);
}
