namespace MskPrecheckAction.Kafka;

/// <summary>The access keys whose tokens the brokers' IAM listener takes, in a file that they read at every login.</summary>
internal sealed class IamKeys
{
    private readonly Lock write = new();

    public IamKeys(string path)
    {
        Path = path;
        Allow("AKIATESTADMIN", "test-secret-admin", null);
    }

    public string Path { get; }

    public void Allow(string accessKey, string secret, string? sessionToken)
    {
        lock (write) File.AppendAllText(Path, $"{accessKey}={secret}{(sessionToken is null ? "" : "|" + sessionToken)}\n");
    }
}
