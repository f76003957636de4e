using Handhaving.Dispatch.Types;
using Xunit;

namespace Handhaving.Dispatch.Tests.Types;

/// <summary>What ships as kinds of incident, and what stops the service from starting.</summary>
public sealed class IncidentCatalogTests
{
    [Fact]
    public void C09_there_are_22_themes_in_five_fields() =>
        Assert.Equal([4, 5, 4, 4, 5], SafetyTheme.All.GroupBy(theme => theme.Code[0]).Select(field => field.Count()));

    [Fact]
    public void C09_every_kind_counts_for_exactly_one_of_the_themes() =>
        Assert.All(IncidentCatalog.Load().Types, type => Assert.NotNull(SafetyTheme.Find(type.Theme)));

    [Theory]
    [InlineData("""{"code": "a.b", "displayName": "A", "domains": ["PublicSpace"], "minimumCrew": 1, "leadership": "Either"}""", "a.b: no theme")]
    [InlineData("""{"code": "a.b", "displayName": "A", "domains": ["PublicSpace"], "theme": "6.1", "minimumCrew": 1, "leadership": "Either"}""", "a.b: theme 6.1 is not one of the 22")]
    [InlineData("""{"code": "a.b", "displayName": "A", "domains": [], "theme": "1.1", "minimumCrew": 1, "leadership": "Either"}""", "a.b: no domain")]
    [InlineData("""{"code": "a.b", "displayName": "A", "domains": ["PublicSpace"], "theme": "1.1", "minimumCrew": 1}""", "a.b: not stated who may lead")]
    public void C09_a_kind_that_is_not_mapped_stops_the_service_from_starting(string type, string problem)
    {
        var refused = Assert.Throws<InvalidOperationException>(() => IncidentCatalog.Read($$"""{"types": [{{type}}], "dispositions": []}"""));

        Assert.Contains(problem, refused.Message, StringComparison.Ordinal);
    }
}
