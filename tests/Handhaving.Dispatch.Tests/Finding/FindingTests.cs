using Grpc.Core;
using Handhaving.Dispatch.Tests.Service;

namespace Handhaving.Dispatch.Tests.Finding;

/// <summary>Finding incidents again: filters over a team, words with a reason, and what may be the same event.</summary>
public sealed class FindingTests(DispatchRegion region)
{
    private readonly Person desk = Person.FromLandgraaf(region);

    [Fact]
    public async Task A_team_s_incidents_are_listed_by_state_type_priority_unit_and_number()
    {
        var unit = await desk.OwnUnitAsync(region, "0986");
        var waiting = await desk.ReportAsync("0986", "bicycle.abandoned");
        var assigned = (await desk.AssignAsync(await desk.ReportAsync("0986"), unit)).Incident;

        async Task<List<string>> ListAsync(V1.IncidentFilter filter)
        {
            var listed = await desk.Incidents.ListIncidentsAsync(new() { Parent = "teams/brunssum-landgraaf", PageSize = 1000, Filter = filter }, desk.Call);
            return [.. listed.Incidents.Select(incident => incident.Name)];
        }

        Assert.Contains(waiting.Name, await ListAsync(new() { States = { V1.IncidentState.Pending } }));
        Assert.DoesNotContain(waiting.Name, await ListAsync(new() { States = { V1.IncidentState.Cancelled } }));
        Assert.Equal([waiting.Name], await ListAsync(new() { Types_ = { "bicycle.abandoned" }, Number = waiting.Number }));
        Assert.Equal([assigned.Name], await ListAsync(new() { Unit = unit }));
        Assert.DoesNotContain(waiting.Name, await ListAsync(new() { MostPriority = 2 }));
        Assert.DoesNotContain(waiting.Name, await ListAsync(new() { ToTime = waiting.CreateTime }));
        Assert.Contains(waiting.Name, await ListAsync(new() { FromTime = waiting.CreateTime }));
    }

    [Fact]
    public async Task Words_are_searched_in_their_Dutch_forms_with_a_reason_and_leave_a_digest()
    {
        var request = Work.Report("0965");
        request.Incident.Description = "Drie schreeuwende reigers bij de vijver";
        var heron = (await desk.Incidents.ReportIncidentAsync(request, desk.Call)).Incident;
        var search = new V1.SearchIncidentsRequest { Parent = "municipalities/0965", Query = "reiger vijvers" };

        Assert.Equal("REASON_REQUIRED", (await Failure.OfAsync(desk.Incidents.SearchIncidentsAsync(search, desk.Call))).Reason);

        var found = await desk.Incidents.SearchIncidentsAsync(search, WithReason(desk));
        Assert.Equal([heron.Name], found.Incidents.Select(incident => incident.Name));
        search.Query = "flamingo";
        Assert.Empty((await desk.Incidents.SearchIncidentsAsync(search, WithReason(desk))).Incidents);
        Assert.Equal(2L, await region.OwnerAsync("select count(*) from audit_line where tenant = '0965' and line like '%SearchIncidents%' and line like '%query_digest%' and line like '%melder belt terug%' and line not like '%flamingo%'"));
    }

    [Theory]
    [InlineData("noise.venue", 0.0003, 0, true)]
    [InlineData("noise.venue", 0.002, 0, false)] // 220 m
    [InlineData("parking.nuisance", 0.0003, 0, false)]
    [InlineData("noise.venue", 0.0003, -45, false)]
    public async Task What_may_be_the_same_event_is_of_one_family_near_and_recent(string type, double north, int minutes, bool found)
    {
        var request = Work.Report("1954", "noise.neighbours");
        request.Incident.Location.Position = new() { Latitude = 50.93 + Random.Shared.Next(1, 90) * 0.0001, Longitude = 5.90 };
        var known = (await desk.Incidents.ReportIncidentAsync(request, desk.Call)).Incident;
        var position = known.Location.Position.Clone();
        position.Latitude += north;
        var like = new V1.FindDuplicatesRequest { Parent = "municipalities/1954", Type = type, Position = position };
        like.ReportTime = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(known.ReportTime.ToDateTimeOffset().AddMinutes(minutes));

        var candidates = (await desk.Incidents.FindDuplicatesAsync(like, desk.Call)).Candidates;

        Assert.Equal(found, candidates.Any(candidate => candidate.Incident.Name == known.Name && candidate.DistanceMeters is > 20 and < 50));
    }

    [Theory]
    [InlineData(89.9999, 5.9)]
    [InlineData(-90, 0)]
    [InlineData(90, 180)]
    [InlineData(0, 0)]
    [InlineData(47, 5.8)]
    public async Task What_may_be_the_same_event_is_not_looked_for_outside_the_country(double latitude, double longitude)
    {
        var like = new V1.FindDuplicatesRequest { Parent = "municipalities/1954", Type = "noise.venue", Position = new() { Latitude = latitude, Longitude = longitude }, RadiusMeters = 1000 };

        var refused = await Failure.OfAsync(desk.Incidents.FindDuplicatesAsync(like, desk.Call));

        Assert.Equal((StatusCode.InvalidArgument, "LOCATION_OUTSIDE_REGION"), (refused.Code, refused.Reason));
    }

    [Fact]
    public async Task Nobody_finds_what_another_team_keeps()
    {
        var stranger = Person.BeekOnly(region);

        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(stranger.Incidents.SearchIncidentsAsync(new() { Parent = "teams/brunssum-landgraaf", Query = "auto" }, WithReason(stranger)))).Code);
        Assert.Equal(StatusCode.NotFound, (await Failure.OfAsync(stranger.Incidents.FindDuplicatesAsync(new() { Parent = "municipalities/1954", Type = "noise.venue", Position = new() { Latitude = 50.93, Longitude = 5.9 } }, stranger.Call))).Code);
    }

    private static CallOptions WithReason(Person person)
    {
        var headers = person.Headers;
        headers.Add("x-reason", "melder belt terug");
        return new(headers, DateTime.UtcNow.AddSeconds(20), TestContext.Current.CancellationToken);
    }
}
