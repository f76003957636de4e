using System.Collections;

namespace Handhaving.AppHost.Local.Instances;

/// <summary>What the environment or the command line gives: connection strings of servers that exist already, and parameters.</summary>
internal sealed class GivenValues(IReadOnlyDictionary<string, string> values)
{
    public string? ConnectionString(string name) => Value("ConnectionStrings", name);

    public string? Parameter(string name) => Value("Parameters", name);

    /// <summary>Command line before environment. A shell cannot set a variable with a hyphen, so an underscore stands for it.</summary>
    public static GivenValues Read(string[] args)
    {
        var values = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (DictionaryEntry variable in Environment.GetEnvironmentVariables())
            values[((string)variable.Key).Replace("__", ":", StringComparison.Ordinal)] = variable.Value as string ?? "";
        foreach (var argument in args.Where(argument => argument.StartsWith("--", StringComparison.Ordinal) && argument.Contains('=', StringComparison.Ordinal)))
        {
            var parts = argument[2..].Split('=', 2);
            values[parts[0]] = parts[1];
        }
        return new GivenValues(values);
    }

    private string? Value(string section, string name) =>
        Text($"{section}:{name}") ?? Text($"{section}:{name.Replace('-', '_')}");

    private string? Text(string key) => values.TryGetValue(key, out var value) && value.Length > 0 ? value : null;
}
