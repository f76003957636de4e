using System.Text.Json;
using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Areas;

/// <summary>Areas over the real door, on the demo region's drawing.</summary>
public sealed class AreaTests(DispatchRegion region)
{
    [Fact]
    public async Task A_point_is_located_by_name_with_its_grid_point_and_its_source()
    {
        var person = Person.Centralist(region);

        var located = await person.Areas.LocatePointAsync(At("municipalities/0888", 50.976, 5.795), person.Call);

        Assert.Equal(V1.PointState.InArea, located.State);
        Assert.Equal(("municipalities/1883/areas/1883", "Sittard-Geleen", V1.AreaKind.Municipality, ""), (located.Municipality.Name, located.Municipality.DisplayName, located.Municipality.Kind, located.Municipality.Geometry));
        Assert.Equal(("Lindenheuvel", "municipalities/1883/areas/1883"), (located.District.DisplayName, located.District.ParentArea));
        Assert.Null(located.Neighbourhood);
        Assert.Equal(("demo", "eigen tekening, bij benadering"), (located.Municipality.Origin.Source, located.Municipality.Origin.Attribution));
        Assert.Equal((183.6, 331.9), (Math.Round(located.Rijksdriehoek.XMeters / 1000, 1), Math.Round(located.Rijksdriehoek.YMeters / 1000, 1)));
    }

    [Theory]
    [InlineData(50.888, 5.981, true)] // Heerlen, of another team
    [InlineData(47, 5.8, false)] // France
    public async Task A_point_outside_all_areas_is_an_answer_and_not_an_error(double latitude, double longitude, bool hasGrid)
    {
        var person = Person.Centralist(region);

        var located = await person.Areas.LocatePointAsync(At("teams/westelijke-mijnstreek", latitude, longitude), person.Call);

        Assert.Equal((V1.PointState.Outside, null, hasGrid), (located.State, located.Municipality, located.Rijksdriehoek is not null));
    }

