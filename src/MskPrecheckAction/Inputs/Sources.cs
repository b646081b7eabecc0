using MskPrecheckAction.Configuration;
using MskPrecheckAction.Engine;
using MskPrecheckAction.Facts;
using MskPrecheckAction.Facts.Json;
using MskPrecheckAction.Output;

namespace MskPrecheckAction.Inputs;

/// <summary>Where the migration file and, for a replay, the recording come from.</summary>
/// <param name="Path">The migration file's path as it is shown.</param>
/// <param name="File">Reads the migration file; adds to the problems where it cannot.</param>
/// <param name="Recording">Opens the recording; null where the clusters are to be asked.</param>
/// <param name="RecordingPath">The recording's path as it is shown.</param>
internal sealed record Sources(string Path, Func<List<ConfigProblem>, MigrationFile?> File, Func<Stream>? Recording, string RecordingPath)
{
    /// <summary>The files that the inputs name.</summary>
    public static Sources Of(RunInputs inputs, Workspace workspace, IReadOnlyDictionary<string, string> variables)
    {
        var (config, snapshot) = (workspace.Shown(inputs.Config), inputs.Snapshot);
        return new Sources(
            config,
            problems => Load(inputs.Config, workspace, variables, isLive: snapshot is null, problems),
            snapshot is null ? null : () => InputFile.Open(workspace.Absolute(snapshot)),
            snapshot is null ? "" : workspace.Shown(snapshot));
    }

    /// <summary>Reads the migration file from disk.</summary>
    /// <param name="path">As it was given.</param>
    /// <param name="workspace">What it is shown relative to.</param>
    /// <param name="variables">The environment.</param>
    /// <param name="isLive">Whether files that only a login needs have to be there.</param>
    /// <param name="problems">Takes what is wrong.</param>
    public static MigrationFile? Load(string path, Workspace workspace, IReadOnlyDictionary<string, string> variables, bool isLive, List<ConfigProblem> problems)
    {
        var file = MigrationFileLoader.Load(workspace.Shown(path), workspace.Absolute(path), variables.GetValueOrDefault, problems);
        if (isLive && file is not null) problems.AddRange(LoginFiles.Problems(file, workspace.WorkingDirectory));
        return file;
    }

    /// <summary>The recorded pair that the program carries with it.</summary>
    public static Sources Demo()
    {
        return new Sources("demo/migration.yaml", Read, () => Open("snapshot.json"), "snapshot.json");

        static Stream Open(string name) => typeof(Sources).Assembly.GetManifestResourceStream("demo/" + name)
            ?? throw new InvalidOperationException($"The program was built without its demo's {name}.");

        static MigrationFile? Read(List<ConfigProblem> problems)
        {
            using var stream = Open("migration.yaml");
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            _ = MigrationFileReader.TryRead("demo/migration.yaml", bytes, _ => null, out var file, out var wrong);
            problems.AddRange(wrong);
            return file;
        }
    }

    /// <summary>The recording, fitted to the file; null where the clusters are to be asked or something is wrong.</summary>
    public Snapshot? ReadSnapshot(MigrationFile? file, List<ConfigProblem> problems)
    {
        if (Recording is null)
        {
            return null;
        }

        try
        {
            using var stream = Recording();
            if (!SnapshotJson.TryRead(stream, RecordingPath, out var recorded, out var broken))
            {
                problems.Add(broken);
                return null;
            }

            if (file is null)
            {
                return null;
            }

            var (fitted, wrong) = Replay.Fit(file, recorded);
            problems.AddRange(wrong);
            return fitted;
        }
        catch (Exception refused) when (FileWriter.IsRefusal(refused))
        {
            problems.Add(new ConfigProblem($"Input 'snapshot' is '{RecordingPath}': it cannot be read ({InputFile.Words(refused)}). Write the path of a recording that 'collect' or a live run made.", null));
            return null;
        }
    }
}
