using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;

namespace Handhaving.ServiceDefaults.Data;

/// <summary>One SQL file of a migration: <c>NNNN-what.sql</c> only adds; <c>NNNN-what.contract.sql</c> takes away what no replica needs any longer that was built with the migration its first line names,
/// or a later one.</summary>
public sealed partial record MigrationScript(string Name, string Sql)
{
    /// <summary>Number in the file's name; the highest of a service is what its replicas say of themselves.</summary>
    public int Number => int.Parse(Name.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture);

    public bool IsContraction => Name.EndsWith(".contract.sql", StringComparison.Ordinal);

    /// <summary>The migration that every replica must have been built with; 0 when the file only adds.</summary>
    /// <exception cref="InvalidOperationException">A file that takes away does not say it.</exception>
    public int OldestReplica => !IsContraction ? 0
        : FirstLine().Match(Sql) is { Success: true } said ? int.Parse(said.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)
        : throw new InvalidOperationException($"{Name} must begin with \"-- Replicas from NNNN\".");

    /// <summary>Those of an assembly, in order.</summary>
    public static IEnumerable<MigrationScript> Of(Assembly assembly) =>
        assembly.GetManifestResourceNames().Where(name => name.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(name => new MigrationScript(name, Read(assembly, name)));

    /// <summary>Number of the last of an assembly.</summary>
    public static int Last(Assembly assembly) => Of(assembly).Select(script => script.Number).DefaultIfEmpty().Max();

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    [GeneratedRegex(@"\A-- Replicas from (\d{4})\b")]
    private static partial Regex FirstLine();
}
