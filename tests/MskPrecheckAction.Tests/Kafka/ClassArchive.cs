namespace MskPrecheckAction.Kafka;

/// <summary>
/// Java's archive of loaded classes: with it a broker starts on half the processor time (4.0 s became 2.1 s). The first cluster of a home and mode that
/// ends in order leaves one in the temporary folder for all later ones; Java passes over an archive that does not fit its jars or its own version.
/// </summary>
internal sealed class ClassArchive(string homeIdentity, KafkaMode mode)
{
    private readonly string path = Path.Combine(
        Path.GetTempPath(), $"msk-precheck-{mode}-{Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(homeIdentity)))[..12]}.jsa");

    private string? recording;

    /// <summary>The options for one server of a cluster; only one of them may record.</summary>
    public IEnumerable<string> Options(string folder, bool mayRecord)
    {
        if (File.Exists(path)) return [$"-XX:SharedArchiveFile={path}", "-Xlog:cds=off"];
        if (!mayRecord) return [];
        recording = Path.Combine(folder, "classes.jsa");
        return [$"-XX:ArchiveClassesAtExit={recording}"];
    }

    /// <summary>Lets a recording server end in order and puts its archive in place, whole or not at all; another test run may have been quicker.</summary>
    public async Task FinishAsync(KafkaServer server)
    {
        if (recording is null || server.Ended) return;
        // Writing takes some seconds; a server that does not end in order is not worth more of them.
        await Task.WhenAny(server.StopAsync(), Task.Delay(TimeSpan.FromSeconds(30)));
        if (!server.Ended || !File.Exists(recording)) return;
        var beside = $"{path}.{Guid.NewGuid():N}";
        File.Copy(recording, beside);
        File.Move(beside, path, overwrite: true);
    }
}
