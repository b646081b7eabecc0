using MskPrecheckAction.Configuration;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Hosts;
using MskPrecheckAction.Inputs;
using MskPrecheckAction.Output;
using MskPrecheckAction.Reporting;
using MskPrecheckAction.World;

namespace MskPrecheckAction;

/// <summary>What every verb that works with clusters or files shares: the place it runs in, the workspace, the secrets it knows.</summary>
internal sealed class Session
{
    // Secrets that the SDK takes from the environment by itself: nobody would mask them otherwise.
    private static readonly string[] SecretVariables = ["AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"];

    private readonly long started;

    /// <summary>Looks at the world once.</summary>
    public Session(ProgramEnvironment environment)
    {
        Environment = environment;
        started = environment.Time.GetTimestamp();
        Workspace = Workspace.Of(environment.Variables, environment.WorkingDirectory);
        Files = new FileWriter(Workspace.Root);
        (var kind, var problem) = HostDetection.Detect(environment.Variables);
        Host = kind switch
        {
            HostKind.GitHub => new GitHubHost(environment, Workspace, Scrubber),
            HostKind.Azure => new AzureHost(environment, Workspace, Scrubber),
            _ => new ConsoleHost(environment, Workspace, Scrubber),
        };
        Problems = problem is null ? [] : [problem];
    }

    /// <summary>The world.</summary>
    public ProgramEnvironment Environment { get; }

    /// <summary>The repository.</summary>
    public Workspace Workspace { get; }

    /// <summary>Where the program runs.</summary>
    public IHost Host { get; }

    /// <summary>Knows every secret of the run.</summary>
    public SecretScrubber Scrubber { get; } = new();

    /// <summary>Writes files.</summary>
    public FileWriter Files { get; }

    /// <summary>What is wrong with the environment itself.</summary>
    public IReadOnlyList<string> Problems { get; }

    /// <summary>Asks both clusters, within the limit and until somebody stops it; the snapshot holds no secret.</summary>
    public async Task<Snapshot> CollectAsync(MigrationPlan plan, TimeSpan limit)
    {
        Host.Begin("Ask both clusters");
        var log = new CollectionLog(Host, Scrubber);
        Secret?[] secrets = [.. SecretVariables.Select(name => Environment.Variables.GetValueOrDefault(name)).OfType<string>().Select(value => new Secret(value)), plan.Source.Auth.Password, plan.Target.Auth.Password];
        foreach (var secret in secrets.OfType<Secret>())
        {
            log.Mask(secret);
        }

        var collection = new LiveCollection(Environment.NewCollector(Environment), Environment.Stop, Environment.Time, limit, started);
        return FreeText.Clean(await collection.CollectAsync(plan, log), Scrubber);
    }

    /// <summary>The report of a run that met a defect; how it came about goes to whoever debugs.</summary>
    public Report Defect(Exception defect, string configPath)
    {
        Host.Debug(Scrubber.CleanFreeText(defect.ToString()));
        var problem = new ConfigProblem(Words(defect, Scrubber.CleanFreeText(defect.Message)), null);
        return ReportBuilder.Invalid(ToolVersion.Current, configPath, [problem]) with { Verdict = Verdict.Error, ExitCode = ExitCode.Error };
    }

    /// <summary>What is left to say where even the report could not be made or shown; the exception's own text could hold anything, so it stays out.</summary>
    public static async Task<int> LastWordAsync(Exception defect, ProgramEnvironment environment)
    {
        await environment.Error.WriteLineAsync(Words(defect, "while the reports were made"));
        await environment.Error.FlushAsync();
        return ExitCode.Error;
    }

    private static string Words(Exception defect, string text) =>
        $"msk-precheck {ToolVersion.Current} has a defect ({defect.GetType().Name}: {text.TrimEnd('.')}). Please report it at {ToolVersion.Issues}, with the log of a debug run.";
}