    [Theory]
    [InlineData("municipalities/-", StatusCode.InvalidArgument, "INVALID_REQUEST")]
    [InlineData("municipalities/0882", StatusCode.NotFound, "NOT_FOUND")]
    public async Task Locating_is_on_behalf_of_an_own_municipality_or_team(string parent, StatusCode code, string reason)
    {
        var person = Person.Centralist(region);

        var refused = await Failure.OfAsync(person.Areas.LocatePointAsync(At(parent, 50.94, 5.80), person.Call));

        Assert.Equal((code, reason), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_municipality_is_listed_with_its_districts_and_borders_that_a_map_can_draw()
    {
        var person = Person.Centralist(region);

        var areas = (await person.Areas.ListAreasAsync(new() { Parent = "municipalities/0888" }, person.Call)).Areas;

        Assert.Equal(["Beek", "Beek-Centrum", "Neerbeek", "Spaubeek", "Genhout", "Geverik"], areas.Select(area => area.DisplayName));
        Assert.All(areas, area =>
        {
            using var border = JsonDocument.Parse(area.Geometry);
            Assert.Equal("Polygon", border.RootElement.GetProperty("type").GetString());
            var ring = border.RootElement.GetProperty("coordinates")[0].EnumerateArray().Select(place => (Longitude: place[0].GetDouble(), Latitude: place[1].GetDouble())).ToList();
            Assert.Equal(ring[0], ring[^1]);
            Assert.Equal((ring.Min(place => place.Longitude), ring.Max(place => place.Latitude)), (area.Bounds.SouthWest.Longitude, area.Bounds.NorthEast.Latitude));
        });
    }

    [Fact]
    public async Task Over_all_a_caller_sees_the_municipalities_it_may_read_page_by_page()
    {
        var person = Person.FromLandgraaf(region);
        List<V1.Area> areas = [];
        var request = new V1.ListAreasRequest { Parent = "municipalities/-", PageSize = 2, Kind = V1.AreaKind.Municipality, View = V1.AreaView.Basic };
        do
        {
            var page = await person.Areas.ListAreasAsync(request, person.Call);
            areas.AddRange(page.Areas);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(["Landgraaf", "Brunssum", "Simpelveld", "Voerendaal", "Beekdaelen"], areas.Select(area => area.DisplayName));
        Assert.All(areas, area => Assert.Empty(area.Geometry));
    }

    [Fact]
    public async Task Anybody_learns_what_municipalities_and_teams_are_called_whosever_they_are_page_by_page()
    {
        var person = Person.Centralist(region);
        List<V1.Owner> owners = [];
        var request = new V1.ListOwnersRequest { Parent = "teams/westelijke-mijnstreek", PageSize = 4 };
        do
        {
            var page = await person.Areas.ListOwnersAsync(request, person.Call);
            owners.AddRange(page.Owners);
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Contains(new V1.Owner { Name = "municipalities/0899", DisplayName = "Brunssum", Team = "teams/brunssum-landgraaf" }, owners);
        Assert.Contains(new V1.Owner { Name = "teams/brunssum-landgraaf", DisplayName = "Basisteam Brunssum-Landgraaf" }, owners);
        Assert.Equal([.. owners.Select(owner => owner.Name).Distinct().Order(StringComparer.Ordinal)], owners.Select(owner => owner.Name));
    }

    [Fact]
    public async Task Names_are_asked_on_behalf_of_an_own_municipality_or_team()
    {
        var person = Person.Centralist(region);

        var refused = await Failure.OfAsync(person.Areas.ListOwnersAsync(new() { Parent = "municipalities/0882" }, person.Call));

        Assert.Equal((StatusCode.NotFound, "NOT_FOUND"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_list_leaves_its_line_in_the_audit_log_of_the_municipality()
    {
        var person = new Person(region, "areas-auditor", "planner", ["0965"], []);

        await person.Areas.ListAreasAsync(new() { Parent = "municipalities/0965", Kind = V1.AreaKind.Municipality }, person.Call);

        Assert.Equal(1L, await region.OwnerAsync("select count(*) from audit_line where tenant = '0965' and line like '%areas-auditor%' and line like '%\"CONSULT\"%' and line like '%municipalities/0965/areas/0965%'"));
    }

    [Theory]
    [InlineData("teams/westelijke-mijnstreek")]
    [InlineData("municipalities/12")]
    public async Task Areas_are_listed_by_municipality_only(string parent)
    {
        var person = Person.Centralist(region);

        var refused = await Failure.OfAsync(person.Areas.ListAreasAsync(new() { Parent = parent }, person.Call));

        Assert.Equal((StatusCode.InvalidArgument, "INVALID_REQUEST"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task A_report_in_the_neighbours_municipality_is_told_which_one_and_what_to_do_and_can_be_made_there()
    {
        var person = Person.Centralist(region);
        var request = Work.Report("0971");
        request.Incident.Location.Position = Work.MarketOf("0888");

        var failed = await Assert.ThrowsAsync<RpcException>(async () => await person.Incidents.ReportIncidentAsync(request, person.Call));
        var named = failed.GetRpcStatus()?.GetDetail<Google.Rpc.ErrorInfo>()?.Metadata["municipality"];
        var incident = (await person.Incidents.ReportIncidentAsync(new(request) { Parent = named, RequestId = Work.NewRequest() }, person.Call)).Incident;

        Assert.Equal("De plaats ligt in de gemeente Beek, niet in de gekozen gemeente. Controleer de plaats op de kaart, of meld het bij Beek.", Failure.Of(failed).Dutch);
        Assert.Equal(("municipalities/0888", "0888", "WK0888D1", ""), (named, incident.Location.AreaPath.Municipality, incident.Location.AreaPath.District, incident.Location.AreaPath.Neighbourhood));
    }

    [Fact]
    public async Task An_incident_shows_its_areas_and_grid_point_in_every_answer()
    {
        var person = Person.Centralist(region);
        var reported = await person.ReportAsync("1883");

        var read = (await person.Incidents.GetIncidentAsync(new() { Name = reported.Name }, person.Call)).Incident;

        Assert.Equal(new Geo.V1.AreaPath { Municipality = "1883", District = "WK1883D1" }, read.Location.AreaPath);
        Assert.Equal(reported.Location, read.Location);
        Assert.Equal((188.8, 334.4), (Math.Round(read.Location.Rijksdriehoek.XMeters / 1000, 1), Math.Round(read.Location.Rijksdriehoek.YMeters / 1000, 1)));
    }

    [Fact]
    public async Task A_move_and_a_classification_keep_an_incident_in_its_municipality_and_renew_its_areas()
    {
        var person = Person.Centralist(region);
        var incident = await person.ReportAsync("1883");
        var elsewhere = new Geo.V1.Location { Position = Work.MarketOf("0888") };
        var born = new Geo.V1.Location { Position = new() { Latitude = 51.032, Longitude = 5.81 } };

        var moved = await Failure.OfAsync(person.Incidents.MoveIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Location = elsewhere, Reason = "verkeerd gezien", RequestId = Work.NewRequest() }, person.Call));
        var classified = await Failure.OfAsync(person.Incidents.ClassifyIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Type = incident.Type, Priority = 2, Location = elsewhere, RequestId = Work.NewRequest() }, person.Call));
        var answer = await person.Incidents.MoveIncidentAsync(new() { Name = incident.Name, Etag = incident.Etag, Location = born, Reason = "verkeerd gezien", RequestId = Work.NewRequest() }, person.Call);
        var inside = answer.Incident;

        Assert.Equal(["LOCATION_IN_OTHER_MUNICIPALITY", "LOCATION_IN_OTHER_MUNICIPALITY"], [moved.Reason, classified.Reason]);
        Assert.Equal(["De regels van gemeente Sittard-Geleen gelden: daar ligt de nieuwe plaats.", "De melding ligt nu in Born en niet meer in Sittard-Centrum."], answer.Consequences);
        Assert.Equal("WK1883DG", inside.Location.AreaPath.District);
        Assert.Equal("WK1883D1", Assert.Single(inside.PreviousLocations).AreaPath.District);
    }

    private static V1.LocatePointRequest At(string parent, double latitude, double longitude) => new() { Parent = parent, Position = new() { Latitude = latitude, Longitude = longitude } };
}
