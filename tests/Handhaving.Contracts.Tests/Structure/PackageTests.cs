using System.Text.Json;
using Xunit;

namespace Handhaving.Contracts.Tests.Structure;

public sealed class PackageTests
{
    // The last version under the Apache licence; from 9 on it is commercial.
    private const string FreeMassTransit = "8.5.12";

    [Fact]
    public void Every_project_restores_the_free_mass_transit()
    {
        var restored = Tree.Files(".", "packages.lock.json").SelectMany(MassTransits).ToList();

        Assert.NotEmpty(restored);
        Assert.All(restored, package => Assert.EndsWith(" " + FreeMassTransit, package, StringComparison.Ordinal));
    }

    private static IEnumerable<string> MassTransits(string file)
    {
        using var locked = JsonDocument.Parse(File.ReadAllText(file));
        foreach (var framework in locked.RootElement.GetProperty("dependencies").EnumerateObject())
            foreach (var package in framework.Value.EnumerateObject().Where(package => package.Name.StartsWith("MassTransit", StringComparison.OrdinalIgnoreCase)))
                if (package.Value.TryGetProperty("resolved", out var version)) yield return $"{file}: {package.Name} {version.GetString()}";
    }
}
