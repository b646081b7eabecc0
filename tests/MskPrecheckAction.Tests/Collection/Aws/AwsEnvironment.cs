namespace MskPrecheckAction.Collection.Aws;

/// <summary>The variables of this process as a test wants them, AWS's all others unset; as before when disposed. For tests that run alone only.</summary>
public sealed class AwsEnvironment : IDisposable
{
    private readonly Dictionary<string, string?> before = [];

    /// <summary>Unsets every variable of AWS's and points the profile files nowhere, then sets the given ones.</summary>
    public AwsEnvironment(IReadOnlyDictionary<string, string> variables)
    {
        foreach (var name in Environment.GetEnvironmentVariables().Keys.Cast<string>().Where(name => name.StartsWith("AWS_", StringComparison.OrdinalIgnoreCase))) Set(name, null);
        Set("AWS_CONFIG_FILE", "/nowhere/config");
        Set("AWS_SHARED_CREDENTIALS_FILE", "/nowhere/credentials");
        foreach (var (name, value) in variables) Set(name, value);
    }

    public void Set(string name, string? value)
    {
        before.TryAdd(name, Environment.GetEnvironmentVariable(name));
        Environment.SetEnvironmentVariable(name, value);
    }

    public void Dispose()
    {
        foreach (var (name, value) in before) Environment.SetEnvironmentVariable(name, value);
    }
}
