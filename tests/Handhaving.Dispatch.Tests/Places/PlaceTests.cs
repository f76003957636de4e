using Handhaving.Dispatch.Areas;
using Handhaving.Dispatch.Incidents;
using Handhaving.Dispatch.Tests.Areas;
using Handhaving.ServiceDefaults.Errors;

namespace Handhaving.Dispatch.Tests.Places;

/// <summary>The municipality of a report is where its place lies, not what the caller says.</summary>
public sealed class PlaceTests
{
    [Fact]
    public async Task A_place_in_its_municipality_is_kept_with_its_areas()
    {
        var place = PlaceAt(185_000, 329_000).In("0888", await MapAsync());

        Assert.Equal(new AreaPath("0888", "WK088801", "BU08880101"), place.Area);
    }

    [Fact]
    public async Task A_place_in_another_municipality_breaks_a_rule_that_names_it()
    {
        var map = await MapAsync();

        var broken = Assert.Throws<RuleBroken>(() => PlaceAt(183_500, 327_500).In("0888", map));

        Assert.Equal((IncidentRules.InMunicipality, "municipalities/1883", "Sittard-Geleen"), (broken.Rule, broken.Metadata["municipality"], broken.Metadata["displayName"]));
    }

    [Fact]
    public async Task A_place_in_no_municipality_breaks_a_rule()
    {
        var map = await MapAsync();

        var broken = Assert.Throws<RuleBroken>(() => PlaceAt(190_000, 327_500).In("0888", map));

        Assert.Equal(IncidentRules.InRegion, broken.Rule);
    }

    [Fact]
    public void Before_any_area_is_imported_a_place_in_the_netherlands_is_taken_at_the_callers_word()
    {
        var place = PlaceAt(185_000, 329_000);

        Assert.Equal(place, place.In("0971", AreaMap.Empty));
        Assert.Equal(IncidentRules.InRegion, Assert.Throws<RuleBroken>(() => new Place(new Point(47, 5.8), 0, "").In("0971", AreaMap.Empty)).Rule);
    }

    private static Place PlaceAt(double x, double y) => new(Maps.At(x, y), 10, "Markt");

    private static async Task<AreaMap> MapAsync() => Maps.Of(await Maps.ReadAsync("gemeenten-rd.geojson", "wijken-wgs84.geojson", "buurten-rd.geojson"));
}
