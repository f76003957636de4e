using System.Xml.Linq;
using Xunit;

namespace Handhaving.Contracts.Tests.Structure;

public sealed class ReferenceTests
{
    private static readonly string[] ForEveryService = ["Handhaving.Events", "Handhaving.ServiceDefaults", "Handhaving.Protos"];

    private static IReadOnlyDictionary<string, string> Projects { get; } =
        new[] { "protos", "services", "gateway", "apphost", "tests" }.Where(folder => Directory.Exists(Path.Combine(Tree.Root, folder)))
            .SelectMany(folder => Tree.Files(folder, "*.csproj")).ToDictionary(file => Path.GetFileNameWithoutExtension(file), file => Path.GetRelativePath(Tree.Root, file));

    [Fact]
    public void The_events_reference_nothing() => Assert.Empty(References("Handhaving.Events", "ProjectReference").Concat(References("Handhaving.Events", "PackageReference")));

    [Fact]
    public void The_service_defaults_reference_no_domain() => Assert.Equal(["Handhaving.Protos"], References("Handhaving.ServiceDefaults", "ProjectReference"));

    [Fact]
    public void A_service_references_no_other_service() =>
        Assert.Empty(In("services").SelectMany(project => References(project, "ProjectReference").Except(ForEveryService).Select(reference => $"{project} -> {reference}")));

    [Fact]
    public void The_gateway_references_no_service() => Assert.Empty(In("gateway").SelectMany(project => References(project, "ProjectReference")).Except(ForEveryService));

    [Fact]
    public void The_product_references_no_test() =>
        Assert.Empty(Projects.Keys.Except(In("tests")).SelectMany(project => References(project, "ProjectReference").Intersect(In("tests")).Select(reference => $"{project} -> {reference}")));

    private static IEnumerable<string> In(string folder) => Projects.Where(project => project.Value.StartsWith(folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)).Select(project => project.Key);

    private static List<string> References(string project, string kind) =>
    [
        .. XDocument.Load(Path.Combine(Tree.Root, Projects[project])).Descendants(kind).Select(reference => reference.Attribute("Include")?.Value ?? "")
            .Select(include => kind is "ProjectReference" ? Path.GetFileNameWithoutExtension(include.Replace('\\', '/')) : include),
    ];
}
