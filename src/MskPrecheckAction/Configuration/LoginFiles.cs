namespace MskPrecheckAction.Configuration;

/// <summary>The certificates and keys that a plan logs in with; only a live run needs them.</summary>
internal static class LoginFiles
{
    /// <summary>What is wrong with them, each at its key's line.</summary>
    public static IReadOnlyList<ConfigProblem> Problems(MigrationFile file, string workingDirectory)
    {
        var problems = new List<ConfigProblem>();
        foreach (var side in new[] { Side.Source, Side.Target })
        {
            var auth = file.Plan.Of(side).Auth;
            (string Name, string? Path)[] named =
                [("certificate_path", auth.CertificatePath), ("key_path", auth.KeyPath), ("ca_path", auth.CaPath)];
            foreach (var (name, path) in named)
            {
                var key = $"{side.Word()}.auth.{name}";
                if (path is not null && Fault(path, workingDirectory) is { } fault)
                {
                    problems.Add(new ConfigProblem($"{key}: '{path}' {fault}", file.Locate(key)));
                }
            }
        }

        return [.. problems.OrderBy(problem => problem.Location!.Line).ThenBy(problem => problem.Location!.Column)];
    }

    private static string? Fault(string path, string workingDirectory)
    {
        try
        {
            var absolute = Path.GetFullPath(path, workingDirectory);
            if (Directory.Exists(absolute))
            {
                return "is a folder. Write the path of a PEM file.";
            }

            using var stream = InputFile.Open(absolute);
            return stream.ReadByte() < 0 ? "is empty. Write the path of a PEM file."
                // The Kafka client opens it again for each of its connections.
                : InputFile.IsPlain(stream) ? null : "is a pipe or a device. Write the path of a PEM file.";
        }
        catch (Exception refused) when (refused is FileNotFoundException or DirectoryNotFoundException)
        {
            return $"does not exist. Write a path relative to the working directory, which is '{workingDirectory}', or an absolute one.";
        }
        catch (UnauthorizedAccessException)
        {
            return "may not be read by this user. Give it read permission.";
        }
        catch (Exception refused) when (refused is IOException or ArgumentException)
        {
            return $"cannot be read ({refused.Message.TrimEnd('.')}). Write the path of a PEM file.";
        }
    }
}
